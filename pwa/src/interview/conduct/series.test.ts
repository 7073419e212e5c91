// Repeats that people add and take away themselves: the way through them, and what is kept of them.
import { beforeAll, describe, expect, it } from "vitest";
import { prepareAll, type Node, type Tree, type Version } from "../../logic";
import { Conducting } from "./conducting";
import { finish } from "./finishing";
import { reviewOf } from "./reviewing";
import { add, bringBack, repeatsOf, settle, takeAway } from "./series";
import { Shelf } from "./shelf.fixture";

const at = (...names: readonly string[]): Tree => ["path", "root", ["data", ...names].map((name) => ["child", name, []] as const)];
const text = (name: string): Node => ({ name, type: "text", label: { en: [name] } });

const tree: readonly Node[] = [
  text("before"),
  {
    name: "job", type: "repeat", label: { en: ["Job"] }, children: [
      text("title"),
      { name: "hours", type: "integer", default: "8", label: { en: ["Hours"] } },
      { name: "once", type: "calculate", bind: { calculate: ["call", "once", [["call", "uuid", []]]] } },
      { name: "task", type: "repeat", label: { en: ["Task"] }, children: [text("what")] },
    ],
  },
  { name: "sum", type: "calculate", bind: { calculate: ["call", "sum", [at("job", "hours")]] } },
  { name: "drawn", type: "calculate", bind: { calculate: ["call", "once", [["call", "uuid", []]]] } },
  text("after"),
];

const version: Version = {
  schema: 1, id: "t", title: "T", root: "data", languages: [{ code: "en", name: "English" }], default_language: "en",
  tree, deps: { "/data/job": ["/data/sum"], "/data/job/hours": ["/data/sum"] },
};

const JOB = "/data/job";
const begin = (shelf = new Shelf(version)) => ({ shelf, on: new Conducting(shelf.draft(), shelf) });
const place = (on: Conducting) => on.screen.value?.key ?? "review";
const titles = (on: Conducting) => repeatsOf(on, JOB).map((job) => on.form.get(`${job}/title`).value);

/** At the series, with jobs of these titles in it. */
function withJobs(...names: readonly string[]) {
  const { shelf, on } = begin();
  on.next();
  for (const name of names) {
    add(on, JOB);
    on.choose(place(on), name);
    on.next();
    on.next();
    on.next();
  }
  return { shelf, on };
}

beforeAll(prepareAll);

describe("the way through", () => {
  it("leads to the series, into what is added, back to it, and past it", () => {
    const { on } = begin();
    on.next();
    expect([place(on), repeatsOf(on, JOB)]).toEqual([JOB, []]);
    add(on, JOB);
    expect(place(on)).toBe("/data/job[1]/title");
    on.next();
    on.next();
    expect(place(on)).toBe("/data/job[1]/task");
    on.next();
    expect([place(on), repeatsOf(on, JOB)]).toEqual([JOB, ["/data/job[1]"]]);
    on.next();
    expect(place(on)).toBe("/data/after");
    on.back();
    expect(place(on)).toBe(JOB);
    on.enter("/data/job[1]");
    on.back();
    expect(place(on)).toBe(JOB);
    on.back();
    expect(place(on)).toBe("/data/before");
  });

  it("goes on inside, and leads out of the inner series into the outer repeat", () => {
    const { shelf, on } = withJobs("cook");
    on.enter("/data/job[1]");
    on.next();
    on.next();
    add(on, "/data/job[1]/task");
    expect(place(begin(shelf).on)).toBe("/data/job[1]/task[1]/what");
    on.next();
    expect(place(on)).toBe("/data/job[1]/task");
    on.next();
    expect(place(on)).toBe(JOB);
  });

  it("says no more than it knows about what is left, and never goes back", () => {
    const { on } = withJobs();
    const before = on.progress();
    add(on, JOB);
    const inside = on.progress();
    on.next();
    on.next();
    on.next();
    const after = on.progress();
    on.next();
    expect([before.certain, inside.certain, after.certain, on.progress().certain]).toEqual([false, false, false, true]);
    expect([before.share, inside.share, after.share]).toEqual([1 / 3, 1 / 3, 1 / 3]);
  });
});

