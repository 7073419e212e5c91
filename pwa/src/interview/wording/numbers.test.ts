// Numbers as people type them: comma or point, thousands, other scripts, and what is not a number.
import { describe, expect, it } from "vitest";
import { groupedNumber, readNumber, shownNumber, typedNumber } from "./numbers";

describe("reading a number", () => {
  it.each([
    ["7.5", "decimal", "en", "7.5"],
    ["7,5", "decimal", "es", "7.5"],
    ["7.5", "decimal", "es", "7.5"],
    ["7,5", "decimal", "en", "7.5"],
    ["1,234", "integer", "en", "1234"],
    ["1.234", "integer", "es", "1234"],
    ["1,234", "decimal", "es", "1.234"],
    ["1.234", "decimal", "en", "1.234"],
    ["1.234.567,5", "decimal", "es", "1234567.5"],
    ["1,234,567.5", "decimal", "es", "1234567.5"],
    ["12 000", "integer", "en", "12000"],
    ["−3", "integer", "en", "-3"],
    ["007", "integer", "en", "7"],
    ["0.125", "decimal", "es", "0.125"],
    ["-0", "integer", "en", "0"],
    [".5", "decimal", "en", "0.5"],
    ["7.50", "decimal", "en", "7.50"],
    ["١٢٫٥", "decimal", "ar", "12.5"],
    ["१२", "integer", "hi", "12"],
    ["１２", "integer", "ja", "12"],
  ] as const)("%s as %s in %s is %s", (typed, kind, language, stored) => {
    expect(readNumber(typed, kind, language)).toMatchObject({ value: stored });
  });

  it.each([["abc"], ["12a"], ["1.2.3"], ["--1"], ["-"], ["."], ["1,23,456"]])("%s is unclear", (typed) => {
    expect(readNumber(typed, "decimal", "en")).toBe("unclear");
  });

  it("does not cut a fraction off a whole number in silence", () => {
    expect(readNumber("7.5", "integer", "en")).toBe("unclear");
  });

  it("says when it has taken a mark for thousands", () => {
    expect(readNumber("1,234", "decimal", "en")).toEqual({ value: "1234", grouped: true });
    expect(readNumber("1,23", "decimal", "en")).toEqual({ value: "1.23", grouped: false });
  });

  it("writes what it has read the way the language does", () => {
    expect(typedNumber("1234.5", "es")).toBe("1234,5");
    expect(shownNumber("1234567.25", "en")).toBe("1,234,567.25");
    expect(shownNumber("", "en")).toBe("");
  });

  it("reads back what it proposes to type, in every language", () => {
    for (const language of ["en", "es", "de", "fr", "ar", "hi"]) {
      for (const stored of ["0", "12", "-7", "1234", "0.25", "98765.5"]) {
        expect(readNumber(typedNumber(stored, language), "decimal", language), `${stored} ${language}`).toMatchObject({ value: stored });
      }
    }
  });
});

describe("setting thousands apart", () => {
  it.each([
    ["1234567.50", "en", "1,234,567.50"],
    ["1234567.50", "de", "1.234.567,50"],
    ["-1234", "en", "-1,234"],
    ["12345678901234567890", "en", "12,345,678,901,234,567,890"],
    ["", "en", ""],
  ])("%s in %s is %s", (stored, language, shown) => {
    expect(groupedNumber(stored, language)).toBe(shown);
  });
});
