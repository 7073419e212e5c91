// The desk's calls about question sets: drafts, the starter library, publishing.
import { call, callJson } from "../http";
import { organizationPath } from "./identity";
import { pageQuery, type Cursor } from "./paging";
import type { Check, Draft, MediaOfSet, Page, QuestionSet, QuestionSetSummary, StarterLibrary, StarterTheme, VersionSummary } from "./types";

const LONG_MS = 120_000;

export const starterThemes = () => callJson<StarterTheme[]>("/v1/starter/themes");
export const starterLibrary = () => callJson<StarterLibrary>("/v1/starter/packs");

const setsPath = (orgId: string) => `${organizationPath(orgId)}/question-sets`;
const setPath = (orgId: string, id: string) => `${setsPath(orgId)}/${encodeURIComponent(id)}`;

export const questionSets = (orgId: string, cursor?: Cursor) => callJson<Page<QuestionSetSummary>>(setsPath(orgId) + pageQuery(cursor));
export const questionSet = (orgId: string, id: string) => callJson<QuestionSet>(setPath(orgId, id));
export const createQuestionSet = (orgId: string, from: { title: string; pack?: string; draft?: Draft }) =>
  callJson<QuestionSet>(setsPath(orgId), { method: "POST", body: from, timeoutMs: LONG_MS });

/** Import a spreadsheet. The name's ending tells the server what it is; browsers often do not know the types. */
export const importFile = (orgId: string, file: File) =>
  callJson<QuestionSet>(`${setsPath(orgId)}/imports?filename=${encodeURIComponent(file.name)}`, {
    method: "POST", body: file, timeoutMs: LONG_MS, headers: { "Content-Type": "application/octet-stream" },
  });

/** Save a draft on top of the one numbered `rev`; refused with `draft_changed` when somebody else was faster. */
export const saveDraft = (orgId: string, id: string, draft: Draft, rev: number) =>
  callJson<QuestionSet>(`${setPath(orgId, id)}/draft`, { method: "PUT", body: draft, headers: { "If-Match": `"${rev}"` }, timeoutMs: LONG_MS });
export const check = (orgId: string, id: string) => callJson<Check>(`${setPath(orgId, id)}/check`, { timeoutMs: LONG_MS });
/** Do the repairs that were accepted, no others. */
export const repair = (orgId: string, id: string, accept: string[], rev: number) =>
  callJson<QuestionSet>(`${setPath(orgId, id)}/repairs`, { method: "POST", body: { accept }, headers: { "If-Match": `"${rev}"` }, timeoutMs: LONG_MS });
export const preview = (orgId: string, id: string) => callJson<unknown>(`${setPath(orgId, id)}/preview`, { timeoutMs: LONG_MS });
export const publish = (orgId: string, id: string) =>
  callJson<VersionSummary>(`${setPath(orgId, id)}/versions`, { method: "POST", body: {}, timeoutMs: LONG_MS });

const mediaPath = (orgId: string, id: string) => `${setPath(orgId, id)}/media`;
export const media = (orgId: string, id: string) => callJson<MediaOfSet>(mediaPath(orgId, id));
/** Add a file under its own name, in place of the one of that name. */
export const addMedium = (orgId: string, id: string, file: File) =>
  callJson<MediaOfSet>(`${mediaPath(orgId, id)}/${encodeURIComponent(file.name)}`, {
    method: "PUT", body: file, timeoutMs: LONG_MS, headers: { "Content-Type": "application/octet-stream" },
  });
export const removeMedium = (orgId: string, id: string, name: string) =>
  callJson<MediaOfSet>(`${mediaPath(orgId, id)}/${encodeURIComponent(name)}`, { method: "DELETE" });
/** The bytes of a file of a draft or a version, by their hash. */
export const mediumContent = (orgId: string, id: string, sha256: string) =>
  call(`${setPath(orgId, id)}/contents/${sha256}`, { headers: { Accept: "*/*" }, timeoutMs: LONG_MS }).then((answer) => answer.blob());

export const versions = (orgId: string, id: string, cursor?: Cursor) =>
  callJson<Page<VersionSummary>>(`${setPath(orgId, id)}/versions${pageQuery(cursor)}`);
export const versionDocument = (orgId: string, id: string, versionId: string) =>
  callJson<unknown>(`${setPath(orgId, id)}/versions/${encodeURIComponent(versionId)}/document`);
export const versionXform = (orgId: string, id: string, versionId: string) =>
  call(`${setPath(orgId, id)}/versions/${encodeURIComponent(versionId)}/xform`).then((answer) => answer.blob());
/** The draft as it is saved, as an XLSForm workbook. */
export const draftWorkbook = (orgId: string, id: string) =>
  call(`${setPath(orgId, id)}/draft.xlsx`, { headers: { Accept: "*/*" }, timeoutMs: LONG_MS }).then((answer) => answer.blob());
/** The draft as it is saved, as an XForm; refused with what is wrong while it cannot be one. */
export const draftXform = (orgId: string, id: string) =>
  call(`${setPath(orgId, id)}/draft.xml`, { headers: { Accept: "*/*" }, timeoutMs: LONG_MS }).then((answer) => answer.blob());
