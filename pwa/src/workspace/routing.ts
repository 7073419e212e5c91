// Where we are at the desk: the part of the address after `#/desk/`, and the addresses of its screens.

export const setTabs = ["phone", "check", "draft", "media", "versions"] as const;
export type SetTab = (typeof setTabs)[number];

/** One shape for each place, so that a `switch` tells them apart. */
type In<Places extends string, More = unknown> = Places extends string ? { at: Places; org: string } & More : never;

export type DeskRoute =
  | { at: "home" } | { at: "you" } | { at: "organizations" } | { at: "new-organization" } | { at: "unknown" }
  | In<"start" | "edit-organization" | "members" | "question-sets" | "library" | "import" | "rounds">
  | In<"question-set", { id: string; tab: SetTab }>
  | In<"version", { id: string; version: string }>
  | In<"open-round", { version: string | null }>
  | In<"round" | "cards" | "results" | "quarantine" | "conflicts", { id: string }>;

/** What a path means; anything unknown says so. */
export function deskRouteOf(path: string): DeskRoute {
  const [place = "", ...rest] = path.split("/").filter(Boolean).map(decoded);
  switch (place) {
    case "": return { at: "home" };
    case "you": return { at: "you" };
    case "organizations": return { at: rest[0] === "new" ? "new-organization" : "organizations" };
    case "org": return rest[0] === undefined ? { at: "organizations" } : inOrganization(rest[0], rest.slice(1));
    default: return { at: "unknown" };
  }
}

function inOrganization(org: string, [room = "", ...rest]: string[]): DeskRoute {
  switch (room) {
    case "": return { at: "start", org };
    case "edit": return { at: "edit-organization", org };
    case "members": return { at: "members", org };
    case "question-sets": return inQuestionSets(org, rest);
    case "rounds": return inRounds(org, rest);
    default: return { at: "unknown" };
  }
}

function inQuestionSets(org: string, [id, tab = "phone", version]: string[]): DeskRoute {
  if (id === undefined) return { at: "question-sets", org };
  if (id === "library" || id === "import") return { at: id, org };
  if (tab === "versions" && version !== undefined) return { at: "version", org, id, version };
  const known = setTabs.find((name) => name === tab);
  return known ? { at: "question-set", org, id, tab: known } : { at: "unknown" };
}

function inRounds(org: string, [id, screen]: string[]): DeskRoute {
  if (id === undefined) return { at: "rounds", org };
  if (id === "new") return { at: "open-round", org, version: screen ?? null };
  switch (screen) {
    case undefined: return { at: "round", org, id };
    case "cards": case "results": case "quarantine": case "conflicts": return { at: screen, org, id };
    default: return { at: "unknown" };
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const inOrg = (org: string, ...parts: string[]) => ["#/desk/org", ...[org, ...parts].map(encodeURIComponent)].join("/");

export const to = {
  home: "#/desk",
  you: "#/desk/you",
  organizations: "#/desk/organizations",
  newOrganization: "#/desk/organizations/new",
  start: (org: string) => inOrg(org),
  editOrganization: (org: string) => inOrg(org, "edit"),
  members: (org: string) => inOrg(org, "members"),
  questionSets: (org: string) => inOrg(org, "question-sets"),
  library: (org: string) => inOrg(org, "question-sets", "library"),
  import: (org: string) => inOrg(org, "question-sets", "import"),
  questionSet: (org: string, id: string, tab: SetTab = "phone") => (tab === "phone" ? inOrg(org, "question-sets", id) : inOrg(org, "question-sets", id, tab)),
  version: (org: string, id: string, version: string) => inOrg(org, "question-sets", id, "versions", version),
  rounds: (org: string) => inOrg(org, "rounds"),
  openRound: (org: string, version?: string) => (version ? inOrg(org, "rounds", "new", version) : inOrg(org, "rounds", "new")),
  round: (org: string, id: string) => inOrg(org, "rounds", id),
  cards: (org: string, id: string) => inOrg(org, "rounds", id, "cards"),
  results: (org: string, id: string) => inOrg(org, "rounds", id, "results"),
  quarantine: (org: string, id: string) => inOrg(org, "rounds", id, "quarantine"),
  conflicts: (org: string, id: string) => inOrg(org, "rounds", id, "conflicts"),
};

export function go(address: string): void {
  location.hash = address.slice(1);
}
