// The six calls a respondent's phone makes. None carries a cookie; all but hello and joining carry the round's capability.
import { call, callJson, Unreachable } from "./http";
import type { components } from "./openapi";

type Schemas = components["schemas"];
export type Hello = Schemas["Hello"];
/** One finished interview on its way. */
export interface Item {
  instance_id: string;
  rev: number;
  sha256: string;
  content: string;
}

export async function hello(): Promise<Hello> {
  const answer = await callJson<Partial<Hello>>("/v1/hello", { capability: null, timeoutMs: 10_000 });
  if (answer.service !== "askwell" || typeof answer.epoch !== "string") throw new Unreachable("This is not Askwell.");
  return answer as Hello;
}

/** The round behind a code or a capability, as the server tells it; the phone keeps it as it came. */
export type RoundAnswer = Schemas["RoundForPhone"];

/** Use a code. The same capability again gives the same answer, so a lost reply costs nothing. */
export async function joinRound(code: string, capabilityHash: string): Promise<RoundAnswer> {
  return checkedRound(await callJson("/v1/joins", { method: "POST", capability: null, body: { code, capability_hash: capabilityHash } }));
}

export async function refreshRound(capability: string): Promise<RoundAnswer> {
  return checkedRound(await callJson("/v1/round", { capability }));
}

/** The version's exact text; whoever stores it checks its hash. */
export async function versionText(capability: string, hash: string): Promise<string> {
  const response = await call(`/v1/versions/${hash}`, { capability });
  return response.text();
}

/** A picture, sound or film of the version; whoever stores it checks its hash. Films are large and networks slow. */
export async function mediumBytes(capability: string, hash: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await call(`/v1/media/${hash}`, { capability, timeoutMs: 300_000 });
  return new Uint8Array(await response.arrayBuffer());
}

/** Send finished interviews; receipts are read and believed, or not, by outbox/receipts. */
export function submit(capability: string, items: Item[]): Promise<unknown> {
  return callJson("/v1/submissions", { method: "POST", capability, body: { items } });
}

/** Ask what is here by now of these; the answer is read and believed, or not, by outbox/reconciling. */
export function status(capability: string, items: Omit<Item, "content">[]): Promise<unknown> {
  return callJson("/v1/sync/status", { method: "POST", capability, body: { items } });
}

function checkedRound(answer: Partial<RoundAnswer>): RoundAnswer {
  const isRound = typeof answer.round_id === "string" && typeof answer.version_hash === "string" && Array.isArray(answer.languages);
  if (!isRound) throw new Unreachable("This is not a round of Askwell.");
  return answer as RoundAnswer;
}
