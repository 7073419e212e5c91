// Finished interviews on their way. Rows are edited here by compare-and-set; nothing in this file can delete one.
import { announce } from "./changes";
import { read, write } from "./database";
import type { OutboxRow } from "./records";

export async function outboxRow(instanceId: string): Promise<OutboxRow | null> {
  return (await read(["outbox"], (rows) => rows.get("outbox", instanceId))) ?? null;
}

export function outboxRows(): Promise<OutboxRow[]> {
  return read(["outbox"], (rows) => rows.all("outbox"));
}

/** The bytes that were frozen at *finish*, for each id that is here. */
export async function contents(instanceIds: string[]): Promise<Map<string, string>> {
  const found = await read(["contents"], (rows) => Promise.all(instanceIds.map((id) => rows.get("contents", id))));
  return new Map(found.flatMap((content) => (content ? [[content.instanceId, content.text] as const] : [])));
}

type Fate = Pick<OutboxRow, "state" | "lease" | "attempts" | "notBefore" | "problem" | "receipt" | "isSafe">;

/**
 * Decide over several rows at once, inside the transaction that keeps the decision. `decide` sees the rows as they are on disk and
 * returns what becomes of some of them; contents, hash and capability cannot be touched.
 */
export async function updateOutbox(decide: (rows: OutboxRow[]) => Map<string, Fate>): Promise<OutboxRow[]> {
  const changed = await write(["outbox"], async (rows) => {
    const before = await rows.all("outbox");
    const fates = decide(before);
    const after = before.flatMap((row) => {
      const fate = fates.get(row.instanceId);
      return fate ? [{ ...row, ...fateOnly(fate) }] : [];
    });
    for (const row of after) await rows.put("outbox", row);
    return after;
  });
  announce(...changed.map((row) => ({ store: "outbox" as const, id: row.instanceId })));
  return changed;
}

function fateOnly({ state, lease, attempts, notBefore, problem, receipt, isSafe = false }: Fate): Fate {
  return { state, lease, attempts, notBefore, problem, receipt, isSafe };
}
