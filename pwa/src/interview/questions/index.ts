// Which control asks which type of question. A type that is not in this table is shown honestly as one we cannot ask yet.
import type { ComponentType } from "preact";
import type { Node } from "../../logic";
import { later } from "../later";
import { Note } from "./Note";
import { looksLike, type QuestionProps } from "./props";
import { SelectMultiple } from "./SelectMultiple";
import { SelectOne } from "./SelectOne";
import { TextQuestion } from "./Text";
import { canAsk, type AskableType } from "./types";

type Control = ComponentType<QuestionProps>;

const numbers = later((further) => further.NumberQuestion);

const controls: Readonly<Record<AskableType, Control>> = {
  note: Note,
  text: TextQuestion,
  integer: numbers,
  decimal: numbers,
  date: later((further) => further.DateQuestion),
  time: later((further) => further.Time),
  select_one: SelectOne,
  select_multiple: SelectMultiple,
  rank: later((further) => further.Rank),
  range: later((further) => further.Range),
  acknowledge: later((further) => further.Acknowledge),
};

const unknown = later((further) => further.Unknown);

/** Other looks of a type, as its appearance names them. */
const looks: Readonly<Record<string, Readonly<Record<string, Control>>>> = {
  select_one: { likert: later((further) => further.Likert), minimal: later((further) => further.Minimal) },
};

export function controlFor(node: Node): Control {
  const other = Object.entries(looks[node.type] ?? {}).find(([appearance]) => looksLike(node, appearance));
  return other?.[1] ?? (canAsk(node) ? controls[node.type] : unknown);
}
