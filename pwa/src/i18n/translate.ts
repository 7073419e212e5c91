// Turns a table of messages per language into a typed `t`: names in braces are filled in, plurals follow the language's own rules.
import { language, type LanguageCode } from "./language";

/** A sentence, or its plural forms; which form is used depends on the value called `count`. */
export type Message = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** What another language must bring to be complete: every key of the first one. */
export type Complete<Table> = { readonly [Key in keyof Table]: Message };

type Names<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type NamesOf<Entry> = Entry extends string ? Names<Entry> : "count" | { [Form in keyof Entry]: Names<Entry[Form]> }[keyof Entry];
type Values<Entry> = [NamesOf<Entry>] extends [never] ? [] : [values: Record<NamesOf<Entry>, string | number>];

const rules = new Map<string, Intl.PluralRules>();

/** The plural form of a message for a count, falling back to `other`. */
export function chooseForm(message: Message, code: string, count: number): string {
  if (typeof message === "string") return message;
  const known = rules.get(code) ?? new Intl.PluralRules(code);
  rules.set(code, known);
  return message[known.select(count)] ?? message.other;
}

/** Fill `{name}` in a sentence; numbers are written the way the language writes them. */
export function fill(text: string, code: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === "number" ? value.toLocaleString(code) : value;
  });
}

/** A `t(key, values)` over one room's messages; components that call it follow the chosen language by themselves. */
export function translator<Table extends Readonly<Record<string, Message>>>(
  tables: { en: Table } & Readonly<Record<Exclude<LanguageCode, "en">, Complete<Table>>>,
) {
  return <Key extends keyof Table & string>(key: Key, ...given: Values<Table[Key]>): string => {
    const values: Readonly<Record<string, string | number>> = given[0] ?? {};
    const code = language.value;
    const table: Complete<Table> = tables[code];
    return fill(chooseForm(table[key], code, Number(values.count)), code, values);
  };
}
