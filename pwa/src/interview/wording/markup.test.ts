// What authors write in labels, and what becomes of it.
import { describe, expect, it } from "vitest";
import { plainWords, readMarkup } from "./markup";

const shown = (text: string) =>
  readMarkup(text).map((span) => {
    if (span === "break") return "/";
    return `${span.strong ? "B" : ""}${span.soft ? "I" : ""}<${span.text}>`;
  }).join("");

describe("markup", () => {
  it.each([
    ["In the **last 4 weeks**, how often?", "<In the >B<last 4 weeks><, how often?>"],
    ["*Only* one", "I<Only>< one>"],
    ["**very *very* much**", "B<very >BI<very>B< much>"],
    ["__both__ and _each_", "B<both>< and >I<each>"],
    ["one\ntwo", "<one>/<two>"],
    ["one\r\n\r\ntwo", "<one>//<two>"],
    ["# About you\nand **us**", "B<About you>/<and >B<us>"],
    ["Bring:\n- a pen\n* your card", "<Bring:>/<• a pen>/<• your card>"],
    ["<span style=\"color: red\">Take care</span><br/>please <b>do</b>", "<Take care>/<please do>"],
    ["read [our promise](https://example.org/a_(b)) first", "<read our promise first>"],
  ])("%j", (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it("leaves lone marks, sums and names alone", () => {
    expect(shown("2 * 3 * 4")).toBe("<2 * 3 * 4>");
    expect(shown("a ** b")).toBe("<a ** b>");
    expect(shown("snake_case_name")).toBe("<snake_case_name>");
    expect(shown("5* and up")).toBe("<5* and up>");
    expect(shown("-5 to #7")).toBe("<-5 to #7>");
    expect(shown("a < b > c, <born in 1990>")).toBe("<a < b > c, <born in 1990>>");
  });

  it("never makes anything but words out of HTML", () => {
    expect(shown("<img src=x onerror=alert(1)>")).toBe("<<img src=x onerror=alert(1)>>");
  });

  it("gives the plain words for a name that is heard", () => {
    expect(plainWords(" How **well**\ndo you [sleep](x)? ")).toBe("How well do you sleep?");
  });
});
