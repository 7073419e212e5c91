// Reads, in one go and as early as can be, what the first screen will ask for: the app itself is still coming over the network then.
import { read } from "./database";
import type { Draft, Join, OutboxRow, Setting } from "./records";
import { checkStorage } from "./safety";

/** What the phone held when the page was opened. */
export interface Opening {
  joins: Join[];
  drafts: Draft[];
  outbox: OutboxRow[];
  settings: Setting[];
  /** The interview the page was opened at, with the text of its version; null when it is not here. */
  interview: { draft: Draft; text: string } | null;
}

let opening: Promise<Opening> | null = null;

/**
 * Begin to read what the phone has kept, and to check that it can keep answers. With the id of the interview that the page is opened at,
 * if any: whoever has begun one here need not wait for the check.
 */
export function beginOpening(instanceId: string | null): void {
  if (instanceId === null) void checkStorage();
  opening = readAll(instanceId).catch(async () => {
    // Where nothing can be read, memory stands in from now on; it has nothing, but can be asked.
    await checkStorage();
    return readAll(instanceId);
  });
  opening.catch(() => undefined);
}

/** What was read, once `beginOpening` has been called. */
export function opened(): Promise<Opening> {
  if (!opening) beginOpening(null);
  return opening as Promise<Opening>;
}

function readAll(instanceId: string | null): Promise<Opening> {
  return read(["joins", "drafts", "outbox", "settings", "versions"], async (rows) => {
    const [joins, drafts, outbox, settings] = await Promise.all([rows.all("joins"), rows.all("drafts"), rows.all("outbox"), rows.all("settings")]);
    const draft = drafts.find((one) => one.instanceId === instanceId);
    const version = draft && (await rows.get("versions", draft.versionHash));
    return { joins, drafts, outbox, settings, interview: draft && version ? { draft, text: version.text } : null };
  });
}
