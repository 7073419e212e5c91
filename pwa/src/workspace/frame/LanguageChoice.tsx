// The language of the interface, by the languages' own names.
import { language, languages } from "../../i18n";
import { t } from "../../i18n/desk";
import { Button } from "../../ui";

export function LanguageChoice() {
  return (
    <div class="row" role="group" aria-label={t("language")}>
      {languages.map(({ code, name }) => (
        <span key={code} lang={code}>
          <Button kind="quiet" pressed={language.value === code} onPress={() => { language.value = code; }}>{name}</Button>
        </span>
      ))}
    </div>
  );
}
