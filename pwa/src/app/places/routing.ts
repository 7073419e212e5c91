// Where we are, in the fragment of the address: it never reaches a server, a log or a referrer.
import { signal } from "@preact/signals";
import { routeOf, type Route } from "./address";

export { paths, type Route } from "./address";

/** The route of the page; follows the address. */
export const route = signal<Route>({ at: "home" });

/** At once, not with the event that tells of it: whoever goes back sooner than that has left all the same. */
export function go(path: string): void {
  location.hash = path.slice(1);
  follow();
}

/** Go on without leaving the present address in the history: a code should not be found there. */
export function goInstead(path: string): void {
  history.replaceState(null, "", path);
  follow();
}

export function startRouting(): void {
  addEventListener("hashchange", follow);
  follow();
}

function follow(): void {
  const next = routeOf(location.hash);
  if (next.at !== route.value.at) scrollTo(0, 0);
  route.value = next;
}
