// What the list of all answers holds: everything that was shown, what needs another look, and how much is still ahead.
import type { Conducting } from "./conducting";
import { seriesOf } from "./screens";
import { isSettled } from "./series";

export interface ReviewItem {
  readonly path: string;
  /** The answer must change before the interview can be finished. */
  readonly needsLook: boolean;
}

export interface Review {
  readonly items: readonly ReviewItem[];
  /** Paths of questions that were not shown yet, in order. */
  readonly ahead: readonly string[];
}

/** The questions the answers lead to, shown ones apart from those still ahead; what is not asked does not appear. */
export function reviewOf(on: Conducting): Review {
  on.answers.followAll();
  const questions = on.screens.flatMap((screen) => screen.questions).filter(({ path, node, within }) => {
    const isThere = within === "" || isSettled(on, seriesOf(within));
    return node.type !== "note" && isThere && on.form.get(path).relevant;
  });
  const isShown = ({ path }: { path: string }) => on.answers.record(path) !== undefined || on.form.get(path).readonly;
  return {
    items: questions.filter(isShown).map(({ path }) => ({ path, needsLook: on.checking.obstacle(path) !== null })),
    ahead: questions.filter((question) => !isShown(question)).map(({ path }) => path),
  };
}
