// What the server does not hold yet, gathered to be carried to another phone and taken in there. Nothing that is here is ever replaced.
import { announce } from "./changes";
import { read, write } from "./database";
import type { Content, Draft, Join, OutboxRow, StoredVersion } from "./records";
import type { Rows } from "./rows";

/** A finished interview, as the phone that sends it needs it. */
export type FinishedRow = Pick<OutboxRow, "instanceId" | "rev" | "joinId" | "roundId" | "capability" | "title" | "organization" | "sha256"> & Pick<Content, "text">;

export interface Carried {
  drafts: Draft[];
  finished: FinishedRow[];
  joins: Join[];
  versions: StoredVersion[];
}

/** taken: it is here now · here: it was, just so · different: something else is here under its id, and stays. */
export type Outcome = "taken" | "here" | "different";

/** Everything that these interviews need elsewhere. Drafts behind a PIN go as they are: only the PIN opens them there, too. */
export function gather(instanceIds: ReadonlySet<string>): Promise<Carried> {
  return read(["drafts", "outbox", "contents", "joins", "versions"], async (rows) => {
    const drafts = (await rows.all("drafts")).filter(({ instanceId }) => instanceIds.has(instanceId));
    const waiting = (await rows.all("outbox")).filter(({ instanceId, state }) => instanceIds.has(instanceId) && state !== "received");
    const finished = await Promise.all(waiting.map((row) => finishedRow(rows, row)));
    const joinIds = new Set([...drafts, ...waiting].map(({ joinId }) => joinId));
    const joins = (await rows.all("joins")).filter(({ id }) => joinIds.has(id));
    const hashes = new Set([...drafts.map(({ versionHash }) => versionHash), ...joins.flatMap(({ round }) => round?.version_hash ?? [])]);
    const versions = (await rows.all("versions")).filter(({ hash }) => hashes.has(hash));
    return { drafts: drafts.map(withoutMark), finished: finished.filter((row) => row !== null), joins, versions };
  });
}

/** Take in what was carried here: all of it, or none. The caller has checked every hash. */
export async function takeIn(carried: Carried): Promise<Map<string, Outcome>> {
  const outcomes = await write(["drafts", "outbox", "contents", "joins", "versions"], async (rows) => {
    for (const version of carried.versions) await rows.put("versions", version);
    for (const join of carried.joins) {
      if (!(await rows.get("joins", join.id))?.round) await rows.put("joins", join);
    }
    const found = new Map<string, Outcome>();
    for (const draft of carried.drafts) found.set(draft.instanceId, await takeDraft(rows, draft));
    for (const row of carried.finished) found.set(row.instanceId, await takeFinished(rows, row));
    return found;
  });
  const ids = [...outcomes.keys()];
  announce(...carried.joins.map(({ id }) => ({ store: "joins" as const, id })), ...ids.flatMap((id) => [{ store: "drafts" as const, id }, { store: "outbox" as const, id }]));
  return outcomes;
}

/** Note on these drafts that they were put into a file. */
export function markCarried(instanceIds: ReadonlySet<string>): Promise<void> {
  return mark(instanceIds, (draft) => ({ ...draft, isCarried: true }));
}

/** The author goes on here after all. */
export function goOnHere(instanceId: string): Promise<void> {
  return mark(new Set([instanceId]), withoutMark);
}

async function mark(instanceIds: ReadonlySet<string>, marked: (draft: Draft) => Draft): Promise<void> {
  await write(["drafts"], async (rows) => {
    for (const id of instanceIds) {
      const found = await rows.get("drafts", id);
      if (found) await rows.put("drafts", marked(found));
    }
  });
  announce(...[...instanceIds].map((id) => ({ store: "drafts" as const, id })));
}

async function finishedRow(rows: Rows, row: OutboxRow): Promise<FinishedRow | null> {
  const { instanceId, rev, joinId, roundId, capability, title, organization, sha256 } = row;
  const content = await rows.get("contents", instanceId);
  return content ? { instanceId, rev, joinId, roundId, capability, title, organization, sha256, text: content.text } : null;
}

async function takeDraft(rows: Rows, draft: Draft): Promise<Outcome> {
  if (await rows.get("outbox", draft.instanceId)) return "different";
  const here = await rows.get("drafts", draft.instanceId);
  const isSame = here !== undefined && isEqual(withoutMark(here), draft);
  if (here && !isSame) return "different";
  await rows.put("drafts", draft); // without the mark: it has come back
  return isSame ? "here" : "taken";
}

async function takeFinished(rows: Rows, { text, ...row }: FinishedRow): Promise<Outcome> {
  const here = await rows.get("outbox", row.instanceId);
  if (here) return here.sha256 === row.sha256 ? "here" : "different";
  if (await rows.get("drafts", row.instanceId)) return "different";
  const bytes = new TextEncoder().encode(JSON.stringify(text)).length;
  await rows.put("outbox", { ...row, bytes, state: "queued", lease: null, attempts: 0, notBefore: 0, problem: null, receipt: null });
  await rows.put("contents", { instanceId: row.instanceId, text });
  return "taken";
}

function withoutMark(draft: Draft): Draft {
  const rest = { ...draft };
  delete rest.isCarried;
  return rest;
}

/** Rows as JSON: they hold nothing else, and their keys stand in the order in which they were written. */
function isEqual(one: Draft, other: Draft): boolean {
  return one.changes === other.changes && JSON.stringify(one) === JSON.stringify(other);
}
