// What was chosen in select questions.
import type { Context } from "../context";
import { type Item, toNumber, toText } from "../values";
import { type Functions, onTexts, onValues } from "./define";

const SPACE = /\s+/;

/** The names in a select_multiple answer. */
export const tokens = (text: string): readonly string[] => text.split(SPACE).filter((token) => token !== "");

function selected(text: string, wanted: string): boolean {
  const needle = wanted.trim();
  const chosen = tokens(text);
  return needle === "" ? chosen.length === 0 : chosen.includes(needle);
}

/** The question that jr:choice-name names by a path in quotes, such as '/data/colour' or '../colour'. */
function questionAt(path: string, { scope, current }: Context): Item | undefined {
  const names = path.trim().split("/");
  let at: Item | undefined = names[0] === "" ? scope.document : current;
  for (const name of names.filter((each) => each !== "" && each !== ".")) {
    at = (name === ".." ? at?.parent : at?.named(name)[0]) ?? undefined;
  }
  return at;
}

export const SELECTS: Functions = {
  selected: onTexts(2, 2, ([text = "", wanted = ""]) => selected(text, wanted)),
  "selected-at": onValues(2, 2, ([value = "", place = 0]) => {
    const index = toNumber(place);
    return (index >= 0 && tokens(toText(value))[Math.trunc(index)]) || "";
  }),
  "count-selected": onTexts(1, 1, ([text = ""]) => tokens(text).length),
  "jr:choice-name": onValues(2, 2, ([value = "", path = ""], context) => {
    const question = questionAt(toText(path), context);
    return question === undefined ? "" : context.scope.choiceLabel(question, toText(value));
  }),
};
