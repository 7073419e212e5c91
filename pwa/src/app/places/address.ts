// The addresses of the app and what they mean.

export type Route =
  | { at: "home" }
  | { at: "scan" }
  | { at: "join"; code: string }
  | { at: "round"; joinId: string }
  | { at: "answer"; instanceId: string }
  | { at: "receipt"; instanceId: string }
  | { at: "settings" }
  | { at: "desk"; path: string };

export const paths = {
  home: "#/",
  settings: "#/settings",
  scan: "#/scan",
  join: (code: string) => `#/join/${code}`,
  round: (joinId: string) => `#/round/${joinId}`,
  answer: (instanceId: string) => `#/answer/${instanceId}`,
  receipt: (instanceId: string) => `#/receipt/${instanceId}`,
};

/** What a fragment means; anything unknown is home. */
export function routeOf(fragment: string): Route {
  const [place = "", ...rest] = fragment.replace(/^#\/?/, "").split("/");
  const argument = decoded(rest[0] ?? "");
  switch (place) {
    case "scan": return { at: "scan" };
    case "join": return { at: "join", code: argument };
    case "round": return { at: "round", joinId: argument };
    case "answer": return { at: "answer", instanceId: argument };
    case "receipt": return { at: "receipt", instanceId: argument };
    case "settings": return { at: "settings" };
    case "desk": return { at: "desk", path: rest.join("/") };
    default: return { at: "home" };
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
