// The ends and steps of a range question.
import type { Node } from "../../logic";

export interface Scale {
  readonly start: number;
  readonly end: number;
  readonly step: number;
  /** Where the untouched slider is drawn. */
  readonly middle: number;
}

/** From the question's parameters; XLSForm's own values where it gives none. */
export function scaleOf(node: Node): Scale {
  const { start, end, step } = node.parameters ?? {};
  const low = number(start, 1);
  const high = number(end, 10);
  const by = Math.abs(number(step, 1)) || 1;
  return { start: low, end: high, step: by, middle: onStep(low, by, (low + high) / 2) };
}

/** One step from the value; from nothing, the end it leads from. */
export function stepped({ start, end, step }: Scale, value: string, by: number): string {
  if (value === "") return String(by > 0 ? start : end);
  const next = onStep(start, step, Number(value) + by * step);
  return String(Math.min(Math.max(next, Math.min(start, end)), Math.max(start, end)));
}

/** Every point of the scale, from its start. */
export function pointsOf({ start, end, step }: Scale): readonly string[] {
  const many = Math.floor(Math.abs(end - start) / step + 1e-9) + 1;
  return Array.from({ length: many }, (_, index) => String(onStep(start, step, start + Math.sign(end - start) * index * step)));
}

/** The points that are named under the line: both ends, and those between them where the author asks for few enough. */
export function ticksOf(node: Node): readonly string[] {
  const { start, end, ...scale } = scaleOf(node);
  const by = Math.abs(number(node.parameters?.tick_interval, 0));
  const ticks = by === 0 || node.appearance?.split(" ").includes("no-ticks") ? [] : pointsOf({ ...scale, start, end, step: by });
  const isEven = ticks.at(-1) === String(end) && ticks.length <= MOST_TICKS;
  return isEven ? ticks : [String(start), String(end)];
}

/** More than these have no room on a small phone. */
const MOST_TICKS = 6;

/** The nearest point that is a whole number of steps away, without 0.30000000000000004. */
function onStep(start: number, step: number, value: number): number {
  const digits = Math.max(decimals(step), decimals(start));
  return Number((start + Math.round((value - start) / step) * step).toFixed(digits));
}

const decimals = (value: number): number => String(value).split(".")[1]?.length ?? 0;

const number = (text: string | undefined, otherwise: number): number => (text !== undefined && text !== "" && Number.isFinite(Number(text)) ? Number(text) : otherwise);
