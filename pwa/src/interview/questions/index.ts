// Which control asks which type of question. A type that is not in this table is shown honestly as one we cannot ask yet.
import type { ComponentType } from "preact";
import type { Choice, Node } from "../../logic";
import { later } from "../later";
import { Note } from "./Note";
import { looksLike, type QuestionProps } from "./props";
import { SelectMultiple } from "./SelectMultiple";
import { SelectOne } from "./SelectOne";
import { TextQuestion } from "./Text";
import { canAsk, type AskableType } from "./types";

type Control = ComponentType<QuestionProps>;

const trace = later((further) => further.Trace);
const numbers = later((further) => further.NumberQuestion);

const controls: Readonly<Record<AskableType, Control>> = {
  note: Note,
  text: TextQuestion,
  integer: numbers,
  decimal: numbers,
  date: later((further) => further.DateQuestion),
  time: later((further) => further.Time),
  dateTime: later((further) => further.DateTime),
  geopoint: later((further) => further.Place),
  geotrace: trace,
  geoshape: trace,
  barcode: later((further) => further.Barcode),
  select_one: SelectOne,
  select_multiple: SelectMultiple,
  rank: later((further) => further.Rank),
  range: later((further) => further.Range),
  acknowledge: later((further) => further.Acknowledge),
};

const unknown = later((further) => further.Unknown);

const pictured = later((further) => further.Pictured);
const searchable = later((further) => further.Searchable);
const row = later((further) => further.TableRow);

/** Other looks of a type, as its appearance names them. */
const looks: Readonly<Record<string, Readonly<Record<string, Control>>>> = {
  select_one: {
    quick: later((further) => further.Quick), list: row, "list-nolabel": row,
    likert: later((further) => further.Likert), autocomplete: searchable, search: searchable, minimal: later((further) => further.Minimal),
  },
  select_multiple: { list: row, "list-nolabel": row, autocomplete: searchable, search: searchable, minimal: searchable },
};

/** More choices than so many are searched rather than read. */
const LONG = 20;

/** The control of a question; `choices` are what it offers now. */
export function controlFor(node: Node, choices: () => readonly Choice[]): Control {
  const other = Object.entries(looks[node.type] ?? {}).find(([appearance]) => looksLike(node, appearance));
  if (other) return other[1];
  const offered = looks[node.type] ? choices() : [];
  if (offered.some(({ media }) => media)) return pictured;
  return offered.length > LONG ? searchable : canAsk(node) ? controls[node.type] : unknown;
}
