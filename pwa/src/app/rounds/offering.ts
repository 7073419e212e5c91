// Which language a question set is offered in first.
import { language } from "../../i18n";

/** The first of these that the app speaks now, or that the phone wishes for, be it in another region's way; else the first. */
export function firstLanguage(offered: string[], wishes: readonly string[] = [language.value, ...navigator.languages]): string {
  const stem = (code: string) => code.toLowerCase().split(/[-_]/)[0];
  const found = wishes.flatMap((wish) => [...offered.filter((code) => code === wish), ...offered.filter((code) => stem(code) === stem(wish))]);
  return found[0] ?? offered[0] ?? "und";
}
