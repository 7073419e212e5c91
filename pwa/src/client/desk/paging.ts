// Lists come in pages; the desk's are short enough to be shown whole.
import type { Page } from "./types";

/** Where a page begins; made by the server. */
export type Cursor = string | number;

export const pageQuery = (cursor?: Cursor) => (cursor === undefined ? "" : `?cursor=${encodeURIComponent(cursor)}`);

/** Fetch page after page to the end. */
export async function allOf<T>(fetchPage: (cursor?: Cursor) => Promise<Page<T>>): Promise<T[]> {
  const found: T[] = [];
  let page = await fetchPage();
  found.push(...page.items);
  while (page.next !== null) {
    page = await fetchPage(page.next);
    found.push(...page.items);
  }
  return found;
}
