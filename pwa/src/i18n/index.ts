// Everything the interface says, in every language it speaks. Question texts are not here: they belong to a version.
import { signal } from "@preact/signals";
import { phone as others } from "virtual:languages";
import english from "virtual:words/en/phone";
import { translator, type Translate } from "./translate";
import type { Words } from "./words";

export { showDate } from "./dates";
export { directionOf } from "./directions";
export { chooseLanguage, interfaceLanguage, language, languages, type LanguageCode } from "./language";
export { loadMessages } from "./translate";

const said = translator<Words["phone"]>(english, others);

/** Whether the app goes by a plain name on this phone: then no sentence gives its own away. */
export const isNeutral = signal(false);

/** A `t` that says the plain name where the app goes by it. */
export function discreet<Spoken>(t: Translate<Spoken>): Translate<Spoken> {
  return (key, ...values) => {
    const words = t(key, ...values);
    return isNeutral.value ? words.split(said("app.name")).join(said("app.neutralName")) : words;
  };
}

/** What is said within an interview. The screens around it, and the desk, have a `t` of their own: their words come with them. */
export const t = discreet(said);

/** The keys of these messages, for tables that map a state to its words. */
export type PhoneKey = keyof Words["phone"];
