// Interviews without a screen: the way through, what is kept when, and what is recorded at the end.
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Node, Tree, Version } from "../../logic";
import { Conducting } from "./conducting";
import { finish } from "./finishing";
import { Shelf } from "./shelf.fixture";

const at = (name: string): Tree => ["path", "root", [["child", "data", []], ["child", name, []]]];
const is = (name: string, value: string): Tree => ["bin", "=", at(name), ["str", value]];
const always: Tree = ["call", "true", []];

/** Works? → (yes) where, hours → thoughts. `hours` must be below 80. */
const tree: readonly Node[] = [
  { name: "began", type: "start", stamp: true },
  { name: "welcome", type: "note", label: { en: ["Welcome"] } },
  { name: "works", type: "select_one", list: "yes_no", bind: { required: always }, label: { en: ["Do you work?"], es: ["¿Trabaja?"] } },
  {
    name: "job", type: "group", bind: { relevant: is("works", "yes") }, appearance: "field-list", children: [
      { name: "where", type: "text", label: { en: ["Where?"] } },
      { name: "hours", type: "integer", bind: { constraint: ["bin", "<", ["path", "ctx", [["self", "node()", []]]], ["num", 80]] }, label: { en: ["Hours?"] } },
    ],
  },
  { name: "pay", type: "decimal", bind: { required: always }, answer_options: ["rather_not_say"], label: { en: ["Pay?"] } },
  { name: "voice", type: "audio", bind: { required: always }, label: { en: ["In your own voice?"] } },
  { name: "thoughts", type: "text", label: { en: ["Anything else?"] } },
];

const version: Version = {
  schema: 1, id: "t", title: "T", root: "data", languages: [{ code: "en", name: "English" }, { code: "es", name: "Español" }], default_language: "en",
  tree, lists: { yes_no: [{ name: "yes", label: { en: ["Yes"] } }, { name: "no", label: { en: ["No"] } }] },
  deps: { "/data/works": ["/data/job"], "/data/job/hours": ["/data/job/hours"] },
};

const begin = (shelf = new Shelf(version)) => ({ shelf, on: new Conducting(shelf.draft(), shelf) });
const place = (on: Conducting) => on.screen.value?.key ?? "review";

afterEach(() => {
  vi.useRealTimers();
});

describe("the way through", () => {
  it("follows the answers, shows a field-list on one screen, and ends at the review", () => {
    const { on } = begin();
    expect(place(on)).toBe("/data/welcome");
    on.next();
    on.choose("/data/works", "yes");
    on.next();
    expect(on.asked()).toEqual(["/data/job/where", "/data/job/hours"]);
    on.back();
    on.choose("/data/works", "no");
    on.next();
    expect(place(on)).toBe("/data/pay");
  });

  it("goes on where the person was, or at the next question if that one is no longer asked", () => {
    const { shelf, on } = begin();
    on.next();
    on.choose("/data/works", "yes");
    on.next();
    expect(place(begin(shelf).on)).toBe("/data/job/where");
    shelf.answers["/data/works"] = { value: "no" };
    expect(place(begin(shelf).on)).toBe("/data/pay");
  });

  it("holds back only going on, never going back", () => {
    const { on } = begin();
    on.next();
    expect(on.next()).toBe("/data/works");
    expect(on.checking.shown("/data/works")).toBe("required");
    on.back();
    expect(place(on)).toBe("/data/welcome");
  });

  it("is never held up by a question this app cannot ask", () => {
    const { on } = begin();
    on.visit("/data/voice");
    expect(on.next()).toBeUndefined();
    expect([place(on), on.answers.reason("/data/voice")]).toEqual(["/data/thoughts", "skipped"]);
  });

  it("comes back to the review after a visit, but goes on from a question that is new", () => {
    const { on } = begin();
    on.next();
    on.choose("/data/works", "no");
    on.next();
    on.decline("/data/pay", "rather_not_say");
    for (let step = 0; step < 3; step += 1) on.next();
    expect(place(on)).toBe("review");
    on.visit("/data/pay");
    on.next();
    expect(place(on)).toBe("review");
    on.visit("/data/works");
    on.choose("/data/works", "yes");
    on.next();
    on.visit("/data/job/where");
    on.next();
    expect(place(on)).toBe("/data/pay");
  });
});

