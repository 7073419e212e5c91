// A typed `t` for a section of messages: ICU messages, compiled when the app is built, in the language of the moment.
import { effect, signal } from "@preact/signals";
import format, { type CompiledMessage, type FormatOptions } from "icu-minify/format";
import { language, type LanguageCode } from "./language";

type Table = Readonly<Record<string, CompiledMessage>>;
/** How to fetch a section in the other languages. */
export type Others = Readonly<Record<LanguageCode, () => Promise<{ default: Table }>>>;
type Given<Values> = [Values] extends [null] ? [] : [values: Values];

/** Says a message, with the values it needs. */
export type Translate<Words> = <Key extends keyof Words & string>(key: Key, ...given: Given<Words[Key]>) => string;

/** `Intl` objects are slow to make and never change. */
function remembered<Arguments extends unknown[], Made>(make: (...args: Arguments) => Made): (...args: Arguments) => Made {
  const made = new Map<string, Made>();
  return (...args) => {
    const key = JSON.stringify(args);
    const one = made.get(key) ?? make(...args);
    made.set(key, one);
    return one;
  };
}

const options: FormatOptions = {
  formatters: {
    getNumberFormat: remembered((...args) => new Intl.NumberFormat(...args)),
    getPluralRules: remembered((...args) => new Intl.PluralRules(...args)),
    getDateTimeFormat: remembered((...args) => new Intl.DateTimeFormat(...args)),
  },
};

const sections = new Set<(code: LanguageCode) => Promise<void>>();

/** Fetch a language's messages for every part of the app that is here; until they have come, English stands in. */
export async function loadMessages(code: LanguageCode): Promise<void> {
  await Promise.all([...sections].map((load) => load(code)));
}

/** A `t` over one section; what is not in it is said by `beside`. Components that call it follow the chosen language by themselves. */
export function translator<Words>(english: Table, others: Others, beside?: (key: string, values: object) => string): Translate<Words> {
  const tables = signal<Readonly<Record<LanguageCode, Table>>>({ en: english });
  sections.add(async (code) => {
    const fetch = others[code];
    if (!fetch || tables.peek()[code]) return;
    const { default: table } = await fetch();
    tables.value = { ...tables.peek(), [code]: table };
  });
  return (key, ...given) => {
    const values = given[0] ?? {};
    if (beside && !(key in english)) return beside(key, values);
    const own = tables.value[language.value]?.[key];
    return format(own ?? english[key] ?? key, own === undefined ? "en" : language.value, values, options) as string;
  };
}

effect(() => {
  loadMessages(language.value).catch(() => undefined);
});
