// Two editors changed the same draft: what both of them did, put together row by row.
import type { Draft } from "../../client/desk";

type Row = Record<string, string>;
type Sheet = Draft[string];

export interface Merged {
  draft: Draft;
  /** Rows that both have changed, differently, by sheet and name; mine stands in the merged draft. */
  clashes: string[];
}

/** Merge two drafts that began as the same one. Rows know each other by their names. */
export function merge(base: Draft, mine: Draft, theirs: Draft): Merged {
  const clashes: string[] = [];
  const names = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
  const sheets = names.map((name) => [name, mergeSheet(name, [base[name], mine[name], theirs[name]], clashes)] as const);
  const kept = Object.fromEntries(sheets.filter(([, sheet]) => sheet !== undefined));
  return { draft: { ...kept, survey: (kept.survey ?? []) as Row[] }, clashes };
}

type Three<T> = readonly [base: T, mine: T, theirs: T];

function mergeSheet(name: string, [base, mine, theirs]: Three<Sheet>, clashes: string[]): Sheet {
  if (Array.isArray(mine) || Array.isArray(theirs)) return mergeRows(name, [listOf(base), listOf(mine), listOf(theirs)], clashes);
  const cells = [cellsOf(base), cellsOf(mine), cellsOf(theirs)] as const;
  const columns = [...new Set([...Object.keys(cells[2]), ...Object.keys(cells[1])])];
  const merged = columns.map((column) => [column, pick(`${name}: ${column}`, [cells[0][column], cells[1][column], cells[2][column]], clashes)] as const);
  return mine === undefined && theirs === undefined ? undefined : Object.fromEntries(merged.filter(([, cell]) => cell !== undefined)) as Row;
}

function mergeRows(sheet: string, three: Three<Row[]>, clashes: string[]): Row[] {
  const [base, mine, theirs] = three.map(byName) as unknown as Three<Map<string, Row>>;
  const [leading, following] = same([...theirs.keys()], [...base.keys()]) ? [mine, theirs] : [theirs, mine];
  const order = inserted([...leading.keys()], [...following.keys()]);
  const rows = order.map((name) => pick(`${sheet}: ${name}`, [base.get(name), mine.get(name), theirs.get(name)], clashes));
  return rows.filter((row) => row !== undefined);
}

/** Take what only one of them changed; where both did, differently, note a clash and take mine. */
function pick<T>(place: string, [base, mine, theirs]: Three<T>, clashes: string[]): T {
  if (same(mine, base)) return theirs;
  if (!same(theirs, base) && !same(mine, theirs)) clashes.push(place);
  return mine;
}

/** Each name that is missing from `into` goes behind the one it follows in `from`. */
function inserted(into: string[], from: string[]): string[] {
  const order = [...into];
  for (const [index, name] of from.entries()) {
    if (order.includes(name)) continue;
    const before = from[index - 1];
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, name);
  }
  return order;
}

/** A row's name: its list and its name. Rows without one, and second ones of a name, are counted. */
function byName(rows: Row[]): Map<string, Row> {
  const found = new Map<string, Row>();
  for (const row of rows) {
    const name = [row.list_name, row.name].filter(Boolean).join("/") || (row.type ?? "");
    let nth = 1;
    while (found.has(nth === 1 ? name : `${name} (${nth})`)) nth += 1;
    found.set(nth === 1 ? name : `${name} (${nth})`, row);
  }
  return found;
}

const cellsOf = (sheet: Sheet): Row => (Array.isArray(sheet) ? {} : (sheet ?? {}));
const listOf = (sheet: Sheet): Row[] => (Array.isArray(sheet) ? sheet : []);
const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (
    typeof inner === "object" && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner
  ));
}
