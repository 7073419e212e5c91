// An answer in words, for the list of all answers: labels for names, dates and numbers as the language writes them.
import type { Node } from "../../logic";
import type { Answers } from "../conduct/answers";
import { t } from "../../i18n/further";
import { readPlaces, readUnfinished } from "../questions/places";
import { plainWords } from "./markup";
import { shownNumber } from "./numbers";

interface Shown {
  readonly answers: Answers;
  readonly path: string;
  readonly node: Node;
  readonly value: string;
  readonly language: string;
}

const ways: Readonly<Record<string, (shown: Shown) => string>> = {
  integer: ({ value, language }) => shownNumber(value, language),
  decimal: ({ value, language }) => shownNumber(value, language),
  range: ({ value, language }) => shownNumber(value, language),
  date: ({ value, language, node }) => shownDate(value, language, node.appearance ?? ""),
  time: ({ value }) => value.slice(0, 5),
  dateTime: ({ value, language }) => `${shownDate(value, language, "")} ${value.slice(11, 16)}`,
  geopoint: ({ value }) => value.split(" ").slice(0, 2).join(", "),
  geotrace: ({ value }) => howManyPlaces(value, false),
  geoshape: ({ value }) => howManyPlaces(value, true),
  select_one: (shown) => labels(shown)[0] ?? shown.value,
  select_multiple: (shown) => labels(shown).join(" · "),
  rank: (shown) => labels(shown).map((label, index) => `${index + 1}. ${label}`).join("  "),
  acknowledge: () => "✓",
};

/** What is no answer yet, as far as it goes; what is not listed is shown as it was typed. */
const partly: Readonly<Record<string, (shown: Shown) => string>> = {
  date: ({ value, language }) => shownMonthAndYear(value, language),
  dateTime: ({ value, language }) => (value.startsWith("T") ? value.slice(1, 6) : shownDate(value, language, "")),
  geopoint: ({ value }) => typedNumbers(value),
  geotrace: ({ value }) => placesAndNumbers(value, false),
  geoshape: ({ value }) => placesAndNumbers(value, true),
};

/** `""` where nothing was entered. */
export function shownAnswer(answers: Answers, path: string, language: string): string {
  const node = answers.form.node(path);
  const { value } = answers.look(path);
  const unclear = answers.unclear(path);
  if (unclear !== undefined) return partly[node.type]?.({ answers, path, node, value: unclear, language }) ?? unclear;
  if (value === "") return "";
  return ways[node.type]?.({ answers, path, node, value, language }) ?? value;
}

const howManyPlaces = (value: string, isArea: boolean): string => t("trace.shown", { count: readPlaces(value, isArea).length });

function placesAndNumbers(unclear: string, isArea: boolean): string {
  const places = readUnfinished(unclear)?.places;
  return [places && howManyPlaces(places, isArea), typedNumbers(unclear)].filter(Boolean).join(" · ");
}

function typedNumbers(unclear: string): string {
  const { latitude = "", longitude = "" } = readUnfinished(unclear) ?? {};
  return latitude + longitude === "" ? "" : [latitude, longitude].map((typed) => typed || "…").join(", ");
}

/** `2021-` and `-03`, too. */
function shownMonthAndYear(unclear: string, language: string): string {
  const [year = "", month = ""] = unclear.split("-");
  return [month && monthName(month, language), year].filter(Boolean).join(" ");
}

export function monthName(month: string, language: string): string {
  return new Date(Date.UTC(2024, Number(month) - 1, 15)).toLocaleDateString(language, { month: "long", timeZone: "UTC" });
}

function labels({ answers, path, value }: Shown): string[] {
  const words = new Map(answers.choices(path).map(({ name, label }) => [name, plainWords(label) || name]));
  return value.split(" ").filter(Boolean).map((name) => words.get(name) ?? name);
}

function shownDate(value: string, language: string, appearance: string): string {
  const [year = 0, month = 1, day = 1] = value.slice(0, 10).split("-").map(Number);
  const looks = appearance.split(" ");
  if (looks.includes("year")) return String(year);
  const parts: Intl.DateTimeFormatOptions = { month: "long", year: "numeric", timeZone: "UTC", ...(looks.includes("month-year") ? {} : { day: "numeric" }) };
  return new Date(Date.UTC(year, month - 1, day)).toLocaleDateString(language, parts);
}
