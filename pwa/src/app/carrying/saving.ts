// Puts a text into a file of the phone: as a download, or through the phone's own way of sending things on.
import { newSecret } from "../../storage";

const KEEP_MS = 60_000;

/** A name that tells nothing. Plain text, since that is what phones can send on. */
export function asFile(text: string): File {
  const letters = newSecret(6).replace(/[^a-z0-9]/gi, "").slice(0, 4).toLowerCase();
  return new File([text], `copy-${letters}.txt`, { type: "text/plain" });
}

export function download(file: File): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEEP_MS);
}

export function canSendOn(file: File): boolean {
  return (navigator as Partial<Navigator>).canShare?.({ files: [file] }) === true;
}

/** Somebody who changes their mind has done nothing wrong. */
export async function sendOn(file: File): Promise<void> {
  await navigator.share({ files: [file] }).catch(() => undefined);
}
