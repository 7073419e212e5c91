// Pictures, sounds and films of the versions on this phone, by the hash of their bytes. They can be fetched again; answers cannot.
import { announce } from "./changes";
import { read, write } from "./database";

/** Keep a file. The caller has checked that `sha256` names its bytes. */
export async function saveMedium(sha256: string, type: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  await write(["media"], (rows) => rows.put("media", { sha256, type, bytes }));
  announce({ store: "media", id: sha256 });
}

/** A file to be shown or played; null when it is not on this phone. */
export async function medium(sha256: string): Promise<Blob | null> {
  const found = await read(["media"], (rows) => rows.get("media", sha256));
  return found ? new Blob([found.bytes], { type: found.type }) : null;
}
