// The ends and steps of a range question.
import type { Node } from "../../logic";

export interface Scale {
  readonly start: number;
  readonly end: number;
  readonly step: number;
  /** Where the untouched slider is drawn, and begins to move: in the middle, or where its author wants it seen. */
  readonly middle: number;
  readonly isPlaced: boolean;
}

/** From the question's parameters; XLSForm's own values where it gives none. */
export function scaleOf(node: Node): Scale {
  const { start, end, step, placeholder } = node.parameters ?? {};
  const low = number(start, 1);
  const high = number(end, 10);
  const by = Math.abs(number(step, 1)) || 1;
  const place = number(placeholder, NaN);
  const isPlaced = place >= Math.min(low, high) && place <= Math.max(low, high);
  return { start: low, end: high, step: by, middle: onStep(low, by, isPlaced ? place : (low + high) / 2), isPlaced };
}

/** One step from the value; from nothing, from the place where the thumb is seen, or else the end it leads from. */
export function stepped({ start, end, step, middle, isPlaced }: Scale, value: string, by: number): string {
  if (value === "" && !isPlaced) return String(by > 0 ? start : end);
  const next = onStep(start, step, (value === "" ? middle : Number(value)) + by * step);
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
