// One choice of a list, each on a card.
import { ChoiceCard } from "../../ui";
import { Words } from "../screens/Words";
import { choicesClass, type QuestionProps } from "./props";

export function SelectOne(props: QuestionProps) {
  const { on, path, node, id, labelledBy, describedBy, invalid } = props;
  const { value, readonly } = on.answers.look(path);
  return (
    <div class={choicesClass(node)} role="radiogroup" aria-labelledby={labelledBy} aria-describedby={describedBy} aria-invalid={invalid || undefined} lang={on.language.value}>
      {on.answers.choices(path).map(({ name, label }) => (
        <ChoiceCard key={name} name={id} value={name} chosen={value === name} disabled={readonly} onChoose={() => on.choose(path, name)}>
          <Words text={label || name} />
        </ChoiceCard>
      ))}
    </div>
  );
}
