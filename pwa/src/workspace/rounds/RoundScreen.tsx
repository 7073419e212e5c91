// One round: how far it has come, how people get in, and what is done with it.
import { useState } from "preact/hooks";
import { rounds, type RoundSummary } from "../../client/desk";
import { t } from "../../i18n/desk";
import { Button } from "../../ui";
import { Badge } from "../../ui/more";
import { Screen } from "../frame/Screen";
import { useLoad } from "../loading";
import { DeskIcon, Facts, Loaded } from "../parts";
import { to } from "../routing";
import { mayIn } from "../session";
import { modeName, wordOf } from "../words";
import { CardsPart } from "./CardsPart";
import { CloseDialog } from "./CloseDialog";
import { CollectPart } from "./CollectPart";
import { Invitation } from "./Invitation";
import { ProgressPart } from "./ProgressPart";
import { datesOf, StateBadge } from "./RoundRow";

export function RoundScreen({ org, id }: { org: string; id: string }) {
  const found = useLoad(`${org}/${id}`, () => rounds.round(org, id));
  if (found.load.state === "ready") return <Known org={org} round={found.load.value} onChange={found.put} />;
  return <Screen title={t("rounds.one")} back={{ href: to.rounds(org), label: t("rounds.title") }}><Loaded from={found}>{() => null}</Loaded></Screen>;
}

function Known({ org, round, onChange }: { org: string; round: RoundSummary; onChange: (round: RoundSummary) => void }) {
  const [isClosing, setClosing] = useState(false);
  const may = mayIn(org);
  const acts = (
    <>
      {round.state !== "closed" && may("close_rounds") && <Button onPress={() => setClosing(true)}>{t("round.close")}</Button>}
      {may("view_results") && <Button kind="primary" href={to.results(org, round.id)}><DeskIcon name="chart" /> {t("round.results")}</Button>}
    </>
  );
  return (
    <Screen
      title={round.title} back={{ href: to.rounds(org), label: t("rounds.title") }} acts={acts}
      beside={<span class="row badges"><StateBadge round={round} /><Badge>{wordOf(round.word)}</Badge></span>} lead={datesOf(round)}
    >
      <Body org={org} round={round} />
      {isClosing && <CloseDialog org={org} round={round} onClose={() => setClosing(false)} onDone={(closed) => { setClosing(false); onChange(closed); }} />}
    </Screen>
  );
}

function Body({ org, round }: { org: string; round: RoundSummary }) {
  const may = mayIn(org);
  return (
    <div class="columns columns-wide">
      <div class="stack stack-wide">
        {may("view_progress") && <ProgressPart org={org} round={round} />}
        {round.link && <Invitation org={org} round={round} link={round.link} />}
        {round.mode === "cards" && <CardsPart org={org} round={round} />}
        <CollectPart org={org} round={round} />
      </div>
      <aside class="stack" aria-labelledby="settled">
        <h2 id="settled">{t("round.settled")}</h2>
        <Facts
          items={[
            [t("openRound.version"), <a href={to.version(org, round.question_set.id, round.version.id)}>{t("openRound.choice", { title: round.question_set.title, number: round.version.number })}</a>],
            [t("openRound.mode"), modeName(round.mode)],
            [t("round.word"), wordOf(round.word)],
            [t("openRound.k"), round.k],
          ]}
        />
        <p class="soft small">{t(round.word === "anonymous" ? "round.anonymousMeans" : "round.confidentialMeans", { k: round.k })}</p>
      </aside>
    </div>
  );
}
