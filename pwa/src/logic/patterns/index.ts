// Regular expressions that cannot be made to hang: the subset all ODK clients share, in time linear in the text.
import { type Machine, PatternError } from "./machine";
import { read } from "./reading";

export { PatternError };

const machines = new Map<string, Machine>();

/** Whether the whole text is what the pattern describes, as in ODK Collect; raises PatternError for a pattern beyond the subset. */
export function matches(pattern: string, text: string): boolean {
  const machine = machines.get(pattern) ?? read(pattern);
  machines.set(pattern, machine);
  return machine.matches(text);
}
