// What only the interviewer reads: how to ask, how to follow up, when to take care, and which rules are left out. Folded or open, as left
// last time.
import { signal } from "@preact/signals";
import { Icon } from "../../ui";
import { Badge } from "../../ui/more";
import { t, type FurtherKey } from "../../i18n/further";
import type { Node, Probe } from "../../logic";
import type { Conducting } from "../conduct/conducting";
import { LeftOut } from "./LeftOut";
import { Words } from "./Words";

const open = signal(true);

const kinds = {
  standard: "interviewer.standard",
  tailored: "interviewer.tailored",
  silent: "interviewer.silent",
} as const satisfies Record<Probe["kind"], FurtherKey>;

interface InterviewerProps {
  on: Conducting;
  path: string;
  node: Node;
}

export function Interviewer(props: InterviewerProps) {
  return (
    <>
      <LeftOut on={props.on} path={props.path} />
      <Advice {...props} />
    </>
  );
}

function Advice({ on, path, node }: InterviewerProps) {
  const guidance = on.answers.words(path, "guidance_hint");
  const probes = node.probes ?? [];
  const sensitive = node.sensitivity === "high";
  if (!guidance && probes.length === 0 && !sensitive) return null;
  return (
    <details class="interviewer" open={open.value} onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary><Icon name="speech" /><span>{t("interviewer.title")}</span><Icon name="open" /></summary>
      <div class="stack">
        {sensitive && <p class="interviewer-care">{t("interviewer.sensitive")}</p>}
        {guidance && <div><p class="eyebrow">{t("interviewer.guidance")}</p><p><Words text={guidance} /></p></div>}
        {probes.length > 0 && <Probes on={on} probes={probes} />}
      </div>
    </details>
  );
}

function Probes({ on, probes }: { on: Conducting; probes: readonly Probe[] }) {
  const { default_language: fallback } = on.form.version;
  return (
    <div>
      <p class="eyebrow">{t("interviewer.probes")}</p>
      <ul class="probes">
        {probes.map((probe, index) => (
          <li key={index}><Badge tone="sun">{t(kinds[probe.kind])}</Badge> <Words text={probe.text[on.language.value] ?? probe.text[fallback] ?? ""} /></li>
        ))}
      </ul>
    </div>
  );
}
