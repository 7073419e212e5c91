// Which questions of a screen stand together in a table.
import { describe, expect, it } from "vitest";
import type { Node, Version } from "../../logic";
import { Conducting } from "../conduct/conducting";
import { Shelf } from "../conduct/shelf.fixture";
import { tabled } from "./tabling";

const row = (name: string, list: string, type = "select_one"): Node => ({ name, type, list, appearance: "list-nolabel" });

const children: readonly Node[] = [
  { name: "head", type: "note", appearance: "label", label: { en: ["How often?"] } },
  row("meals", "often"), row("travel", "often", "select_multiple"),
  { name: "why", type: "text" },
  { name: "rest", type: "select_one", list: "often", appearance: "list" },
  row("fair", "agree"), row("faces", "pictured"), { name: "plain", type: "select_one", list: "often" },
];

const version: Version = {
  schema: 1, id: "t", title: "T", root: "data", languages: [{ code: "en", name: "English" }], default_language: "en",
  tree: [{ name: "g", type: "group", appearance: "field-list", children }],
  lists: { often: [{ name: "a" }, { name: "b" }], agree: [{ name: "y" }], pictured: [{ name: "c", media: { image: { en: ["c.png"] } } }] },
};

const at = (name: string) => `/data/g/${name}`;

describe("a table", () => {
  it("holds rows that follow each other and offer the same, under the words that stand before them; pictures stand alone", () => {
    const shelf = new Shelf(version);
    const on = new Conducting(shelf.draft(), shelf);
    expect(tabled(on, on.asked())).toEqual([
      { head: at("head"), rows: [at("meals"), at("travel")] },
      at("why"),
      { head: null, rows: [at("rest")] },
      { head: null, rows: [at("fair")] },
      at("faces"), at("plain"),
    ]);
  });
});
