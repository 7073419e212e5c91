// Texts and languages as the reader of the interface writes them.
import { language } from "../../i18n";

/** The first of the texts that the reader understands: theirs, English, or whatever there is. */
export function inMyLanguage(texts: Record<string, string> | null | undefined): string {
  return texts?.[language.value] ?? texts?.en ?? Object.values(texts ?? {})[0] ?? "";
}

/** "Español": a language by its own name. */
export function languageName(code: string): string {
  try {
    const name = new Intl.DisplayNames([code], { type: "language" }).of(code) ?? code;
    return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
  } catch {
    return code;
  }
}

export const listed = (items: string[]) => new Intl.ListFormat(language.value, { type: "unit", style: "narrow" }).format(items);
