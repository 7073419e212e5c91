// Fetches the pictures, sounds and films of a round's questions, so that they are there when the network is not.
// They come after the questions, one by one; answering never waits for them.
import { signal } from "@preact/signals";
import { mediumBytes } from "../../client/phone";
import type { Medium, Version } from "../../logic";
import { sha256 } from "../../outbox/hashing";
import { StorageFailed, version, type JoinedRound } from "../../storage";
import { medium, saveMedium } from "../../storage/media";
import { isSparing } from "../phone/network";

export interface Supply {
  /** How many files there are, and how many are here. */
  readonly count: number;
  readonly have: number;
  /** Bytes of all of them. */
  readonly size: number;
  /** `waiting`: for a network, or for a person where data is to be spared. */
  readonly state: "coming" | "here" | "waiting" | "full";
}

/** By the hash of the version. A version without media is not in it. */
export const supplies = signal<Readonly<Record<string, Supply>>>({});

const running = new Map<string, Promise<void>>();

/** Fetch what is missing, once at a time; large amounts are left to the person where the phone asks to spare data. */
export function fetchMedia(joined: JoinedRound, wished = false): Promise<void> {
  const hash = joined.round.version_hash;
  const run = running.get(hash) ?? fetchAll(joined, wished).finally(() => running.delete(hash));
  running.set(hash, run);
  return run;
}

async function fetchAll({ capability, round: { version_hash: hash } }: JoinedRound, wished: boolean): Promise<void> {
  const text = await version(hash);
  const files = text === null ? [] : filesOf(JSON.parse(text) as Version);
  if (files.length === 0) return;
  const missing = await absent(files);
  const size = files.reduce((sum, file) => sum + file.size, 0);
  const tell = (left: number, state: Supply["state"]) => {
    supplies.value = { ...supplies.value, [hash]: { count: files.length, have: files.length - left, size, state } };
  };
  let left = missing.length;
  let state: Supply["state"] = !wished && isSparing() && size > SPARED_BYTES ? "waiting" : "coming";
  for (const file of missing) {
    tell(left, state);
    if (state !== "coming") return;
    state = await fetchOne(capability, file).then(() => "coming", stateAfter);
    if (state === "coming") left -= 1;
  }
  tell(left, left === 0 ? "here" : state);
}

const stateAfter = (failure: unknown): Supply["state"] => (failure instanceof StorageFailed && failure.full ? "full" : "waiting");

/** A phone that asks to spare data fetches this much without asking back. */
const SPARED_BYTES = 500_000;

function filesOf({ media = {} }: Version): readonly Medium[] {
  return [...new Map(Object.values(media).map((file) => [file.sha256, file])).values()].sort((one, other) => one.size - other.size);
}

async function absent(files: readonly Medium[]): Promise<readonly Medium[]> {
  const found = await Promise.all(files.map((file) => medium(file.sha256)));
  return files.filter((_, index) => found[index] === null);
}

async function fetchOne(capability: string, file: Medium): Promise<void> {
  const bytes = await mediumBytes(capability, file.sha256);
  if ((await sha256(bytes)) !== file.sha256) throw new Error(`These are not the bytes of ${file.sha256}.`);
  await saveMedium(file.sha256, file.type, bytes);
}
