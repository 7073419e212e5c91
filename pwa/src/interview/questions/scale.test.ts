// Stepping along a range.
import { describe, expect, it } from "vitest";
import { pointsOf, scaleOf, stepped, ticksOf } from "./scale";

const scale = (parameters: Record<string, string>) => scaleOf({ name: "r", type: "range", parameters });

describe("a range", () => {
  it("has XLSForm's ends where the author gives none", () => {
    expect(scaleOf({ name: "r", type: "range" })).toMatchObject({ start: 1, end: 10, step: 1 });
  });

  it("starts at an end and stops at the other", () => {
    const ten = scale({ start: "0", end: "10", step: "1" });
    expect(stepped(ten, "", 1)).toBe("0");
    expect(stepped(ten, "", -1)).toBe("10");
    expect(stepped(ten, "10", 1)).toBe("10");
    expect(stepped(ten, "4", -1)).toBe("3");
  });

  it("begins where its author wants the thumb seen, if that is on the scale", () => {
    const placed = scale({ start: "0", end: "10", step: "1", placeholder: "7" });
    expect(placed).toMatchObject({ middle: 7, isPlaced: true });
    expect([stepped(placed, "", 1), stepped(placed, "", -1), stepped(placed, "2", 1)]).toEqual(["8", "6", "3"]);
    expect(scale({ start: "0", end: "10", placeholder: "11" })).toMatchObject({ middle: 5, isPlaced: false });
    expect(scale({ start: "10", end: "0", placeholder: "0" })).toMatchObject({ middle: 0, isPlaced: true });
  });

  it("has points and marks, fewer marks than points where its author says so", () => {
    expect(pointsOf(scale({ start: "1", end: "2", step: "0.25" }))).toEqual(["1", "1.25", "1.5", "1.75", "2"]);
    expect(pointsOf(scale({ start: "3", end: "1" }))).toEqual(["3", "2", "1"]);
    const range = (parameters: Record<string, string>, appearance = "") => ticksOf({ name: "r", type: "range", parameters, appearance });
    expect(range({ start: "0", end: "10", tick_interval: "5" })).toEqual(["0", "5", "10"]);
    expect(range({ start: "0", end: "3" })).toEqual(["0", "3"]);
    expect(range({ start: "0", end: "3", tick_interval: "1" }, "no-ticks")).toEqual(["0", "3"]);
    expect(range({ start: "0", end: "10", tick_interval: "4" })).toEqual(["0", "10"]);
    expect(range({ start: "0", end: "1000", tick_interval: "1" })).toEqual(["0", "1000"]);
  });

  it("keeps to the steps, without stray digits", () => {
    const fine = scale({ start: "0", end: "1", step: "0.1" });
    expect(stepped(fine, "0.2", 1)).toBe("0.3");
    expect(fine.middle).toBe(0.5);
  });
});
