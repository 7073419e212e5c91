// Something to have read: one box to tick. Stored as OK, as XForms does.
import { ChoiceCard } from "../../ui";
import { t } from "../../i18n/further";
import type { QuestionProps } from "./props";

export function Acknowledge({ on, path, id, labelledBy, describedBy }: QuestionProps) {
  const { value, readonly } = on.answers.look(path);
  return (
    <div role="group" aria-labelledby={labelledBy}>
      <ChoiceCard many name={id} value="OK" chosen={value === "OK"} disabled={readonly} describedBy={describedBy} onChoose={(isChosen) => on.choose(path, isChosen ? "OK" : "")}>
        {t("answer.acknowledge")}
      </ChoiceCard>
    </div>
  );
}
