// An answer in words, for the list of all answers: labels for names, dates and numbers as the language writes them.
import type { Node } from "../../logic";
import type { Answers } from "../conduct/answers";
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
  geotrace: ({ value }) => `◦ ${value.split(";").length}`,
  geoshape: ({ value }) => `◦ ${value.split(";").length - 1}`,
  select_one: (shown) => labels(shown)[0] ?? shown.value,
  select_multiple: (shown) => labels(shown).join(" · "),
  rank: (shown) => labels(shown).map((label, index) => `${index + 1}. ${label}`).join("  "),
  acknowledge: () => "✓",
};

/** `""` where there is no value. */
export function shownAnswer(answers: Answers, path: string, language: string): string {
  const node = answers.form.node(path);
  const { value } = answers.look(path);
  if (value === "") return "";
  return ways[node.type]?.({ answers, path, node, value, language }) ?? value;
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
