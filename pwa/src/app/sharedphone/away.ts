// A note of this tab that it was left by the quick exit, and for which page. Of the tab, not of the phone: it must be read before
// anything else, and go with the tab. It imports nothing, so that it can.

const NOTE = "left-quickly";

export function noteLeft(page: string): void {
  attempt(() => sessionStorage.setItem(NOTE, page));
}

export function noteBack(): void {
  attempt(() => sessionStorage.removeItem(NOTE));
}

/** Whether someone went back to this page after a quick exit. Then it is left again, before anything is drawn. */
export function staysAway(): boolean {
  const [arrival] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const page = arrival?.type === "back_forward" ? attempt(() => sessionStorage.getItem(NOTE)) : null;
  if (page) location.replace(page);
  else noteBack();
  return Boolean(page);
}

/** Some browsers have no such storage; then only going back to an earlier page shows the app again. */
function attempt<R>(work: () => R): R | null {
  try {
    return work();
  } catch {
    return null;
  }
}
