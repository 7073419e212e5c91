// Repeats that people add and take away themselves: which there are, one more, one fewer, and back again.
import { repeating } from "../../logic";
import type { Answer, AnswerChanges } from "../keeping";
import type { Conducting } from "./conducting";

/** The answers in all repeats of a series and their number, as they were before one was taken away. */
export type Before = ReadonlyMap<string, Answer>;

/** Whether the person has said how many there are; until then the one that a form begins with does not count. */
export function isSettled(on: Conducting, series: string): boolean {
  return [...on.answers.recorded().keys()].some((path) => belongsTo(series, path));
}

/** Paths such as `/data/trip[2]`, in order. */
export function repeatsOf(on: Conducting, series: string): readonly string[] {
  on.answers.followShape();
  on.answers.followAll();
  const count = isSettled(on, series) ? repeating().count(on.form, series) : 0;
  return Array.from({ length: count }, (_, place) => `${series}[${place + 1}]`);
}

/** Add one behind the others and go into it. */
export function add(on: Conducting, series: string): void {
  const before = on.form.values();
  const isFirst = !isSettled(on, series) && repeating().count(on.form, series) > 0;
  if (!isFirst) repeating().add(on.form, series);
  const count = repeating().count(on.form, series);
  const made = `${series}[${count}]`;
  const given = Object.entries(on.form.values()).filter(([path, value]) => path.startsWith(`${made}/`) && value !== "");
  change(on, { [series]: { value: String(count) }, ...Object.fromEntries(given.map(([path, value]) => [path, { value }])) }, before);
  on.enter(made);
}

/** Say that there is none, where nothing was said yet. */
export function settle(on: Conducting, series: string): void {
  if (!isSettled(on, series)) change(on, { [series]: { value: "0" } });
}

/** Take one away with its answers; those behind it move up. Returns what there was before, to be given to `bringBack`. */
export function takeAway(on: Conducting, series: string, repeat: string): Before {
  const before = familyOf(on, series);
  const gone = positionIn(series, repeat);
  const left = new Map<string, Answer>([[series, { value: String(repeating().count(on.form, series) - 1) }]]);
  for (const [path, answer] of before) {
    const position = positionIn(series, path);
    if (position > 0 && position < gone) left.set(path, answer);
    if (position > gone) left.set(`${series}[${position - 1}]${path.slice(`${series}[${position}]`.length)}`, answer);
  }
  change(on, difference(before, left));
  return before;
}

/** Let everything in the series be as it was. */
export function bringBack(on: Conducting, series: string, before: Before): void {
  change(on, difference(familyOf(on, series), before));
}

/** Change answers together, on the screen and on disk; what followed from them is kept with them. */
function change(on: Conducting, changes: AnswerChanges, before = on.form.values()): void {
  on.take(Object.fromEntries(kept({ ...Object.fromEntries(on.answers.recorded()), ...changes })), () => false);
  const after = on.form.values();
  const followed = Object.keys({ ...before, ...after }).filter((path) => before[path] !== after[path]);
  const values = followed.map((path) => [path, after[path] ? { value: after[path] } : null] as const);
  void on.saving.save({ ...Object.fromEntries(values), ...changes });
}

const kept = (changes: AnswerChanges) => Object.entries(changes).filter((each): each is [string, Answer] => each[1] !== null);

/** The number of repeats of a series, and everything in them: what was answered, worked out, or drawn. */
function familyOf(on: Conducting, series: string): Before {
  const values = Object.entries(on.form.values()).filter(([, value]) => value !== "").map(([path, value]) => [path, { value }] as const);
  return new Map([...values, ...on.answers.recorded()].filter(([path]) => belongsTo(series, path)));
}

const belongsTo = (series: string, path: string): boolean => path === series || path.startsWith(`${series}[`);

/** 0 for the series itself. */
const positionIn = (series: string, path: string): number => Number(/^\[(\d+)\]/.exec(path.slice(series.length))?.[1] ?? 0);

function difference(from: Before, to: Before): AnswerChanges {
  const gone: AnswerChanges = Object.fromEntries([...from.keys()].map((path) => [path, null]));
  return { ...gone, ...Object.fromEntries(to) };
}
