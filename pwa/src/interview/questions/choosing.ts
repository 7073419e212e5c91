// Choosing among many: what stays chosen, in the order of the list, whichever was tapped first.
import type { Choice } from "../../logic";
import { namesIn } from "./props";

/** The value of a select_multiple once this choice is chosen, or is no more. */
export function toggled(choices: readonly Choice[], value: string, name: string, isChosen: boolean): string {
  const chosen = namesIn(value);
  return choices.map((choice) => choice.name).filter((other) => (other === name ? isChosen : chosen.includes(other))).join(" ");
}
