// What the browser believes about the network. A hint for the screen only: a captive portal counts as online.
import { signal } from "@preact/signals";

export const isOnline = signal(navigator.onLine);

addEventListener("online", () => { isOnline.value = true; });
addEventListener("offline", () => { isOnline.value = false; });
