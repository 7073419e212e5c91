// The number on the app's icon: interviews that are finished and not received yet.
import { effect } from "@preact/signals";
import { keptOutbox } from "./kept";

/** How many finished interviews the server does not hold yet. */
export function waitingCount(): number {
  return keptOutbox.value.filter(({ state }) => state !== "received").length;
}

export function startBadge(): void {
  const badge = navigator as Partial<Pick<Navigator, "setAppBadge" | "clearAppBadge">>;
  effect(() => {
    const count = waitingCount();
    void (count > 0 ? badge.setAppBadge?.(count) : badge.clearAppBadge?.())?.catch(() => undefined);
  });
}
