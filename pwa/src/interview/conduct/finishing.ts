// The last step: every answer with what became of it, frozen as it is on disk. Fetched with the list of all answers.
import { answerStates, type Node } from "../../logic";
import type { Answer, FinalAnswers } from "../keeping";
import type { Answers } from "./answers";
import type { Conducting } from "./conducting";

const MOST_TRIES = 5;
/** No draft stands at this number: finishing then finds what the other window has finished, or fails. */
const FINISHED_ELSEWHERE = -1;

/** Finish an interview; never rejects: whether it worked is told by `on.finishing`. */
export async function finish(on: Conducting): Promise<void> {
  if (on.finishing.value === "running") return;
  on.finishing.value = "running";
  on.finishing.value = await freeze(on).then(() => "done" as const, () => "failed" as const);
}

/** Freeze what is on disk: if another window writes at that very moment, look again. */
async function freeze(on: Conducting): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const changes = await on.catchUp().catch(() => FINISHED_ELSEWHERE);
    try {
      await on.keeper.finish(finalAnswers(on.answers, on.mode !== "interview"), changes);
      return;
    } catch (failure) {
      const hasMoved = failure instanceof Error && failure.name === "DraftMoved";
      if (!hasMoved || tries === MOST_TRIES) throw failure;
    }
  }
}

/** Every question with its value or the reason why there is none. Stamps the end. */
function finalAnswers(answers: Answers, isAnonymous: boolean): FinalAnswers {
  const { form } = answers;
  form.finish();
  const records = answers.recorded();
  const declined = new Map([...records].flatMap(([path, record]) => (isRefusal(record) ? [[path, record.missing] as const] : [])));
  const states = answerStates(form, { seen: new Set(records.keys()), declined });
  const leaves = form.paths().filter((path) => leavesPhone(form.node(path), isAnonymous));
  return Object.fromEntries(leaves.map((path) => {
    const { value } = form.get(path);
    const state = states.get(path) ?? (value === "" ? "not_asked" : "answered");
    return [path, state === "answered" ? { value } : { missing: state }];
  }));
}

const leavesPhone = ({ children, type, stamp }: Node, isAnonymous: boolean): boolean =>
  children === undefined && type !== "note" && !(isAnonymous && stamp);

const isRefusal = (record: Answer): record is { missing: "rather_not_say" | "dont_know" } => "missing" in record && record.missing !== "skipped";
