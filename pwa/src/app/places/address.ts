// The addresses of the app and what they mean.

export type Route =
  | { at: "home" }
  | { at: "scan" }
  | { at: "join"; code: string }
  | { at: "round"; joinId: string }
  | { at: "answer"; instanceId: string }
  | { at: "receipt"; instanceId: string }
  | { at: "settings" }
  | { at: "carry" }
  | { at: "lock"; instanceId: string }
  | { at: "hand"; joinId: string; instanceId: string | null }
  | { at: "desk"; path: string };

export const paths = {
  home: "#/",
  settings: "#/settings",
  carry: "#/carry",
  scan: "#/scan",
  join: (code: string) => `#/join/${code}`,
  round: (joinId: string) => `#/round/${joinId}`,
  answer: (instanceId: string) => `#/answer/${instanceId}`,
  receipt: (instanceId: string) => `#/receipt/${instanceId}`,
  lock: (instanceId: string) => `#/lock/${instanceId}`,
  hand: (joinId: string, instanceId?: string) => `#/hand/${joinId}${instanceId ? `/${instanceId}` : ""}`,
};

/** By the first word of the fragment; the second is decoded. */
const places = new Map<string, (argument: string, rest: string[]) => Route>([
  ["scan", () => ({ at: "scan" })],
  ["join", (code) => ({ at: "join", code })],
  ["round", (joinId) => ({ at: "round", joinId })],
  ["answer", (instanceId) => ({ at: "answer", instanceId })],
  ["receipt", (instanceId) => ({ at: "receipt", instanceId })],
  ["settings", () => ({ at: "settings" })],
  ["carry", () => ({ at: "carry" })],
  ["lock", (instanceId) => ({ at: "lock", instanceId })],
  ["hand", (joinId, [, instanceId]) => ({ at: "hand", joinId, instanceId: instanceId ? decoded(instanceId) : null })],
  ["desk", (_, rest) => ({ at: "desk", path: rest.join("/") })],
]);

/** What a fragment means; anything unknown is home. */
export function routeOf(fragment: string): Route {
  const [place = "", ...rest] = fragment.replace(/^#\/?/, "").split("/");
  return places.get(place)?.(decoded(rest[0] ?? ""), rest) ?? { at: "home" };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
