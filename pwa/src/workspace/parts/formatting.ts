// Dates and languages as the reader of the interface writes them.
import { language } from "../../i18n";

/** "23 November 2026", from a date without a time of day. */
export function showDate(date: string): string {
  const day = new Date(`${date.slice(0, 10)}T12:00:00Z`);
  if (Number.isNaN(day.getTime())) return date;
  return new Intl.DateTimeFormat(language.value, { dateStyle: "long", timeZone: "UTC" }).format(day);
}

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
