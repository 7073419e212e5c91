// Everything the interface says, in every language it speaks. Question texts are not here: they belong to a version.
import { phone as others } from "virtual:languages";
import english from "virtual:words/en/phone";
import { translator } from "./translate";
import type { Words } from "./words";

export { showDate } from "./dates";
export { chooseLanguage, directionOf, interfaceLanguage, language, languages, type LanguageCode } from "./language";
export { loadMessages } from "./translate";

/** What is said within an interview. The screens around it, and the desk, have a `t` of their own: their words come with them. */
export const t = translator<Words["phone"]>(english, others);

/** The keys of these messages, for tables that map a state to its words. */
export type PhoneKey = keyof Words["phone"];
