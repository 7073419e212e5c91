// Whether the phone has been handed over: then the app shows one interview and nothing else, also after a reload, until a PIN is typed.
import { signal } from "@preact/signals";
import { opened, setting, subscribe } from "../../storage";

export interface Handing {
  joinId: string;
  /** Null until the interview has begun. */
  instanceId: string | null;
  /** Where the PIN was forgotten: from this moment on (ms) there is a way out without it. */
  freeAt: number | null;
}

export const HANDING = "handing";

export const handing = signal<Handing | null>(null);
/** Whoever holds the phone wants to give it back. Not kept: after a reload the interview is there again. */
export const isGivenBack = signal(false);

/** Find out, before anything is drawn, and follow what other windows do. */
export async function startHanding(): Promise<void> {
  subscribe(({ store, id }) => {
    if (store === "settings" && id === HANDING) void setting(HANDING).then(take, () => undefined);
  });
  take((await opened()).settings.find(({ name }) => name === HANDING)?.value);
}

function take(kept: string | null | undefined): void {
  handing.value = kept ? (JSON.parse(kept) as Handing) : null;
}
