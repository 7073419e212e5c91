// Which language is offered first: what is spoken now, then what the phone wishes for, the nearest region first.
import { expect, test } from "vitest";
import { firstLanguage } from "./offering";

test.each([
  [["en", "es"], ["es-MX", "en"], "es"],
  [["en", "en-GB", "es"], ["en-GB"], "en-GB"],
  [["en", "es"], ["pt-BR", "es"], "es"],
  [["ar", "en"], ["fr"], "ar"],
  [[], ["fr"], "und"],
])("of %j, to whom %j is spoken: %s", (offered, wishes, first) => {
  expect(firstLanguage(offered, wishes)).toBe(first);
});
