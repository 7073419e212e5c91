// Short names of months and weekdays; both engines use this list, and not the system's, so that they agree.

const MONTHS: Readonly<Record<string, string>> = {
  en: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
  es: "ene feb mar abr may jun jul ago sep oct nov dic",
  fr: "janv févr mars avr mai juin juil août sept oct nov déc",
  pt: "jan fev mar abr mai jun jul ago set out nov dez",
  de: "Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez",
};

/** Monday comes first. */
const WEEKDAYS: Readonly<Record<string, string>> = {
  en: "Mon Tue Wed Thu Fri Sat Sun",
  es: "lun mar mié jue vie sáb dom",
  fr: "lun mar mer jeu ven sam dim",
  pt: "seg ter qua qui sex sáb dom",
  de: "Mo Di Mi Do Fr Sa So",
};

/** The names of a language, whatever its region; English where there are none. */
const pick = (names: Readonly<Record<string, string>>, language: string, index: number): string =>
  (names[language.toLowerCase().split(/[-_]/, 1)[0] ?? "en"] ?? names["en"] ?? "").split(" ")[index] ?? "";

export const monthName = (date: Date, language: string): string => pick(MONTHS, language, date.getUTCMonth());

export const weekdayName = (date: Date, language: string): string => pick(WEEKDAYS, language, (date.getUTCDay() + 6) % 7);
