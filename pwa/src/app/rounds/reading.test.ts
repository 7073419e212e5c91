// What the shell reads: codes as people type them, and addresses.
import { expect, test } from "vitest";
import { readCode, receiptCode, showCode } from "./codes";
import { readInvitation } from "./invitations";
import { routeOf } from "../places/address";

test.each([
  ["7F3KD-Q2MHT", "7F3KDQ2MHT"],
  [" 7f3kd q2mht ", "7F3KDQ2MHT"],
  ["7F3KD–Q2MHT", "7F3KDQ2MHT"],
  ["oooool1i11", "0000011111"],
  ["ABCDE-FGHJK-MNPQR-STVWX", "ABCDEFGHJKMNPQRSTVWX"],
  ["https://ask.example.org/#/join/7F3KD-Q2MHT", "7F3KDQ2MHT"],
])("%s means %s", (typed, code) => {
  expect(readCode(typed)).toBe(code);
});

test.each(["", "7F3KD", "7F3KD-Q2MHTX", "UUUUU-UUUUU", "7F3KD-Q2MH!"])("%j is not a code", (typed) => {
  expect(readCode(typed)).toBeNull();
});

test.each([
  ["https://ask.example.org/#/join/7F3KD-Q2MHT", { is: "code", code: "7F3KDQ2MHT" }],
  ["http://ask.example.org/#/join/7F3KD-Q2MHT", { is: "code", code: "7F3KDQ2MHT" }],
  ["HTTPS://ASK.EXAMPLE.ORG/#/join/7F3KD-Q2MHT", { is: "code", code: "7F3KDQ2MHT" }],
  ["7f3kd q2mht", { is: "code", code: "7F3KDQ2MHT" }],
  ["https://other.example.org/#/join/7F3KD-Q2MHT", { is: "elsewhere", host: "other.example.org" }],
  ["https://ask.example.org:8443/#/join/7F3KD-Q2MHT", { is: "elsewhere", host: "ask.example.org:8443" }],
  ["https://ask.example.org@other.example.org/#/join/7F3KD-Q2MHT", { is: "elsewhere", host: "other.example.org" }],
  ["https://ask.example.org/", { is: "none" }],
  ["https://ask.example.org/#/settings", { is: "none" }],
  ["https://other.example.org/menu", { is: "none" }],
  ["https://other.example.org/?x=#/join/7F3KD", { is: "none" }],
  ["javascript:alert(1)//#/join/7F3KD-Q2MHT", { is: "none" }],
  ["WIFI:S:guests;T:WPA;P:secret;;", { is: "none" }],
  ["", { is: "none" }],
])("scanned: %j", (text, invitation) => {
  expect(readInvitation(text, "ask.example.org")).toEqual(invitation);
});

test("codes are shown as they are printed", () => {
  expect(showCode("7F3KDQ2MHT")).toBe("7F3KD-Q2MHT");
  expect(receiptCode("7f3a91c0ffff")).toBe("7F3A-91C0");
});

test.each([
  ["", { at: "home" }],
  ["#/", { at: "home" }],
  ["#/nowhere", { at: "home" }],
  ["#/scan", { at: "scan" }],
  ["#/join", { at: "join", code: "" }],
  ["#/join/7F3KD-Q2MHT", { at: "join", code: "7F3KD-Q2MHT" }],
  ["#/join/%E0%A4%A", { at: "join", code: "" }],
  ["#/answer/abc", { at: "answer", instanceId: "abc" }],
  ["#/receipt/abc", { at: "receipt", instanceId: "abc" }],
  ["#/settings", { at: "settings" }],
  ["#/desk/organizations/1/rounds", { at: "desk", path: "organizations/1/rounds" }],
])("the address %j is %o", (fragment, route) => {
  expect(routeOf(fragment)).toEqual(route);
});
