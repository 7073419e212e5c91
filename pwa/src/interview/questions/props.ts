// What every question's control is given.
import type { Choice, Node } from "../../logic";
import type { Conducting } from "../conduct/conducting";

export interface QuestionProps {
  on: Conducting;
  path: string;
  node: Node;
  /** The id of the control on the page; ids of its parts begin with it. */
  id: string;
  /** The id of the heading that asks. */
  labelledBy: string;
  /** Ids of the hint and of what is wrong. */
  describedBy?: string | undefined;
  /** Something is wrong, and is said beside the control. */
  invalid: boolean;
}

/** Does the author ask for this look? */
export function looksLike(node: Node, appearance: string): boolean {
  return node.appearance?.split(" ").includes(appearance) ?? false;
}

/** Is it a row of a table, beside others with the same choices? */
export function isRow({ type, appearance = "" }: Node): boolean {
  return /^select/.test(type) && /(^| )list(-nolabel)?( |$)/.test(appearance);
}

/** The class of a list of choices: in a line, or in the columns that its author asks for. */
export function choicesClass({ appearance = "" }: Node): string {
  const [, columns, many] = /(?:^| )(columns|horizontal)(?:-(\d|pack|compact))?(?= |$)/.exec(appearance) ?? [];
  return columns ? `choices in-columns in-${many === "compact" ? "pack" : (many ?? "some")}` : "choices";
}

/** The names in a list of choices, as select_multiple and rank store them. */
export function namesIn(value: string): readonly string[] {
  return value.split(" ").filter(Boolean);
}

/** The value with one name more, or one less: in the order of the list, whichever was tapped first. */
export function toggled(choices: readonly Choice[], value: string, name: string, isChosen: boolean): string {
  const chosen = new Set(namesIn(value));
  return choices.map((choice) => choice.name).filter((other) => (other === name ? isChosen : chosen.has(other))).join(" ");
}

/** What ties a field to the words around it. */
export function tiesOf({ id, labelledBy, describedBy, invalid }: QuestionProps) {
  return { id, labelledBy, describedBy, invalid };
}
