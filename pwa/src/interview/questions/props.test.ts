// What an author's appearance makes of a list of choices.
import { expect, it } from "vitest";
import { choicesClass } from "./props";

it.each([
  [undefined, "choices"],
  ["minimal", "choices"],
  ["columns", "choices in-columns in-some"],
  ["no-buttons columns-3", "choices in-columns in-3"],
  ["columns-pack", "choices in-columns in-pack"],
  ["horizontal-compact", "choices in-columns in-pack"],
  ["my-columns-thing", "choices"],
])("%j is %j", (appearance, expected) => {
  expect(choicesClass({ name: "q", type: "select_one", ...(appearance !== undefined && { appearance }) })).toBe(expected);
});
