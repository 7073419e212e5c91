// Values in messages from right to left: set apart, wherever in a message they stand; numbers and the names of forms stay as they are.
import compile from "icu-minify/compile";
import format, { type CompiledMessage } from "icu-minify/format";
import { expect, it } from "vitest";
import { isolated } from "../../bundling/isolating";

const formatters = {
  getNumberFormat: (...args: ConstructorParameters<typeof Intl.NumberFormat>) => new Intl.NumberFormat(...args),
  getPluralRules: (...args: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...args),
  getDateTimeFormat: (...args: ConstructorParameters<typeof Intl.DateTimeFormat>) => new Intl.DateTimeFormat(...args),
};

function say(message: string, values: Record<string, string | number>): string {
  return format(isolated(compile(message)) as CompiledMessage, "en", values, { formatters }) as string;
}

it("sets values apart, and nothing else", () => {
  expect(say("إيصال {code}", { code: "1234-ABCD" })).toBe("إيصال \u20681234-ABCD\u2069");
  expect(say("{code}", { code: "1234-ABCD" })).toBe("\u20681234-ABCD\u2069");
  expect(say("{n, plural, one {# من {name}} other {# {how, select, few {قليل} other {من {name}}}}}", { n: 1, name: "Ana", how: "few" })).toBe("1 من \u2068Ana\u2069");
  expect(say("{n, plural, one {# من {name}} other {# {how, select, few {قليل} other {من {name}}}}}", { n: 2, name: "Ana", how: "many" })).toBe("2 من \u2068Ana\u2069");
  expect(say("{share, number} لا", { share: 0.5 })).toBe("0.5 لا");
});
