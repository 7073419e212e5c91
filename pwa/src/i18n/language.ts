// The language of the interface: which ones there are, which one is chosen, and which way it is written.
import { signal } from "@preact/signals";

export const languages = [
  { code: "en", name: "English" },
  { code: "es", name: "Español" },
] as const;

export type LanguageCode = (typeof languages)[number]["code"];

/** The language the interface speaks now. Whoever keeps the choice (the shell) sets it at the start. */
export const language = signal<LanguageCode>("en");

const rightToLeft = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"]);

/** The part of a language tag that names the language: `es-MX` → `es`. */
const stem = (code: string): string => code.toLowerCase().split(/[-_]/)[0] ?? "";

/** The interface language for a tag such as `es-MX`, or undefined when the interface does not speak it. */
export function interfaceLanguage(code: string): LanguageCode | undefined {
  return languages.find((known) => known.code === stem(code))?.code;
}

/** The first wish the interface can fulfil; English when it can fulfil none. */
export function chooseLanguage(wishes: readonly string[]): LanguageCode {
  for (const wish of wishes) {
    const found = interfaceLanguage(wish);
    if (found) return found;
  }
  return "en";
}

/** Which way a language is written. */
export function directionOf(code: string): "ltr" | "rtl" {
  return rightToLeft.has(stem(code)) ? "rtl" : "ltr";
}
