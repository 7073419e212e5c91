// Choices with pictures or sounds: one or many, each on a card; the picture is inside, and what plays stands beside it.
import type { Choice } from "../../logic";
import { ChoiceCard } from "../../ui";
import { t } from "../../i18n";
import { Played, Seen } from "../media/Media";
import { Words } from "../screens/Words";
import type { Conducting } from "../conduct/conducting";
import { choicesClass, looksLike, namesIn, toggled, type QuestionProps } from "./props";

export function Pictured({ on, path, node, id, labelledBy, describedBy, invalid }: QuestionProps) {
  const { value, readonly } = on.answers.look(path);
  const choices = on.answers.choices(path);
  const many = node.type === "select_multiple";
  const chosen = many ? namesIn(value) : [value];
  const choose = (name: string, isChosen: boolean) => on.choose(path, many ? toggled(choices, value, name, isChosen) : name);
  return (
    <div
      class={`${choicesClass(node)} pictured${looksLike(node, "no-buttons") ? " without-marks" : ""}`} role={many ? "group" : "radiogroup"} lang={on.language.value}
      aria-labelledby={labelledBy} aria-describedby={[many && `${id}-how`, describedBy].filter(Boolean).join(" ") || undefined} aria-invalid={(!many && invalid) || undefined}
    >
      {many && <p class="small soft" id={`${id}-how`}>{t("answer.pickAny")}</p>}
      {choices.map((choice) => (
        <Offered key={choice.name} on={on} choice={choice} many={many} name={id} chosen={chosen.includes(choice.name)} disabled={readonly} onChoose={(isChosen) => choose(choice.name, isChosen)} />
      ))}
    </div>
  );
}

interface OfferedProps extends Omit<Parameters<typeof ChoiceCard>[0], "children" | "value"> {
  on: Conducting;
  choice: Choice;
}

function Offered({ on, choice: { name: value, label, media = {} }, ...card }: OfferedProps) {
  const shown = { on, media, words: label };
  const isPictureOnly = label === value && media.image !== undefined; // nobody wrote words for it
  return (
    <div class="offered">
      <ChoiceCard {...card} value={value}>
        <Seen {...shown} otherwise={isPictureOnly && <span aria-hidden="true">{value}</span>} />
        <span class={isPictureOnly ? "only-heard" : undefined}><Words text={label} /></span>
      </ChoiceCard>
      <Played {...shown} />
    </div>
  );
}
