// Dates as the reader of the interface writes them.
import { language } from "./language";

/** "23 November 2026", from a date without a time of day. */
export function showDate(date: string): string {
  const day = new Date(`${date.slice(0, 10)}T12:00:00Z`);
  if (Number.isNaN(day.getTime())) return date;
  return new Intl.DateTimeFormat(language.value, { dateStyle: "long", timeZone: "UTC" }).format(day);
}
