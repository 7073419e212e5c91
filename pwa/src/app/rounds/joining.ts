// From a code to questions on the phone: the capability is made and kept first, then shown to the server as a hash.
import { ProblemError } from "../../client/http";
import { joinRound, refreshRound, versionText } from "../../client/phone";
import { sha256 } from "../../outbox/hashing";
import { joinByCode, keepJoin, newSecret, saveRound, saveVersion, version, type Join, type JoinedRound } from "../../storage";

/** The server's text is not what its name says: a proxy changed it, or it came broken. */
export class WrongVersion extends Error {
  override name = "WrongVersion";
}

export type JoinFault = "unknown" | "cardUsed" | "closed" | "notYet" | "tooMany" | "unreachable" | "failed";

/** Join with a code. The same code again, even after a lost answer, uses the same capability. The questions come with `refresh`. */
export async function joinWith(code: string): Promise<JoinedRound> {
  const join = (await joinByCode(code)) ?? (await newJoin(code));
  if (join.round) return { ...join, round: join.round };
  const round = await joinRound(code, join.id);
  await saveRound(join.id, round);
  return { ...join, round };
}

/** Ask anew what the round is now, and fetch its questions if they are not here. */
export async function refresh(joined: JoinedRound): Promise<void> {
  const questions = fetchVersion(joined.capability, joined.round.version_hash);
  questions.catch(() => undefined); // should the round not be had either, one failure is enough
  const round = await refreshRound(joined.capability);
  await saveRound(joined.id, round);
  await (round.version_hash === joined.round.version_hash ? questions : fetchVersion(joined.capability, round.version_hash));
}

/** Why joining failed. */
export function joinFault(failure: unknown): JoinFault {
  if (!(failure instanceof ProblemError)) return "unreachable";
  const known: Record<string, JoinFault> = {
    unknown_code: "unknown", card_used: "cardUsed", round_closed: "closed", round_not_yet: "notYet", too_many: "tooMany",
  };
  return known[failure.code] ?? "failed";
}

async function newJoin(code: string): Promise<Join> {
  const capability = newSecret(32);
  return keepJoin({ id: await sha256(capability), capability, code, round: null });
}

const coming = new Map<string, Promise<void>>();

/** Whoever asks for questions that are on their way waits for those. */
function fetchVersion(capability: string, hash: string): Promise<void> {
  const fetched = coming.get(hash) ?? fetchOnce(capability, hash).finally(() => coming.delete(hash));
  coming.set(hash, fetched);
  return fetched;
}

async function fetchOnce(capability: string, hash: string): Promise<void> {
  if ((await version(hash)) !== null) return;
  const text = await versionText(capability, hash);
  if ((await sha256(text)) !== hash) throw new WrongVersion(hash);
  await saveVersion(hash, text);
}
