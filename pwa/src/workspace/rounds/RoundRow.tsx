// A round in a list.
import { rounds, type RoundSummary } from "../../client/desk";
import { showDate } from "../../i18n";
import { t } from "../../i18n/desk";
import { Badge } from "../../ui/more";
import { useLoad } from "../loading";
import { to } from "../routing";
import { mayIn } from "../session";
import { bandWords, modeName, wordOf } from "../words";

interface RoundRowProps {
  org: string;
  round: RoundSummary;
  withProgress?: boolean;
}

export function RoundRow({ org, round, withProgress = false }: RoundRowProps) {
  return (
    <li>
      <a class="row-link" href={to.round(org, round.id)}>
        <span class="row-title">{round.title}</span>
        <span class="row badges">
          <StateBadge round={round} />
          <Badge>{wordOf(round.word)}</Badge>
        </span>
        <span class="row-more soft">{modeName(round.mode)} · {round.question_set.title} · {datesOf(round)}</span>
        {withProgress && mayIn(org)("view_progress") && <Band org={org} id={round.id} />}
      </a>
    </li>
  );
}

export function StateBadge({ round }: { round: RoundSummary }) {
  switch (round.state) {
    case "not_yet": return <Badge tone="sun">{t("rounds.notYet")}</Badge>;
    case "open": return <Badge tone="pine">{t("rounds.open")}</Badge>;
    case "closed": return <Badge>{t("rounds.closed")}</Badge>;
  }
}

export function datesOf({ opens_on: from, closes_on: until, state }: RoundSummary): string {
  if (until) return t("rounds.fromUntil", { from: showDate(from), until: showDate(until) });
  return t(state === "not_yet" ? "rounds.fromOn" : "rounds.from", { from: showDate(from) });
}

function Band({ org, id }: { org: string; id: string }) {
  const { load } = useLoad(id, () => rounds.progress(org, id));
  return <span class="row-band">{load.state === "ready" ? bandWords(load.value.band) : "…"}</span>;
}
