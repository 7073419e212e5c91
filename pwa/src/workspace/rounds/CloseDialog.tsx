// Before closing a round: what ends, and what becomes of answers that are still on their way.
import { rounds, type RoundSummary } from "../../client/desk";
import { t } from "../../i18n/desk";
import { useAct } from "../loading";
import { NamedConfirm } from "../parts";

interface CloseDialogProps {
  org: string;
  round: RoundSummary;
  onClose: () => void;
  onDone: (round: RoundSummary) => void;
}

export function CloseDialog({ org, round, onClose, onDone }: CloseDialogProps) {
  const closing = useAct(async () => onDone(await rounds.closeRound(org, round.id)));
  return (
    <NamedConfirm id="close-round" title={t("close.title", { title: round.title })} name={round.title} deed={t("round.close")} act={closing} onClose={onClose}>
      <ul class="ticks">
        <li>{round.mode === "cards" ? t("close.cards") : t("close.entry")}</li>
        <li>{t("close.late")}</li>
        {round.word === "anonymous" && <li>{t("close.settled", { k: round.k })}</li>}
        <li>{t("close.final")}</li>
      </ul>
    </NamedConfirm>
  );
}
