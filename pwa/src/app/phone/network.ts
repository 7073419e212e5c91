// What the browser believes about the network. A hint for the screen only: a captive portal counts as online.
import { signal } from "@preact/signals";

export const isOnline = signal(navigator.onLine);

/** Whether the phone asks pages to spare data. */
export function isSparing(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
}

addEventListener("online", () => { isOnline.value = true; });
addEventListener("offline", () => { isOnline.value = false; });
