// What travels between the desk and the server: names for the shapes that are generated from docs/openapi.json.
import type { components } from "../openapi";

type Schemas = components["schemas"];

export interface Page<T> { items: T[]; next: string | number | null }
export type Language = Schemas["Language"];

export type Me = Schemas["Me"];
export type Role = Schemas["MyMembership"]["roles"][number];
/** What a member can be made in an organization. */
export type MemberRole = Schemas["Member"]["roles"][number];
export type Verb = Schemas["MyMembership"]["may"][number];

export type Organization = Schemas["Organization"];
export type OrganizationFacts = Omit<Organization, "id" | "age_band">;
export type AgeBand = NonNullable<Organization["age_band"]>;
export type SizeBand = NonNullable<Organization["size_band"]>;
export type Member = Schemas["Member"];
export type NewMember = Schemas["MemberDraft"];

/** A text in several languages, by language code. */
export type Texts = Record<string, string>;
/** The media of a draft, and what it names that is not there. */
export type MediaOfSet = Schemas["MediaPage"];
export type Medium = Schemas["Medium"];
export type StarterTheme = Schemas["StarterTheme"];
export type StarterSet = Schemas["StarterSet"];
export type StarterLibrary = Schemas["StarterLibrary"];

export type Rows = Record<string, string>[];
/** The sheets of an XLSForm workbook; a draft may have more than these three. */
export interface Draft { survey: Rows; choices?: Rows; settings?: Record<string, string>; [sheet: string]: Rows | Record<string, string> | undefined }
export type VersionRef = Schemas["VersionName"];
export type QuestionSetSummary = Schemas["QuestionSetSummary"];
export type QuestionSet = Omit<Schemas["QuestionSet"], "draft"> & { draft: Draft };
export type DraftFault = Schemas["DraftFault"];
export type Repair = Schemas["Repair"];
export type Note = Schemas["Note"];
export type Check = Schemas["CheckReport"];
export type VersionSummary = Schemas["VersionSummary"];

export type RoundSummary = Schemas["RoundSummary"];
export type RoundOpened = Schemas["RoundOpened"];
export type NewRound = Required<Schemas["NewRound"]>;
export type Mode = RoundSummary["mode"];
export type Word = RoundSummary["word"];
export type Cards = Schemas["Cards"];
export type CollectAccess = Schemas["CollectAccess"];
export type Progress = Schemas["Progress"];

export type Results = Schemas["Results"];
export type QuestionResult = Schemas["QuestionResult"];
export type Summary = Schemas["Summary"];
/** Counts are null where they could tell about fewer than k people. */
export type ChoiceCount = Schemas["ChoiceCount"];
export type Missing = "skipped" | "rather_not_say" | "dont_know" | "not_asked" | "not_reached";
export type Quarantined = Schemas["Quarantined"];
export type Kept = Schemas["Kept"];
export type Conflicting = Schemas["ConflictingSubmission"];
