// The file in which unsent interviews travel: sealed under a passphrase, and checked before anything in it is believed. docs/carried-file.md
import { sha256 } from "../../outbox/hashing";
import type { Carried } from "../../storage/carrying";
import { pinned, seal, unpinned, unseal } from "../../storage/pins";
import type { Pinned } from "../../storage/records";
import { meant } from "./passphrases";

const FORMAT = "carried/1";
/** What is sealed is padded to whole blocks of this many bytes, so that the size of the file says little. */
const BLOCK = 16 * 1024;
const LARGEST = 64 * 1024 * 1024;
/** Rounds of PBKDF2 beyond which a file was not made by us: it would only keep the phone busy. */
const MOST_ROUNDS = 10_000_000;

export type FileFault = "notOne" | "newer" | "damaged" | "wrong" | "elsewhere";

/** Why nothing of a file can be taken in. `host` is the server it belongs to, where that is the reason. */
export class CarriedFileFault extends Error {
  override name = "CarriedFileFault";
  constructor(readonly fault: FileFault, readonly host = "") {
    super(fault);
  }
}

interface Envelope extends Pinned {
  format: string;
  /** Of `body`: tells a file that was cut off or changed on the way from a wrong passphrase. */
  sha256: string;
  body: string;
}

interface Inside {
  /** Capabilities are secrets between the phone and this server; no other one may be shown them. */
  origin: string;
  carried: Carried;
}

/** The whole text of the file. */
export async function sealFile(carried: Carried, passphrase: string): Promise<string> {
  const { kept, key } = await pinned(meant(passphrase), FORMAT);
  const inside: Inside = { origin: location.origin, carried };
  const body = await seal(key, inside, FORMAT, BLOCK);
  const envelope: Envelope = { format: FORMAT, ...kept, sha256: await sha256(body), body };
  return JSON.stringify(envelope);
}

/** What the file holds, once every hash in it was found to be right; else `CarriedFileFault`. */
export async function openFile(file: Blob, passphrase: string): Promise<Carried> {
  const envelope = await readEnvelope(file);
  const key = await unpinned(envelope, meant(passphrase), FORMAT);
  if (!key) throw new CarriedFileFault("wrong");
  const inside = (await unseal(key, envelope.body, FORMAT)) as Inside | null;
  if (!inside) throw new CarriedFileFault("damaged");
  if (inside.origin !== location.origin) throw new CarriedFileFault("elsewhere", new URL(inside.origin).host);
  if (!(await isWhole(inside.carried))) throw new CarriedFileFault("damaged");
  return inside.carried;
}

async function readEnvelope(file: Blob): Promise<Envelope> {
  const envelope = file.size <= LARGEST ? parsed((await file.text()).trim()) : null;
  if (!envelope?.format?.startsWith("carried/")) throw new CarriedFileFault("notOne");
  if (envelope.format !== FORMAT) throw new CarriedFileFault("newer");
  if (!isComplete(envelope) || (await sha256(envelope.body)) !== envelope.sha256) throw new CarriedFileFault("damaged");
  return envelope;
}

function isComplete(envelope: Partial<Envelope>): envelope is Envelope {
  const { salt, key, body, iterations } = envelope;
  return [salt, key, body].every((part) => typeof part === "string") && typeof iterations === "number" && iterations > 0 && iterations <= MOST_ROUNDS;
}

/** A text that begins as one of ours and cannot be read to its end was cut off. */
function parsed(text: string): Partial<Envelope> | null {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === "object" && value !== null ? value : null;
  } catch {
    if (text.startsWith(`{"format":"carried/`)) throw new CarriedFileFault("damaged");
    return null;
  }
}

/** Every hash by which the phone and the server know things must be that of the thing itself. */
async function isWhole({ drafts, finished, joins, versions }: Carried): Promise<boolean> {
  const pairs = [
    ...finished.flatMap((row) => [[row.text, row.sha256] as const, [row.capability, row.joinId] as const]),
    ...joins.map(({ capability, id }) => [capability, id] as const),
    ...versions.map(({ text, hash }) => [text, hash] as const),
  ];
  const known = new Set(joins.map(({ id }) => id));
  const here = new Set(versions.map(({ hash }) => hash));
  const areDraftsWhole = drafts.every(({ joinId, versionHash }) => known.has(joinId) && here.has(versionHash));
  return areDraftsWhole && (await Promise.all(pairs.map(async ([text, hash]) => (await sha256(text)) === hash))).every(Boolean);
}
