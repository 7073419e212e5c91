// Which questions of a screen stand together in a table: rows that follow each other and offer the same choices.
import type { Conducting } from "../conduct/conducting";
import { isRow, looksLike } from "../questions/props";

export interface Table {
  /** The note with the words above the choices, where its author has written one. */
  readonly head: string | null;
  /** Paths of the questions. */
  readonly rows: readonly string[];
}

/** The questions of a screen in order: each by itself, or in a table with others. */
export function tabled(on: Conducting, paths: readonly string[]): readonly (string | Table)[] {
  const parts: (string | Table)[] = [];
  for (const path of paths) {
    const last = parts.at(-1);
    if (!fits(on, path)) parts.push(path);
    else if (typeof last === "object" && offers(on, last.rows[0] ?? "") === offers(on, path)) parts.splice(-1, 1, { ...last, rows: [...last.rows, path] });
    else if (typeof last === "string" && looksLike(on.form.node(last), "label")) parts.splice(-1, 1, { head: last, rows: [path] });
    else parts.push({ head: null, rows: [path] });
  }
  return parts;
}

/** Pictures have no room in a table. */
const fits = (on: Conducting, path: string): boolean => isRow(on.form.node(path)) && !on.answers.choices(path).some(({ media }) => media);

const offers = (on: Conducting, path: string): string => on.answers.choices(path).map(({ name }) => name).join(" ");
