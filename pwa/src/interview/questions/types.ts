// The types of questions this app can ask; `questions/index.ts` must have a control for each.
import type { Node } from "../../logic";

const askable = [
  "note", "text", "integer", "decimal", "date", "time", "dateTime", "geopoint", "geotrace", "geoshape", "barcode", "select_one", "select_multiple", "rank", "range", "acknowledge",
] as const;

export type AskableType = (typeof askable)[number];

/** Whether this app can ask a question. One it cannot ask must never stand in anyone's way. */
export function canAsk(node: Node): node is Node & { type: AskableType } {
  return (askable as readonly string[]).includes(node.type);
}
