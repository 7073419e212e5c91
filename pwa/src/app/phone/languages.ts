// Which language the app speaks on this phone.
import { effect } from "@preact/signals";
import { chooseLanguage, directionOf, language, languages, loadMessages, type LanguageCode } from "../../i18n";
import { keepSetting, opened } from "../../storage";

const NAME = "language";

/** Speak what was chosen here before; else what the phone speaks, as far as we can. */
export async function startLanguage(): Promise<void> {
  effect(() => void nameLanguage(language.value));
  const kept = (await opened()).settings.find(({ name }) => name === NAME)?.value;
  const wished = languages.find(({ code }) => code === kept)?.code ?? chooseLanguage(navigator.languages);
  await loadMessages(wished).catch(() => undefined);
  language.value = wished;
}

/** Say on the page which language it is in, and turn it, once its words have come: until then English is what it says. */
async function nameLanguage(code: LanguageCode): Promise<void> {
  await loadMessages(code).catch(() => undefined);
  if (code !== language.peek()) return;
  document.documentElement.lang = code;
  document.documentElement.dir = directionOf(code);
}

export async function speak(code: LanguageCode): Promise<void> {
  language.value = code;
  await keepSetting(NAME, code);
}