describe("progress", () => {
  it("never goes back on the way forward, and says when the number may still change", () => {
    const { on } = begin();
    expect(on.progress()).toEqual({ share: 0, left: 4, certain: false });
    on.next();
    on.choose("/data/works", "yes");
    expect(on.progress()).toEqual({ share: 1 / 6, left: 5, certain: false });
    on.next();
    expect(on.progress()).toEqual({ share: 2 / 6, left: 3, certain: true });
  });
});

describe("answers", () => {
  it("keeps a choice at once, and words within half a second or when the page is hidden", async () => {
    vi.useFakeTimers();
    const { shelf, on } = begin();
    on.choose("/data/works", "yes");
    expect(shelf.answers["/data/works"]).toEqual({ value: "yes" });
    on.type("/data/job/where", "Har");
    await vi.advanceTimersByTimeAsync(200);
    on.type("/data/job/where", "Harb");
    await vi.advanceTimersByTimeAsync(300);
    expect(shelf.answers["/data/job/where"]).toEqual({ value: "Harb" });
    on.type("/data/job/where", "Harbour");
    on.flush();
    expect(shelf.answers["/data/job/where"]).toEqual({ value: "Harbour" });
  });

  it("lets no words that were typed before a choice come after it", async () => {
    vi.useFakeTimers();
    const { shelf, on } = begin();
    on.type("/data/pay", "5");
    on.choose("/data/pay", "6");
    await vi.advanceTimersByTimeAsync(1_000);
    expect([on.answers.look("/data/pay").value, shelf.answers["/data/pay"]]).toEqual(["6", { value: "6" }]);
  });

  it("keeps what no longer applies, and brings it back", () => {
    const { shelf, on } = begin();
    on.choose("/data/works", "yes");
    on.choose("/data/job/where", "Harbour");
    on.choose("/data/works", "no");
    expect(shelf.answers["/data/job/where"]).toEqual({ value: "Harbour" });
    on.choose("/data/works", "yes");
    expect(on.answers.look("/data/job/where").value).toBe("Harbour");
  });

  it("takes a reason back, and the value with it", () => {
    const { shelf, on } = begin();
    on.choose("/data/pay", "12.5");
    on.decline("/data/pay", "rather_not_say");
    expect([on.answers.look("/data/pay").value, shelf.answers["/data/pay"]]).toEqual(["", { missing: "rather_not_say" }]);
    on.decline("/data/pay", "rather_not_say");
    expect(shelf.answers["/data/pay"]).toEqual({ value: "12.5" });
  });

  it("shows a broken rule once the person has left the field, and lets words that are no number stand", () => {
    const { on } = begin();
    on.choose("/data/works", "yes");
    on.type("/data/job/hours", "90");
    expect(on.checking.shown("/data/job/hours")).toBeNull();
    on.typed("/data/job/hours");
    expect(on.checking.shown("/data/job/hours")).toBe("constraint");
    on.cannotRead("/data/job/hours", "9o");
    expect([on.checking.shown("/data/job/hours"), on.answers.unclear("/data/job/hours")]).toEqual(["unclear", "9o"]);
    on.type("/data/job/hours", "40");
    on.typed("/data/job/hours");
    expect(on.checking.shown("/data/job/hours")).toBeNull();
  });

  it("keeps what is no answer yet on disk, and neither going back nor a reason loses it", () => {
    const { shelf, on } = begin();
    on.visit("/data/pay");
    on.cannotRead("/data/pay", "12,");
    on.back();
    expect(shelf.answers["/data/pay"]).toEqual({ unclear: "12," });
    const again = begin(shelf).on;
    expect([again.checking.obstacle("/data/pay"), again.answers.look("/data/pay").value]).toEqual(["unclear", ""]);
    again.decline("/data/pay", "rather_not_say");
    expect(shelf.answers["/data/pay"]).toEqual({ missing: "rather_not_say" });
    again.decline("/data/pay", "rather_not_say");
    expect(shelf.answers["/data/pay"]).toEqual({ unclear: "12," });
  });

  it("lets nothing unclear stand in the way where it is not asked any more", () => {
    const { shelf, on } = begin();
    on.choose("/data/works", "yes");
    on.cannotRead("/data/job/hours", "9o");
    on.choose("/data/works", "no");
    expect([on.checking.obstacle("/data/job/hours"), shelf.answers["/data/job/hours"]]).toEqual([null, { unclear: "9o" }]);
  });
});

