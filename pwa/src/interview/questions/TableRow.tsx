// The choices of one row of a table: small, and each with its own words, also where the eye finds them at the head of the table.
import { ChoiceCard } from "../../ui";
import { Words } from "../screens/Words";
import { Pictured } from "./Pictured";
import { namesIn, toggled, type QuestionProps } from "./props";

export function TableRow(props: QuestionProps) {
  const { on, path, node, id, labelledBy, describedBy, invalid } = props;
  const { value, readonly } = on.answers.look(path);
  const many = node.type === "select_multiple";
  const choices = on.answers.choices(path);
  if (choices.some(({ media }) => media)) return <Pictured {...props} />;
  const chosen = many ? namesIn(value) : [value];
  const choose = (name: string, isChosen: boolean) => on.choose(path, many ? toggled(choices, value, name, isChosen) : name);
  return (
    <div
      class="table-choices" role={many ? "group" : "radiogroup"} aria-labelledby={labelledBy} aria-describedby={describedBy}
      aria-invalid={(!many && invalid) || undefined} lang={on.language.value}
    >
      {choices.map(({ name, label }) => (
        <ChoiceCard key={name} many={many} name={id} value={name} chosen={chosen.includes(name)} disabled={readonly} onChoose={(isChosen) => choose(name, isChosen)}>
          <Words text={label || name} />
        </ChoiceCard>
      ))}
    </div>
  );
}
