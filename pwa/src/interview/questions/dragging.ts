// What a list looks like while one of its items is dragged along it.

/** Where an item stands, in pixels of the page. */
export interface Place {
  readonly top: number;
  readonly height: number;
}

export interface Drag {
  readonly from: number;
  /** The place it would have if it were let go now, counted from 0. */
  readonly to: number;
  /** By how many pixels each item is moved from where it stands. */
  readonly shifts: readonly number[];
  /** The place each item would have, counted from 1. */
  readonly places: readonly number[];
}

/** The item `from` is dragged by so many pixels; it stays within the list. Others make room once it covers half of them. */
export function dragged(items: readonly Place[], from: number, by: number): Drag {
  const item = items[from];
  const [first, last] = [items[0], items.at(-1)];
  if (!item || !first || !last) return { from, to: from, shifts: [], places: [] };
  const move = Math.min(Math.max(by, first.top - item.top), endOf(last) - endOf(item));
  const above = items.filter((other, place) => place < from && item.top + move < middleOf(other)).length;
  const below = items.filter((other, place) => place > from && endOf(item) + move > middleOf(other)).length;
  const to = from - above + below;
  const room = item.height + gapOf(items);
  const shifts = items.map((_, place) => (place === from ? move : place > from && place <= to ? -room : place < from && place >= to ? room : 0));
  return { from, to, shifts, places: items.map((_, place) => (place === from ? to : place + Math.sign(shifts[place] ?? 0)) + 1) };
}

const endOf = ({ top, height }: Place): number => top + height;
const middleOf = ({ top, height }: Place): number => top + height / 2;

function gapOf([first, second]: readonly Place[]): number {
  return first && second ? second.top - endOf(first) : 0;
}
