// The frozen bytes: the envelope of the contract, its hash, and nothing that could tell when an anonymous person answered.
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { Draft, RoundForPhone } from "../storage";
import { freeze, withOffset, type Finished } from "./freezing";
import { sha256 } from "./hashing";

const draft: Draft = {
  instanceId: "7c0a7c1e-7f4c-4b58-9d55-3b1c1d1a0001", joinId: "j", roundId: "7c0a7c1e-7f4c-4b58-9d55-3b1c1d1a0002", versionHash: "ab".repeat(32),
  language: "es", consent: { word: "anonymous", agreed: true }, answers: {}, at: "/data/pay", startedAt: "2026-11-23T09:13:00.000+01:00", seed: 7, changes: 3,
};
const round = (mode: RoundForPhone["mode"]): RoundForPhone => ({
  round_id: draft.roundId, organization: "Invented Bakery", title: "Pulse", mode, word: mode === "interview" ? "confidential" : "anonymous", state: "open",
  version_hash: draft.versionHash, k: 5, opens_on: "2026-11-01", closes_on: null, languages: [{ code: "es", name: "Español" }], invented: true,
});
const finished = (mode: RoundForPhone["mode"] = "open_link"): Finished => ({
  draft, round: round(mode), now: new Date(), app: "0.1.0",
  answers: { "/data/age": { value: "41" }, "/data/pay": { missing: "rather_not_say" }, "/data/why": { missing: "not_asked" } },
});

interface Envelope {
  body: { now: string | null; nonce: string };
}

test("the content is envelope 1, with the state of every question", async () => {
  const { text } = await freeze(finished());
  const content = JSON.parse(text) as Envelope;
  expect(content).toEqual({
    envelope: 1, instance_id: draft.instanceId, round_id: draft.roundId, version_hash: draft.versionHash, rev: 1, base: null,
    sealing: "plain", key_id: null, parts: [],
    body: {
      answers: { "/data/age": { value: "41" }, "/data/pay": { missing: "rather_not_say" }, "/data/why": { missing: "not_asked" } },
      language: "es", consent: { word: "anonymous", agreed: true }, app: "0.1.0", now: content.body.now, nonce: content.body.nonce,
    },
  });
  expect(content.body.nonce).toMatch(/^[A-Za-z0-9_-]{22}$/);
});

test.each<[RoundForPhone["mode"], RegExp]>([
  ["open_link", /^null$/], ["cards", /^null$/], ["interview", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d$/],
])("in the mode %s the time reads like %s", async (mode, pattern) => {
  const { text } = await freeze(finished(mode));
  expect(String((JSON.parse(text) as Envelope).body.now)).toMatch(pattern);
  expect(text.includes(draft.startedAt)).toBe(false);
});

test("the hash is of the UTF-8 bytes, the size is that inside a request, and equal answers have other hashes", async () => {
  const one = await freeze({ ...finished(), answers: { "/data/why": { value: "mañana “sí”\n" } } });
  const other = await freeze({ ...finished(), answers: { "/data/why": { value: "mañana “sí”\n" } } });
  expect(one.sha256).toBe(createHash("sha256").update(one.text, "utf8").digest("hex"));
  expect(one.bytes).toBe(Buffer.byteLength(JSON.stringify(one.text)));
  expect(one.sha256).not.toBe(other.sha256);
});

test("without crypto.subtle the digest is the same", async () => {
  const whole = Object.getOwnPropertyDescriptor(globalThis, "crypto");
  const expected = await sha256("mañana");
  Object.defineProperty(globalThis, "crypto", { configurable: true, value: { getRandomValues: () => undefined } });
  const digest = await sha256("mañana");
  if (whole) Object.defineProperty(globalThis, "crypto", whole);
  expect(digest).toBe(expected);
});

test("a moment is written with the phone's own offset", () => {
  const moment = new Date("2026-11-23T09:00:00.000Z");
  const written = withOffset(moment);
  expect(new Date(written).getTime()).toBe(moment.getTime());
  expect(written).toMatch(/[+-]\d\d:\d\d$/);
});
