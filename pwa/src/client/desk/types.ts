// What travels between the desk and the server, as docs/openapi.json describes it.

export type Role = "editor" | "researcher" | "leader" | "facilitator" | "operator";
export type Verb =
  | "view_organization" | "edit_organization" | "manage_members" | "view_question_sets" | "edit_question_sets" | "publish"
  | "view_rounds" | "open_rounds" | "close_rounds" | "view_progress" | "view_results" | "export_rows" | "view_quarantine";

export interface Page<T> { items: T[]; next: string | number | null }
export interface Language { code: string; name: string }

export interface Me {
  member: { id: string; name: string; email: string; language: string; operator: boolean };
  memberships: { org_id: string; organization: string; roles: Role[]; may: Verb[] }[];
}

export type AgeBand = "<5" | "5–14" | "15+";
export type SizeBand = "1–19" | "20–49" | "50–249" | "250+";
export interface OrganizationFacts {
  name: string; founded_year: number | null; size_band: SizeBand | null; sector: string | null; languages: string[]; invented: boolean;
}
export interface Organization extends OrganizationFacts { id: string; age_band: AgeBand | null }
export interface Member { id: string; name: string; email: string; roles: Role[] }
export interface NewMember { email: string; name: string; roles: Role[]; password: string }

/** A text in several languages, by language code. */
export type Texts = Record<string, string>;
export interface StarterTheme { key: string; name: Texts; about: Texts; sensitivity: "low" | "medium" | "high" }
export interface StarterSet { key: string; kind: "pack" | "theme"; name: Texts; about: Texts; minutes: number; questions: number; themes: string[] }
export interface StarterLibrary { wording: string; items: StarterSet[] }

export type Rows = Record<string, string>[];
/** The sheets of an XLSForm workbook; a draft may have more than these three. */
export interface Draft { survey: Rows; choices?: Rows; settings?: Record<string, string>; [sheet: string]: Rows | Record<string, string> | undefined }
export interface VersionRef { id: string; number: number; version_hash: string }
export interface QuestionSetSummary {
  id: string; title: string; questions: number; languages: Language[]; draft_rev: number;
  latest_version: VersionRef | null; draft_changed: boolean; copied_from: string | null; retired: boolean;
}
export interface QuestionSet extends QuestionSetSummary { draft: Draft }
export interface DraftFault {
  level: "error" | "warning"; sheet: string; row: number | null; column: string | null;
  text: string; message: string; remedy: string; code: string;
}
export interface Check { ok: boolean; faults: DraftFault[] }
export interface VersionSummary extends VersionRef { title: string; published_at: string; languages: Language[]; questions: number }

export type Mode = "open_link" | "cards" | "interview";
export type Word = "anonymous" | "confidential";
export interface RoundSummary {
  id: string; title: string; question_set: { id: string; title: string }; version: VersionRef;
  mode: Mode; word: Word; state: "open" | "closed"; k: number; opens_on: string; closes_on: string | null;
  link: string | null; join_code: string | null; cards: number;
}
export interface NewRound { title: string; version_id: string; mode: Mode; k: number; opens_on: string | null; closes_on: string | null; cards: number }
export interface Cards { codes: string[]; links: string[] }
export interface RoundOpened extends RoundSummary { new_cards: Cards | null }

export interface Progress { band: string; k: number }

export type Missing = "skipped" | "rather_not_say" | "dont_know" | "not_asked" | "not_reached";
/** Counts are null where they could tell about fewer than k people. */
export interface ChoiceCount { name: string; label: Texts; count: number | null; mean_place: number | null }
export interface Summary {
  kind: "choices" | "number" | "text" | "rank" | "date";
  choices: ChoiceCount[]; min: number | null; max: number | null; mean: number | null; median: number | null; texts: string[];
}
export interface QuestionResult {
  path: string; name: string; type: string; label: Texts; theme: string[];
  answered: number | null; states: Partial<Record<Missing, number | null>> | null; summary: Summary | null; suppressed: boolean;
}
export interface Results {
  band: string; shown: boolean; why_not: "fewer_than_k" | "no_answers" | null; updated_in_groups_of: number | null; questions: QuestionResult[];
}
export interface Quarantined { instance_id: string; rev: number; problem: string; sentence: string; late: boolean | null; content: string }
export interface Kept { sha256: string; content: string }
export interface Conflicting { instance_id: string; rev: number; kept: Kept; other: Kept }
