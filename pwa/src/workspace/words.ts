// The words for what the server says in codes: roles, modes, bands, reasons for having no answer, kinds of questions.
import type { Missing, Mode, Role, Word } from "../client/desk";
import { t, type DeskKey } from "../i18n/desk";

const roles: Record<Role, DeskKey & `role.${string}`> = {
  editor: "role.editor", researcher: "role.researcher", leader: "role.leader", facilitator: "role.facilitator", operator: "role.operator",
};
const rolesMean: Record<Role, DeskKey & `roleMeans.${string}`> = {
  editor: "roleMeans.editor", researcher: "roleMeans.researcher", leader: "roleMeans.leader", facilitator: "roleMeans.facilitator", operator: "roleMeans.operator",
};
const modes: Record<Mode, DeskKey & `mode.${string}`> = { open_link: "mode.openLink", cards: "mode.cards", interview: "mode.interview" };
const modesMean: Record<Mode, DeskKey & `modeMeans.${string}`> = {
  open_link: "modeMeans.openLink", cards: "modeMeans.cards", interview: "modeMeans.interview",
};
const words: Record<Word, DeskKey & `word.${string}`> = { anonymous: "word.anonymous", confidential: "word.confidential" };
const missing: Record<Missing, DeskKey & `missing.${string}`> = {
  skipped: "missing.skipped", rather_not_say: "missing.ratherNotSay", dont_know: "missing.dontKnow",
  not_asked: "missing.notAsked", not_reached: "missing.notReached",
};

const missingMeans: Record<Missing, DeskKey & `missingMeans.${string}`> = {
  skipped: "missingMeans.skipped", rather_not_say: "missingMeans.ratherNotSay", dont_know: "missingMeans.dontKnow",
  not_asked: "missingMeans.notAsked", not_reached: "missingMeans.notReached",
};

export const roleName = (role: Role) => t(roles[role]);
export const roleMeaning = (role: Role) => t(rolesMean[role]);
export const modeName = (mode: Mode) => t(modes[mode]);
export const modeMeaning = (mode: Mode) => t(modesMean[mode]);
export const wordOf = (word: Word) => t(words[word]);
export const missingMeaning = (reason: Missing) => t(missingMeans[reason]);
export const missingName = (reason: Missing) => t(missing[reason]);

/** The word a mode has earned; nobody chooses another. */
export const wordOfMode = (mode: Mode): Word => (mode === "interview" ? "confidential" : "anonymous");

export const reasons = Object.keys(missing) as Missing[];

/** "5–9 people", "fewer than 5 people". */
export function bandWords(band: string): string {
  return band.startsWith("fewer than") ? t("band.fewer", { number: band.replace(/\D/g, "") }) : t("band.people", { band });
}