describe("keeping", () => {
  it("says saved only when it is, and keeps what failed until a retry succeeds", async () => {
    const { shelf, on } = begin();
    expect(on.saving.state.value).toBe("nothing");
    shelf.full = true;
    on.choose("/data/works", "yes");
    expect(on.saving.state.value).toBe("writing");
    await on.saving.idle();
    expect(on.saving.state.value).toBe("failed");
    shelf.full = false;
    expect(await on.saving.retry()).toBe(true);
    expect([on.saving.state.value, shelf.answers["/data/works"]]).toEqual(["saved", { value: "yes" }]);
  });

  it("does not let an old answer that failed overwrite a newer one", async () => {
    const { shelf, on } = begin();
    shelf.full = true;
    on.choose("/data/works", "yes");
    shelf.full = false;
    on.choose("/data/works", "no");
    await on.saving.idle();
    expect([on.saving.state.value, shelf.answers["/data/works"]]).toEqual(["saved", { value: "no" }]);
  });
});

describe("saying that it is saved", () => {
  it("waits until the last word is on disk, too", async () => {
    const { shelf, on } = begin();
    on.choose("/data/works", "yes");
    await on.settled();
    expect(on.isSaved.value).toBe(true);
    on.type("/data/thoughts", "Beta");
    expect([on.isSaved.value, shelf.answers["/data/thoughts"]]).toEqual([false, undefined]);
    await on.settled();
    expect([on.isSaved.value, shelf.answers["/data/thoughts"]]).toEqual([true, { value: "Beta" }]);
  });
});

describe("finishing", () => {
  it("tells the five kinds of no answer apart", async () => {
    const { shelf, on } = begin();
    on.next();
    on.choose("/data/works", "no");
    on.next();
    on.decline("/data/pay", "rather_not_say");
    on.review();
    await finish(on);
    expect(on.finishing.value).toBe("done");
    expect(shelf.final).toEqual({
      "/data/works": { value: "no" },
      "/data/job/where": { missing: "not_asked" },
      "/data/job/hours": { missing: "not_asked" },
      "/data/pay": { missing: "rather_not_say" },
      "/data/voice": { missing: "not_reached" },
      "/data/thoughts": { missing: "not_reached" },
    });
  });

  it("records going on without an answer as skipped", async () => {
    const { shelf, on } = begin();
    on.choose("/data/works", "yes");
    on.visit("/data/job/where");
    on.next();
    await finish(on);
    expect(shelf.final?.["/data/job/where"]).toEqual({ missing: "skipped" });
  });

  it.each([["open_link", false], ["cards", false], ["interview", true]] as const)("in the mode %s, when it began goes along: %s", async (mode, goesAlong) => {
    const shelf = new Shelf(version);
    shelf.mode = mode;
    const { on } = begin(shelf);
    await finish(on);
    expect("/data/began" in (shelf.final ?? {})).toBe(goesAlong);
  });

  it("brings what another window has kept, and never puts having gone on in the place of an answer", async () => {
    const { shelf, on } = begin();
    const other = new Conducting(shelf.draft(), shelf);
    on.choose("/data/works", "yes");
    other.choose("/data/works", "yes");
    other.type("/data/thoughts", "Beta");
    other.choose("/data/pay", "12");
    await other.settled();
    on.visit("/data/pay");
    on.next();
    await finish(on);
    expect(shelf.final).toMatchObject({ "/data/pay": { value: "12" }, "/data/thoughts": { value: "Beta" } });
  });

  it("looks again when another window writes at that very moment", async () => {
    const { shelf, on } = begin();
    const kept = shelf.kept.bind(shelf);
    let interruptions = 2;
    shelf.kept = async () => {
      const now = await kept();
      if (interruptions > 0) await shelf.saveAnswers({ "/data/thoughts": { value: `late ${interruptions}` } });
      interruptions -= 1;
      return now;
    };
    await finish(on);
    expect([on.finishing.value, shelf.final?.["/data/thoughts"]]).toEqual(["done", { value: "late 1" }]);
  });

  it("stays open when it could not be kept", async () => {
    const { shelf, on } = begin();
    shelf.full = true;
    await finish(on);
    expect(on.finishing.value).toBe("failed");
  });
});