describe("what is kept", () => {
  it("is there again after a pause: the number, answers, and values that are drawn once", () => {
    const { shelf, on } = withJobs("cook", "driver");
    const again = begin(shelf).on;
    expect(titles(again)).toEqual(["cook", "driver"]);
    expect(again.form.values()).toEqual(on.form.values());
    expect(on.form.get("/data/sum").value).toBe("16");
  });

  it("is none where none was said, although a form begins with one", () => {
    const { shelf, on } = begin();
    on.next();
    settle(on, JOB);
    on.next();
    const again = begin(shelf).on;
    expect([repeatsOf(again, JOB), again.form.get("/data/sum").value, reviewOf(again).items.map(({ path }) => path)]).toEqual([[], "0", ["/data/before", JOB]]);
  });

  it("moves up when one before it is taken away, and is as it was when that is brought back", () => {
    const { shelf, on } = withJobs("cook", "driver", "nurse");
    on.enter("/data/job[2]");
    on.next();
    on.decline("/data/job[2]/hours", "rather_not_say");
    on.next();
    on.next();
    const kept = structuredClone(shelf.answers);
    const before = takeAway(on, JOB, "/data/job[1]");
    expect([titles(on), titles(begin(shelf).on)]).toEqual([["driver", "nurse"], ["driver", "nurse"]]);
    expect([on.answers.reason("/data/job[1]/hours"), on.form.get("/data/sum").value]).toEqual(["rather_not_say", "8"]);
    expect(Object.keys(shelf.answers).filter((path) => path.startsWith("/data/job[3]"))).toEqual([]);
    bringBack(on, JOB, before);
    expect(shelf.answers).toEqual(kept);
    expect(titles(on)).toEqual(["cook", "driver", "nurse"]);
  });

  it("goes to the disk in one piece, however often that has to be tried", async () => {
    const { shelf, on } = withJobs("cook", "driver");
    const writes = shelf.changes;
    shelf.full = true;
    takeAway(on, JOB, "/data/job[1]");
    await on.saving.idle();
    expect([on.saving.state.value, titles(on), titles(begin(shelf).on)]).toEqual(["failed", ["driver"], ["cook", "driver"]]);
    shelf.full = false;
    expect(await on.saving.retry()).toBe(true);
    expect([shelf.changes - writes, titles(begin(shelf).on)]).toEqual([1, ["driver"]]);
  });

  it("is drawn once, whatever another window does and whatever is taken away", async () => {
    const { shelf, on } = withJobs("cook", "driver");
    const drawn = (each: Conducting) => [each.form.get("/data/drawn").value, each.form.get("/data/job[1]/once").value];
    const [first, cook] = drawn(on);
    const other = begin(shelf).on;
    other.choose("/data/before", "a word");
    await on.catchUp();
    expect(drawn(on)).toEqual([first, cook]);
    takeAway(on, JOB, "/data/job[2]");
    expect([drawn(on), drawn(begin(shelf).on)]).toEqual([[first, cook], [first, cook]]);
  });

  it("is followed by another window, and by an interview that is finished", async () => {
    const { shelf, on } = withJobs("cook", "driver");
    const other = begin(shelf).on;
    takeAway(on, JOB, "/data/job[2]");
    await other.catchUp();
    expect([titles(other), place(other)]).toEqual([["cook"], JOB]);
    await finish(other);
    expect(Object.keys(shelf.final ?? {}).filter((path) => path.endsWith("/title"))).toEqual(["/data/job[1]/title"]);
    expect(shelf.final?.[JOB]).toBeUndefined();
  });
});
