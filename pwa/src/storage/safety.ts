// Finds out, before the first question, whether this phone can keep answers, and asks it to.
import { read, useDatabase, write } from "./database";
import { forgetsWhenClosed } from "./forgetting";
import { memoryDatabase } from "./memory";
import type { StorageSafety } from "./records";

const PROBE = 64 * 1024;
let safety: StorageSafety | null = null;
let running: Promise<StorageSafety> | null = null;

/** What the last check found; null before the first. */
export function storageSafety(): StorageSafety | null {
  return safety;
}

/**
 * Write, commit, read back, delete; then ask the browser not to clear it. Without IndexedDB the page's memory stands in.
 * Whoever asks while a check is running gets that one's word.
 */
export function checkStorage(): Promise<StorageSafety> {
  running ??= check().finally(() => { running = null; });
  return running;
}

async function check(): Promise<StorageSafety> {
  if (safety !== "online-only") safety = await findOut();
  return safety;
}

async function findOut(): Promise<StorageSafety> {
  if (await keepsWhatIsWritten()) return howLong();
  // A full phone can still show and send what it kept before; only where nothing can be read either does memory stand in.
  if (await canBeRead()) return "full";
  useDatabase(memoryDatabase());
  return "online-only";
}

async function howLong(): Promise<StorageSafety> {
  if (await isPersisted()) return "offline-safe";
  return (await forgetsWhenClosed()) ? "until-closed" : "send-today";
}

async function canBeRead(): Promise<boolean> {
  return read(["probes"], (rows) => rows.all("probes")).then(() => true, () => false);
}

async function keepsWhatIsWritten(): Promise<boolean> {
  const id = "start-up";
  const bytes = new Uint8Array(PROBE);
  crypto.getRandomValues(bytes);
  try {
    await write(["probes"], (rows) => rows.put("probes", { id, bytes }));
    const back = await read(["probes"], (rows) => rows.get("probes", id));
    await write(["probes"], (rows) => rows.remove("probes", id));
    return back?.bytes instanceof Uint8Array && same(back.bytes, bytes);
  } catch {
    return false;
  }
}

function same(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}

async function isPersisted(): Promise<boolean> {
  // Missing on plain http and in some web views, whatever the type says.
  const manager = (navigator as Partial<Navigator>).storage as Partial<StorageManager> | undefined;
  try {
    return (await manager?.persisted?.()) === true || (await manager?.persist?.()) === true;
  } catch {
    return false;
  }
}
