// Everything the interface says, in every language it speaks. Question texts are not here: they belong to a version.
import { effect, signal } from "@preact/signals";
import { language, type LanguageCode } from "./language";
import { en as phoneEn } from "./messages/phone.en";
import { en as shellEn } from "./messages/shell.en";
import { translator } from "./translate";

export { showDate } from "./dates";
export { chooseLanguage, directionOf, interfaceLanguage, language, languages, type LanguageCode } from "./language";

const en = { ...phoneEn, ...shellEn } as const;
const spanish = signal<typeof import("./spanish").es | null>(null);

/** What the phone says. The desk has a `t` of its own in `i18n/desk`, so that phones do not carry its words. */
export const t = translator({ en, get es() { return spanish.value ?? en; } });

/** The keys of the phone's messages, for tables that map a state to its words. */
export type PhoneKey = keyof typeof en;

/** Fetch a language's messages; until they are here, English stands in. Choosing a language fetches them, too. */
export async function loadMessages(code: LanguageCode): Promise<void> {
  if (code === "es" && spanish.peek() === null) spanish.value = (await import("./spanish")).es;
}

effect(() => {
  loadMessages(language.value).catch(() => undefined);
});
