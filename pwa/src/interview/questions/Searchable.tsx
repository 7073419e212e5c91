// Choices that can be searched: where the author asks for it, and where a list is longer than anyone reads.
import { useState } from "preact/hooks";
import { ChoiceCard, TextField } from "../../ui";
import { t } from "../../i18n/further";
import { Words } from "../screens/Words";
import { plainWords } from "../wording/markup";
import { namesIn, toggled, type QuestionProps } from "./props";

/** So many are shown at once; what was chosen is shown, too, whatever is searched for. */
const SHOWN = 20;

export function Searchable({ on, path, node, id, labelledBy, describedBy, invalid }: QuestionProps) {
  const { value, readonly } = on.answers.look(path);
  const [sought, setSought] = useState("");
  const many = node.type === "select_multiple";
  const choices = on.answers.choices(path);
  const chosen = new Set(many ? namesIn(value) : [value]);
  const words = folded(sought).split(" ").filter(Boolean);
  const fits = choices.filter(({ name, label }) => chosen.has(name) || words.every((word) => folded(plainWords(label) || name).includes(word)));
  const shown = fits.filter(({ name }, place) => place < SHOWN || chosen.has(name));
  const choose = (name: string, isChosen: boolean) => on.choose(path, many ? toggled(choices, value, name, isChosen) : name);
  const found = words.length === 0 ? choices.length : fits.filter(({ name }) => !chosen.has(name)).length;
  return (
    <div class="stack">
      <TextField id={`${id}-search`} label={t("search.label")} type="search" value={sought} readonly={readonly} lang={on.language.value} onInput={setSought} />
      <p class="small soft" role="status">
        {found === 0 ? t("search.none") : t("search.found", { count: found })}
        {shown.length < fits.length && ` ${t("search.more")}`}
      </p>
      <div
        class="choices" role={many ? "group" : "radiogroup"} aria-labelledby={labelledBy} aria-describedby={describedBy}
        aria-invalid={(!many && invalid) || undefined} lang={on.language.value}
      >
        {shown.map(({ name, label }) => (
          <ChoiceCard key={name} many={many} name={id} value={name} chosen={chosen.has(name)} disabled={readonly} onChoose={(isChosen) => choose(name, isChosen)}>
            <Words text={label || name} />
          </ChoiceCard>
        ))}
      </div>
    </div>
  );
}

/** Without case and accents: a phone's keyboard makes them hard to type. */
const folded = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
