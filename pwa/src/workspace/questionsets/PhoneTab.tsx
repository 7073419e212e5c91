// The draft as the phone will show it: the real screens, answered on trial.
import { ProblemError, questionSets, type QuestionSet } from "../../client/desk";
import { t } from "../../i18n/desk";
import type { Version } from "../../logic";
import { Button } from "../../ui";
import { useLoad } from "../loading";
import { Empty, Loaded } from "../parts";
import { to } from "../routing";
import { PhoneView } from "./PhoneView";

export function PhoneTab({ org, set }: { org: string; set: QuestionSet }) {
  const found = useLoad(`${set.id}/${set.draft_rev}`, () => questionSets.preview(org, set.id) as Promise<Version>);
  const { load } = found;
  if (load.state === "failed" && load.failure instanceof ProblemError && load.failure.status === 422) {
    return (
      <Empty icon="questions" title={t("phone.faults")} acts={<Button kind="primary" href={to.questionSet(org, set.id, "check")}>{t("phone.toCheck")}</Button>}>
        <p>{t("phone.faultsBody")}</p>
      </Empty>
    );
  }
  return <Loaded from={found}>{(version) => <PhoneView version={version} medium={(sha256) => questionSets.mediumContent(org, set.id, sha256)} />}</Loaded>;
}
