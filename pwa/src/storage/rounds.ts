// Rounds this phone has joined, and the versions they open.
import { announce } from "./changes";
import { read, write } from "./database";
import type { Join, JoinedRound, RoundForPhone } from "./records";

/**
 * Keep a capability before it is first shown to the server: a lost answer must not cost a single-use card. If another tab has
 * already kept one for this code, that one counts and is returned.
 */
export async function keepJoin(join: Join): Promise<Join> {
  const kept = await write(["joins"], async (rows) => {
    const before = (await rows.all("joins")).find((one) => one.code === join.code);
    if (!before) await rows.put("joins", join);
    return before ?? join;
  });
  announce({ store: "joins", id: kept.id });
  return kept;
}

export async function join(id: string): Promise<Join | null> {
  return (await read(["joins"], (rows) => rows.get("joins", id))) ?? null;
}

/** The join made with this code, answered or not, so that asking again uses the same capability. */
export async function joinByCode(code: string): Promise<Join | null> {
  const joins = await read(["joins"], (rows) => rows.all("joins"));
  return joins.find((join) => join.code === code) ?? null;
}

/** Keep what the server says about a joined round; null when that join is unknown here. */
export async function saveRound(joinId: string, round: RoundForPhone): Promise<JoinedRound | null> {
  const joined = await write(["joins"], async (rows) => {
    const join = await rows.get("joins", joinId);
    if (!join) return null;
    const kept = { ...join, round };
    await rows.put("joins", kept);
    return kept;
  });
  announce({ store: "joins", id: joinId });
  return joined;
}

export async function rounds(): Promise<JoinedRound[]> {
  const joins = await read(["joins"], (rows) => rows.all("joins"));
  return joins.filter(isJoined);
}

/** Whether the server has answered a join. */
export function isJoined(join: Join): join is JoinedRound {
  return join.round !== null;
}

export async function round(joinId: string): Promise<JoinedRound | null> {
  const found = await join(joinId);
  return found?.round ? { ...found, round: found.round } : null;
}

/** Keep a version's exact text. The caller has checked that `hash` is its SHA-256. */
export async function saveVersion(hash: string, text: string): Promise<void> {
  await write(["versions"], (rows) => rows.put("versions", { hash, text }));
  announce({ store: "versions", id: hash });
}

/** The version's text, to be parsed as docs/version-format.md says; null when it is not on this phone. */
export async function version(hash: string): Promise<string | null> {
  return (await read(["versions"], (rows) => rows.get("versions", hash)))?.text ?? null;
}
