// The pseudo-languages: every word is written anew, and nothing that a message needs is touched.
import compile from "icu-minify/compile";
import format, { type CompiledMessage } from "icu-minify/format";
import { expect, it } from "vitest";
import { FIRST, readLanguages, SECTIONS } from "../../bundling/languages";
import { PSEUDO, pseudo, type PseudoLanguage } from "../../bundling/pseudo";

const options = { formatters: { getNumberFormat: (...args: ConstructorParameters<typeof Intl.NumberFormat>) => new Intl.NumberFormat(...args),
  getPluralRules: (...args: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...args),
  getDateTimeFormat: (...args: ConstructorParameters<typeof Intl.DateTimeFormat>) => new Intl.DateTimeFormat(...args) } };

function say(code: string, message: string, values = {}): string {
  return format(pseudo(compile(message), PSEUDO.get(code) as PseudoLanguage) as CompiledMessage, code, values, options) as string;
}

it("keeps arguments, plurals and numbers", () => {
  expect(say("en-XA", "Hi {name}, bye", { name: "Ana" })).toBe("⟦Ĥîî Ana, ƀýýéé⟧");
  expect([1, 2].map((count) => say("en-XA", "{count, plural, one {# egg} other {# eggs}}", { count }))).toEqual(["⟦1 ééĝĝ⟧", "⟦2 ééĝĝš⟧"]);
  expect(say("ar-XB", "No {name}", { name: "Ana" })).toBe("نو Ana");
});

it("leaves no word of any message in English", () => {
  const first = readLanguages().get(FIRST);
  for (const section of SECTIONS) {
    for (const message of Object.values(first?.[section] ?? {})) {
      const values: Record<string, number> = {};
      for (const [, name = ""] of message.matchAll(/\{(\w+)/g)) values[name] = 3;
      for (const code of PSEUDO.keys()) expect(say(code, message, values)).not.toMatch(/[a-z]/i);
    }
  }
});
