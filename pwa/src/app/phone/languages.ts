// Which language the app speaks on this phone.
import { effect } from "@preact/signals";
import { chooseLanguage, directionOf, language, languages, loadMessages, type LanguageCode } from "../../i18n";
import { keepSetting, opened } from "../../storage";

const NAME = "language";

/** Speak what was chosen here before; else what the phone speaks, as far as we can. */
export async function startLanguage(): Promise<void> {
  effect(() => {
    document.documentElement.lang = language.value;
    document.documentElement.dir = directionOf(language.value);
  });
  const kept = (await opened()).settings.find(({ name }) => name === NAME)?.value;
  const wished = languages.find(({ code }) => code === kept)?.code ?? chooseLanguage(navigator.languages);
  await loadMessages(wished).catch(() => undefined);
  language.value = wished;
}

export async function speak(code: LanguageCode): Promise<void> {
  language.value = code;
  await keepSetting(NAME, code);
}
