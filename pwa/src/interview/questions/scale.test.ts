// Stepping along a range.
import { describe, expect, it } from "vitest";
import { scaleOf, stepped } from "./scale";

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

  it("keeps to the steps, without stray digits", () => {
    const fine = scale({ start: "0", end: "1", step: "0.1" });
    expect(stepped(fine, "0.2", 1)).toBe("0.3");
    expect(fine.middle).toBe(0.5);
  });
});
