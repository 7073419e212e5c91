// Every address of the desk leads to its own screen, and back.
import { describe, expect, it } from "vitest";
import { deskRouteOf, to, type DeskRoute } from "./routing";

const pathOf = (address: string) => address.replace(/^#\/desk\/?/, "");

describe("addresses of the desk", () => {
  it.each<[string, DeskRoute]>([
    [to.home, { at: "home" }],
    [to.you, { at: "you" }],
    [to.newOrganization, { at: "new-organization" }],
    [to.start("o/1"), { at: "start", org: "o/1" }],
    [to.members("o"), { at: "members", org: "o" }],
    [to.library("o"), { at: "library", org: "o" }],
    [to.questionSet("o", "s"), { at: "question-set", org: "o", id: "s", tab: "phone" }],
    [to.questionSet("o", "s", "draft"), { at: "question-set", org: "o", id: "s", tab: "draft" }],
    [to.version("o", "s", "v"), { at: "version", org: "o", id: "s", version: "v" }],
    [to.openRound("o"), { at: "open-round", org: "o", version: null }],
    [to.openRound("o", "v"), { at: "open-round", org: "o", version: "v" }],
    [to.round("o", "r"), { at: "round", org: "o", id: "r" }],
    [to.results("o", "r"), { at: "results", org: "o", id: "r" }],
  ])("%s leads to its screen", (address, route) => {
    expect(deskRouteOf(pathOf(address))).toEqual(route);
  });

  it("says of an unknown address that it is unknown, and does not break over a stray percent sign", () => {
    expect(deskRouteOf("org/o/rounds/r/people")).toEqual({ at: "unknown" });
    expect(deskRouteOf("org/o/question-sets/s/history")).toEqual({ at: "unknown" });
    expect(deskRouteOf("org/100%")).toEqual({ at: "start", org: "100%" });
  });
});
