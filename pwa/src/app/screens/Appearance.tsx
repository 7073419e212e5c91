// The choices about how the app looks: size of letters, light or dark, contrast. Seen at once.
import { t } from "../../i18n/shell";
import { Button } from "../../ui";
import { chooseContrast, chooseLetters, chooseScheme, contrast, contrasts, letters, scheme, schemes, size } from "../phone/appearance";

export function Appearance() {
  return (
    <section class="stack" aria-labelledby="appearance">
      <h2 id="appearance">{t("look.title")}</h2>
      <Choice id="letters" label={t("look.letters")} of={letters} chosen={size.value} words={(each) => t(`look.letters.${each}`)} onChoose={chooseLetters} />
      <Choice id="scheme" label={t("look.scheme")} of={schemes} chosen={scheme.value} words={(each) => t(`look.scheme.${each}`)} onChoose={chooseScheme} />
      <Choice id="contrast" label={t("look.contrast")} of={contrasts} chosen={contrast.value} words={(each) => t(`look.contrast.${each}`)} onChoose={chooseContrast} />
    </section>
  );
}

interface ChoiceProps<Each extends string> {
  id: string;
  label: string;
  of: readonly Each[];
  chosen: Each;
  words: (each: Each) => string;
  onChoose: (each: Each) => Promise<void>;
}

function Choice<Each extends string>({ id, label, of, chosen, words, onChoose }: ChoiceProps<Each>) {
  return (
    <div class="stack stack-tight" role="group" aria-labelledby={`look-${id}`}>
      <p class="field-label" id={`look-${id}`}>{label}</p>
      <div class="row">
        {of.map((each) => <Button key={each} kind="quiet" pressed={each === chosen} onPress={() => void onChoose(each)}>{words(each)}</Button>)}
      </div>
    </div>
  );
}
