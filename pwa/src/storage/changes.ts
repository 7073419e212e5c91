// Tells this page, and every other tab of it, which row has just been written.
import type { Change } from "./records";

type Listener = (change: Change) => void;

const listeners = new Set<Listener>();
const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("askwell-storage");

if (channel) {
  channel.onmessage = (event: MessageEvent<Change>) => tell({ ...event.data, elsewhere: true });
  // Node would stay alive for an open channel; browsers have no unref.
  (channel as { unref?: () => void }).unref?.();
}

function tell(change: Change): void {
  for (const listener of listeners) listener(change);
}

/** Hear of every committed write, of this tab and of others. Returns the way to stop. */
export function subscribe(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Called after a commit, never before. */
export function announce(...changes: Change[]): void {
  for (const change of changes) {
    tell(change);
    channel?.postMessage(change);
  }
}
