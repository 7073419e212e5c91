// A list while one of its items is dragged: who makes room, and where it would land.
import { describe, expect, it } from "vitest";
import { dragged } from "./dragging";

/** Three of 50 pixels, the second one of 100, each 10 from the next. */
const items = [{ top: 0, height: 50 }, { top: 60, height: 100 }, { top: 170, height: 50 }];

describe("dragging", () => {
  it("leaves all as it is until half of another is covered", () => {
    expect(dragged(items, 0, 50)).toEqual({ from: 0, to: 0, shifts: [50, 0, 0], places: [1, 2, 3] });
    expect(dragged(items, 0, 65)).toEqual({ from: 0, to: 1, shifts: [65, -60, 0], places: [2, 1, 3] });
  });

  it("goes as far as the list does, both ways", () => {
    expect(dragged(items, 0, 900)).toEqual({ from: 0, to: 2, shifts: [170, -60, -60], places: [3, 1, 2] });
    expect(dragged(items, 2, -900)).toEqual({ from: 2, to: 0, shifts: [60, 60, -170], places: [2, 3, 1] });
  });

  it("knows nothing of an item that is not there", () => {
    expect(dragged([], 0, 10)).toEqual({ from: 0, to: 0, shifts: [], places: [] });
  });
});
