// Numbers as people type them, in their language, and as they are stored: digits and a point.

export type NumberKind = "integer" | "decimal";

/** What was typed, as it will be stored; `unclear` when it is no such number. */
export type ReadNumber = { readonly value: string; readonly grouped: boolean } | "unclear";

interface Marks {
  readonly decimal: string;
  readonly group: string;
}

const known = new Map<string, Marks>();

function marksOf(language: string): Marks {
  const found = known.get(language);
  if (found) return found;
  const parts = new Intl.NumberFormat(language).formatToParts(-1234567.5);
  const part = (type: string, otherwise: string) => parts.find((each) => each.type === type)?.value ?? otherwise;
  const marks = { decimal: part("decimal", "."), group: part("group", ",") };
  known.set(language, marks);
  return marks;
}

/** Digits of any script → 0-9; minus signs and Arabic separators → plain ones; spaces between digits go. */
export function plainDigits(text: string): string {
  return text
    .trim()
    .replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)))
    .replace(/[\u2212\u2013]/g, "-")
    .replace(/\u066B/g, ".")
    .replace(/\u066C/g, "'")
    .replace(/(?<=\d)[\s'\u2019](?=\d{3}(?:\D|$))/g, "");
}

/** Every script keeps its ten digits in a row that starts at ..0 or ..6 of its block. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  const place = code % 16;
  return /\p{Nd}/u.test(String.fromCodePoint(code - place)) ? place : place - 6;
}

const GROUPED = /^-?[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*(?:[.,]\d+)?$/;

/**
 * Read what was typed. Comma and point both serve as the decimal mark; where one stands before exactly three digits it is read
 * as the language writes thousands, and `grouped` says so, that the screen can show what was understood.
 */
export function readNumber(typed: string, kind: NumberKind, language: string): ReadNumber {
  let text = plainDigits(typed);
  const { group } = marksOf(language);
  const separator = GROUPED.exec(text)?.[1];
  const grouped = separator !== undefined && (separator === group || text.split(separator).length > 2 || /[.,].*[.,]/.test(text));
  if (grouped) text = text.split(separator).join("");
  text = text.replace(",", ".");
  const pattern = kind === "integer" ? /^-?\d+$/ : /^-?(?:\d+\.?\d*|\.\d+)$/;
  if (!pattern.test(text)) return "unclear";
  return { value: tidy(text), grouped };
}

/** `007.` → `7`, `.5` → `0.5`; trailing zeros stay: 7.50 was meant. */
function tidy(text: string): string {
  const [, sign = "", whole = "", rest = ""] = /^(-?)0*(\d*)\.?(\d*)$/.exec(text) ?? [];
  const number = `${whole || "0"}${rest && `.${rest}`}`;
  return /[1-9]/.test(number) ? sign + number : number;
}

/** A stored number as a person of this language would type it. */
export function typedNumber(stored: string, language: string): string {
  return stored.replace(".", marksOf(language).decimal);
}

/** A stored number as a person of this language reads it. */
export function shownNumber(stored: string, language: string): string {
  const number = Number(stored);
  if (stored === "" || !Number.isFinite(number)) return stored;
  return number.toLocaleString(language, { maximumFractionDigits: 20 });
}

/** A stored number with its thousands set apart, and every digit that was given. */
export function groupedNumber(stored: string, language: string): string {
  const [, sign = "", whole = "", rest = ""] = /^(-?)(\d+)(.*)$/.exec(stored) ?? [];
  return whole === "" ? stored : sign + BigInt(whole).toLocaleString(language) + rest.replace(".", marksOf(language).decimal);
}
