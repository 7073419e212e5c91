// Two languages that nobody speaks, made from the English messages for test builds. `en-XA` shows what was not translated and what has no
// room: accents, brackets, two fifths longer. `ar-XB` shows what does not turn: Arabic letters, from right to left.
import type { LanguageFile } from "./languages.ts";

const LATIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ACCENTED = [..."áƀçðéƒĝĥîĵķļḿñöþǫŕšţûṽŵẋýžÁƁÇÐÉƑĜĤÎĴĶĻḾÑÖÞǪŔŠŢÛṼŴẊÝŽ"];
const ARABIC = [..."ابثدعفجهيجكلمنوبقرستؤڤوخيز"];
const VOWELS = /[aeiouy]/gi;

/** A message as icu-minify has compiled it: text, or parts of which some are arguments with forms of their own. */
export type Compiled = unknown;

export interface PseudoLanguage {
  name: string;
  write: (text: string) => string;
  whole: (message: Compiled) => Compiled;
}

export const PSEUDO: ReadonlyMap<string, PseudoLanguage> = new Map([
  ["en-XA", { name: "⟦Þšéûðö⟧", write: (text: string) => letters(text.replace(VOWELS, "$&$&"), ACCENTED), whole: (message) => joined("⟦", message, "⟧") }],
  ["ar-XB", { name: "معكوس", write: (text: string) => letters(text, [...ARABIC, ...ARABIC]), whole: (message) => message }],
]);

/** A compiled message in a pseudo-language; arguments, their kinds and the names of their forms stay as they are. */
export function pseudo(message: Compiled, { write, whole }: PseudoLanguage): Compiled {
  return whole(rewritten(message, write));
}

/** The file that the listing needs: its messages are those of the first language. */
export function pseudoFile(first: LanguageFile, { name }: PseudoLanguage): LanguageFile {
  return { ...first, name };
}

function rewritten(node: Compiled, write: (text: string) => string): Compiled {
  if (typeof node === "string") return write(node);
  if (!Array.isArray(node)) return node;
  return node.map((part: unknown) => (Array.isArray(part) ? argument(part, write) : rewritten(part, write)));
}

/** `[name]`, `[name, kind]`, or `[name, kind, forms or style]`. */
function argument([name, kind, forms]: unknown[], write: (text: string) => string): unknown[] {
  if (typeof forms !== "object" || forms === null) return [name, kind, forms].filter((part) => part !== undefined);
  return [name, kind, Object.fromEntries(Object.entries(forms).map(([form, inside]) => [form, rewritten(inside, write)]))];
}

function joined(before: string, message: Compiled, after: string): Compiled {
  return Array.isArray(message) ? [before, ...(message as unknown[]), after] : `${before}${String(message)}${after}`;
}

function letters(text: string, script: readonly string[]): string {
  return [...text].map((letter) => script[LATIN.indexOf(letter)] ?? letter).join("");
}
