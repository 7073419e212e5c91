// Any number of choices, each on a card. Stored in the order of the list, whichever was tapped first.
import { ChoiceCard } from "../../ui";
import { t } from "../../i18n";
import { Words } from "../screens/Words";
import { choicesClass, namesIn, toggled, type QuestionProps } from "./props";

export function SelectMultiple({ on, path, node, id, labelledBy, describedBy }: QuestionProps) {
  const { value, readonly } = on.answers.look(path);
  const choices = on.answers.choices(path);
  const chosen = new Set(namesIn(value));
  return (
    <div class={choicesClass(node)} role="group" aria-labelledby={labelledBy} aria-describedby={[`${id}-how`, describedBy].filter(Boolean).join(" ")} lang={on.language.value}>
      <p class="small soft" id={`${id}-how`}>{t("answer.pickAny")}</p>
      {choices.map(({ name, label }) => (
        <ChoiceCard key={name} many name={id} value={name} chosen={chosen.has(name)} disabled={readonly} onChoose={(isChosen) => on.choose(path, toggled(choices, value, name, isChosen))}>
          <Words text={label || name} />
        </ChoiceCard>
      ))}
    </div>
  );
}
