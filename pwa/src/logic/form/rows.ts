// Choice lists and secondary instances as items, so that paths and predicates walk them like the form itself.
import type { Item } from "../values";

class Cell implements Item {
  readonly children: readonly Item[] = [];

  constructor(
    readonly name: string,
    readonly parent: Item,
    private readonly read: () => string,
  ) {}

  named(): readonly Item[] {
    return this.children;
  }

  text(): string {
    return this.read();
  }
}

class Branch implements Item {
  children: readonly Item[] = [];

  constructor(
    readonly name: string,
    readonly parent: Item | null,
  ) {}

  named(name: string): readonly Item[] {
    return this.children.filter((child) => child.name === name);
  }

  text(): string {
    return this.children.map((child) => child.text()).join("");
  }
}

export type Columns = Readonly<Record<string, string | (() => string)>>;

/** An instance holding `root/item` for every row; a column may be read when it is asked for. */
export function instanceOf(rows: readonly Columns[]): Item {
  const holder = new Branch("#document", null);
  const root = new Branch("root", holder);
  holder.children = [root];
  root.children = rows.map((columns) => {
    const item = new Branch("item", root);
    item.children = Object.entries(columns).map(
      ([name, value]) => new Cell(name, item, typeof value === "string" ? () => value : value),
    );
    return item;
  });
  return holder;
}

/** The row items of such an instance. */
export const rowsOf = (instance: Item | null): readonly Item[] => instance?.children[0]?.children ?? [];
