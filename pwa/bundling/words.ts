// What every message needs: the types in src/i18n/words.ts (written by `npm run words`, after a change to the English file), and the faults
// of a language file.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import compile from "icu-minify/compile";
import { FIRST, readLanguages, SECTIONS, type LanguageFile } from "./languages.ts";

const FILE = fileURLToPath(new URL("../src/i18n/words.ts", import.meta.url));
const POUND = 0;
const PLURAL = 2;
const NUMBERS = Array.from({ length: 1000 }, (_, number) => number);
/** The kinds of arguments that take a number, as icu-minify writes them: plural, selectordinal, number. */
const COUNTS: readonly unknown[] = [2, 3, 4];

type ValueType = "number" | "string | number";

/** Each argument of a message, with the type of its value. */
export function argumentsOf(message: string): ReadonlyMap<string, ValueType> {
  const found = new Map<string, ValueType>();
  const walk = (node: unknown): void => {
    if (!Array.isArray(node)) return;
    const [name, kind, forms] = node as unknown[];
    const isArgument = typeof name === "string" && (node.length === 1 || (typeof kind === "number" && kind !== POUND));
    if (!isArgument) return node.forEach(walk);
    if (COUNTS.includes(kind)) found.set(name, "number");
    else if (!found.has(name)) found.set(name, "string | number");
    if (typeof forms === "object" && forms !== null) Object.values(forms).forEach(walk);
  };
  const compiled = compile(message);
  if (Array.isArray(compiled)) compiled.forEach(walk);
  return found;
}

/** What stands in src/i18n/words.ts. */
export function wordsSource(): string {
  const file = readLanguages().get(FIRST);
  if (!file) throw new Error(`There is no ${FIRST}.json.`);
  const sections = SECTIONS.map((section) => {
    const lines = Object.entries(file[section]).map(([key, message]) => {
      const values = [...argumentsOf(message)].map(([name, type]) => `${name}: ${type}`).join("; ");
      return `    "${key}": ${values ? `{ ${values} }` : "null"};`;
    });
    return `  ${section}: {\n${lines.join("\n")}\n  };`;
  });
  return `// Written by \`npm run words\` from languages/${FIRST}.json: every message, with the values it needs.\nexport interface Words {\n${sections.join("\n")}\n}\n`;
}

/** What is wrong with a language file, each with where and how to mend it. A language needs the plural forms that whole numbers below 1,000 take. */
export function faultsOf(code: string, file: LanguageFile | undefined, first: LanguageFile): readonly string[] {
  if (!file?.name) return [`${code}.json, name: the language's own name for itself is missing.`, ...(file ? faultsInSections(code, file, first) : [])];
  return faultsInSections(code, file, first);
}

function faultsInSections(code: string, file: LanguageFile, first: LanguageFile): readonly string[] {
  return SECTIONS.flatMap((section) => {
    const [own, wanted] = [file[section], first[section]];
    const missing = Object.keys(wanted).filter((key) => !own[key]).map((key) => `${key} is missing.`);
    const strange = Object.keys(own).filter((key) => !(key in wanted)).map((key) => `${key} is in no other language: remove it.`);
    const wrong = Object.entries(own).flatMap(([key, message]) => faultsIn(code, message, wanted[key] ?? "").map((fault) => `${key}: ${fault}`));
    return [...missing, ...strange, ...wrong].map((fault) => `${code}.json, ${section}, ${fault}`);
  });
}

function faultsIn(code: string, message: string, wanted: string): readonly string[] {
  try {
    const names = (text: string) => [...argumentsOf(text).keys()].sort().join(", ") || "none";
    const faults = names(message) === names(wanted) ? [] : [`the values are ${names(message)}; they should be ${names(wanted)}.`];
    return [...faults, ...missingForms(code, message)];
  } catch (failure) {
    return [`cannot be read (${String(failure)}). Braces must be closed, and a plural needs the form other.`];
  }
}

/** The forms of a plural that the language needs and the message has not. */
function missingForms(code: string, message: string): readonly string[] {
  const rules = new Intl.PluralRules(code);
  const needed = rules.resolvedOptions().pluralCategories.filter((form) => NUMBERS.some((number) => rules.select(number) === form));
  return pluralsIn(compile(message)).flatMap((forms) => {
    const lacks = needed.filter((form) => !forms.includes(form));
    const name = new Intl.DisplayNames("en", { type: "language" }).of(code) ?? code;
    return lacks.length ? [`${name} needs the forms ${needed.join(", ")}; it lacks ${lacks.join(", ")}.`] : [];
  });
}

function pluralsIn(node: unknown): readonly (readonly string[])[] {
  if (!Array.isArray(node)) return [];
  const [name, kind, forms] = node as unknown[];
  if (typeof name !== "string" || kind !== PLURAL || typeof forms !== "object" || forms === null) return node.flatMap(pluralsIn);
  return [Object.keys(forms), ...Object.values(forms).flatMap(pluralsIn)];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(FILE, wordsSource());
