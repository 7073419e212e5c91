// The bar above every screen of an interview: a way out that loses nothing, the language, all questions, and how far along.
import { Button, Icon, Progress } from "../../ui";
import { interfaceLanguage, language, languages, t } from "../../i18n";
import type { Conducting } from "../conduct/conducting";

interface TopBarProps {
  on: Conducting;
  onLeave?: (() => void) | undefined;
  onHide?: (() => void) | undefined;
}

export function TopBar({ on, onLeave, onHide }: TopBarProps) {
  const words = progressWords(on);
  return (
    <header class="asking-bar">
      <div class="page-bar ask">
        {onLeave && <Button kind="plain" icon="close" iconOnly onPress={onLeave}>{t("go.leave")}</Button>}
        <p class="asking-title">{on.form.version.title}</p>
        <LanguageSwitch on={on} />
        {on.screen.value && <Button kind="plain" icon="list" iconOnly onPress={() => on.review()}>{t("go.allQuestions")}</Button>}
        {onHide && <Button kind="plain" icon="hide" iconOnly onPress={onHide}>{t("go.hide")}</Button>}
      </div>
      <div class="asking-far ask">
        <Progress label={t("progress.label")} value={on.progress().share} words={words} />
        <p class="asking-left small">{words}</p>
      </div>
    </header>
  );
}

function progressWords(on: Conducting): string {
  const { left, certain } = on.progress();
  const screen = on.screen.value;
  if (screen === null) return left === 0 ? t("progress.done") : t("progress.label");
  const onlyNotes = screen.questions.every(({ node }) => node.type === "note");
  if (left === 0 && certain) return t(onlyNotes ? "progress.end" : "progress.last");
  return t(certain ? "progress.left" : "progress.about", { count: left });
}

/** The question set's languages; where it has only one, the interface's. Answers stay as they are. */
function LanguageSwitch({ on }: { on: Conducting }) {
  const own = on.form.version.languages;
  const choices = own.length > 1 ? own : languages;
  const chosen = own.length > 1 ? on.language.value : language.value;
  const choose = (code: string) => {
    if (own.length > 1) on.speak(code);
    const spoken = interfaceLanguage(code);
    if (spoken) language.value = spoken;
  };
  return (
    <label class="language">
      <Icon name="language" />
      <span class="only-heard">{t("language.choose")}</span>
      <select value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
        {choices.map(({ code, name }) => <option key={code} value={code} lang={code}>{name}</option>)}
      </select>
    </label>
  );
}
