// A scale: the choices of a select_one as points on a line, upright on a phone and level where there is room.
import { SelectOne } from "./SelectOne";
import type { QuestionProps } from "./props";

/** More points than this do not fit side by side. */
const LEVEL = 7;

export function Likert(props: QuestionProps) {
  const level = props.on.answers.choices(props.path).length <= LEVEL;
  return <div class={level ? "likert likert-level" : "likert"}><SelectOne {...props} /></div>;
}
