// What became of cases that the server has prepared: the same questions that `askwell logic run-cases` asks of its own engine.
import { prepareAll } from "../src/logic/functions/index";
import { runExpressions, type Expressions } from "./expressions";
import { runRecording, type Recording } from "./recordings";

export interface Outcome {
  readonly passed: number;
  readonly disagreements: readonly string[];
  readonly skipped: number;
}

export async function run(prepared: Expressions | Recording): Promise<Outcome> {
  await prepareAll();
  return "cases" in prepared ? runExpressions(prepared) : runRecording(prepared);
}

/** One thing that is not as the file says. */
export const disagreement = (where: string, what: string, expected: unknown, found: unknown): string =>
  `${where}: ${what} should be ${JSON.stringify(expected)} and is ${typeof found === "number" ? String(found) : JSON.stringify(found)}`;
