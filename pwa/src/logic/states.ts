// Why a question has no answer: five reasons that are never mixed up.
import type { Form } from "./form";
import { questions } from "./questions";

export type Missing = "not_asked" | "skipped" | "rather_not_say" | "dont_know" | "not_reached";
export type AnswerState = "answered" | Missing;

/** What only the screens know. */
export interface Passed {
  /** Questions the person has been shown. */
  readonly seen: ReadonlySet<string>;
  /** Questions where the person chose not to answer, or chose that they cannot. It outranks an answer left behind. */
  readonly declined: ReadonlyMap<string, "rather_not_say" | "dont_know">;
}

/** The state of every question that can be answered; notes are not among them. */
export function answerStates(form: Form, passed: Passed): ReadonlyMap<string, AnswerState> {
  const asked = questions(form).filter(({ node }) => !/^(note|repeat)$/.test(node.type));
  return new Map(asked.map(({ path }) => [path, stateOf(form, path, passed)]));
}

function stateOf(form: Form, path: string, { seen, declined }: Passed): AnswerState {
  const { relevant, value } = form.get(path);
  if (!relevant) return "not_asked";
  const refusal = declined.get(path);
  if (refusal !== undefined) return refusal;
  if (value !== "") return "answered";
  return seen.has(path) ? "skipped" : "not_reached";
}
