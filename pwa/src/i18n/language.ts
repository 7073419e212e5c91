// The language of the interface: which ones there are, and which one is chosen.
import { signal } from "@preact/signals";
import { names } from "virtual:languages";
import { stem } from "./directions";

/** A language tag such as `es`: the name of a file in `languages/`. */
export type LanguageCode = string;

/** Every language the interface speaks, by its own name. */
export const languages: readonly { readonly code: LanguageCode; readonly name: string }[] = names;

/** The language the interface speaks now. Whoever keeps the choice (the shell) sets it at the start. */
export const language = signal<LanguageCode>("en");

/** The interface language for a tag such as `es-MX`, or undefined when the interface does not speak it. */
export function interfaceLanguage(code: string): LanguageCode | undefined {
  const known = languages.map((one) => one.code);
  return known.find((one) => one.toLowerCase() === code.toLowerCase()) ?? known.find((one) => one === stem(code));
}

/** The first wish the interface can fulfil; English when it can fulfil none. */
export function chooseLanguage(wishes: readonly string[]): LanguageCode {
  for (const wish of wishes) {
    const found = interfaceLanguage(wish);
    if (found) return found;
  }
  return "en";
}
