// Before publishing: what becomes immutable by it, and what does not.
import { ProblemError, questionSets, type QuestionSet, type VersionSummary } from "../../client/desk";
import { t } from "../../i18n/desk";
import { Button } from "../../ui";
import { Dialog } from "../../ui/more";
import { useAct } from "../loading";
import { Failure, Facts, listed } from "../parts";
import { to } from "../routing";
import { typedOf } from "./unsaved";

interface PublishDialogProps {
  org: string;
  set: QuestionSet;
  onClose: () => void;
  onDone: (version: VersionSummary) => void;
}

export function PublishDialog({ org, set, onClose, onDone }: PublishDialogProps) {
  const publishing = useAct(async () => onDone(await questionSets.publish(org, set.id)));
  const number = (set.latest_version?.number ?? 0) + 1;
  const hasFaults = publishing.failure instanceof ProblemError && publishing.failure.status === 422;
  return (
    <Dialog
      id="publish" title={t("publish.title", { number })} onClose={onClose}
      acts={<><Button onPress={onClose}>{t("act.cancel")}</Button><Button kind="primary" disabled={publishing.isBusy} onPress={publishing.run}>{t("publish.deed", { number })}</Button></>}
    >
      <div class="stack">
        <Facts items={[[t("sets.name"), set.title], [t("publish.questions"), set.questions], [t("organization.languages"), listed(set.languages.map(({ name }) => name))]]} />
        <p>{t("publish.frozen")}</p>
        <p class="soft">{t("publish.free")}</p>
        {typedOf(set.id) && <p class="soft">{t("publish.unsaved")}</p>}
        <Failure failure={publishing.failure} />
        {hasFaults && <p><a href={to.questionSet(org, set.id, "check")} onClick={onClose}>{t("phone.toCheck")}</a></p>}
      </div>
    </Dialog>
  );
}
