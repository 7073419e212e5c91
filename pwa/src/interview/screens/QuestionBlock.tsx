// One question with everything that belongs to it: control, what is wrong, the ways not to answer, the interviewer's side.
import { Fault } from "../../ui";
import { t } from "../../i18n";
import type { Node } from "../../logic";
import type { Obstacle } from "../conduct/checking";
import type { Conducting } from "../conduct/conducting";
import { later } from "../later";
import { controlFor } from "../questions";
import { Declines, offeredBy } from "./Declines";
import { Words } from "./Words";

const Interviewer = later<{ on: Conducting; path: string; node: Node }>((further) => further.Interviewer);
const Unclear = later<{ on: Conducting; path: string; node: Node }>((further) => further.Unclear);

/** The picture, film and sound of a question, below its words. */
const Media = later((further) => further.Media, true);

/** The id of a question's elements on the page. */
export const idOf = (path: string): string => `q${path.replace(/[^\w-]/g, "-")}`;

interface QuestionBlockProps {
  on: Conducting;
  path: string;
  /** The question's words stand in the head of the screen; else they stand here. */
  alone: boolean;
}

export function QuestionBlock({ on, path, alone }: QuestionBlockProps) {
  const node = on.form.node(path);
  const id = idOf(path);
  const obstacle = on.checking.shown(path);
  const hint = on.answers.words(path, "hint");
  const Control = controlFor(node, () => on.answers.choices(path));
  return (
    <section class="question stack" id={`${id}-block`} aria-labelledby={`${id}-label`}>
      {!alone && <OwnWords on={on} path={path} id={id} hint={hint} node={node} />}
      {node.sensitivity === "high" && on.mode !== "interview" && <p class="soft small">{t("respondent.sensitive")}</p>}
      <Control
        key={`${path}:${on.edition(path)}`} on={on} path={path} node={node} id={id} labelledBy={`${id}-label`} invalid={obstacle !== null}
        describedBy={[hint ? `${id}-hint` : "", obstacle ? `${id}-fault` : ""].filter(Boolean).join(" ") || undefined}
      />
      <div aria-live="polite">{obstacle && <Fault id={`${id}-fault`}>{obstacle === "unclear" ? <Unclear on={on} path={path} node={node} /> : <Words text={wordsFor(obstacle, on, path, node)} />}</Fault>}</div>
      <Declines on={on} path={path} node={node} alone={alone} />
      {on.mode === "interview" && <Interviewer on={on} path={path} node={node} />}
    </section>
  );
}

/** On a screen with several questions each has its own heading; a note there is plain words. */
function OwnWords({ on, path, id, hint, node: { type, media } }: { on: Conducting; path: string; id: string; hint: string; node: Node }) {
  const words = on.answers.words(path, "label");
  const label = <Words text={words} />;
  return (
    <div class="stack stack-tight" lang={on.language.value}>
      {type === "note" ? <p id={`${id}-label`}>{label}</p> : <h2 id={`${id}-label`}>{label}</h2>}
      {media && <Media on={on} media={media} words={words} />}
      {hint && <p class="soft" id={`${id}-hint`}><Words text={hint} /></p>}
    </div>
  );
}

function wordsFor(obstacle: Obstacle, on: Conducting, path: string, node: Node): string {
  if (obstacle === "constraint") return on.answers.words(path, "constraint_message") || t("fault.constraint");
  const wayOut = offeredBy(node, true).length > 0;
  return on.answers.words(path, "required_message") || t(wayOut ? "fault.requiredOut" : "fault.required");
}
