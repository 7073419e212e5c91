// The desk's calls about rounds: opening, inviting, closing, and reading what came.
import { call, callJson } from "../http";
import { organizationPath } from "./identity";
import { pageQuery, type Cursor } from "./paging";
import type { Cards, CollectAccess, Conflicting, NewRound, Page, Progress, Quarantined, Results, RoundOpened, RoundSummary } from "./types";

const LONG_MS = 120_000;
const roundsPath = (orgId: string) => `${organizationPath(orgId)}/rounds`;
const roundPath = (orgId: string, id: string) => `${roundsPath(orgId)}/${encodeURIComponent(id)}`;

export const rounds = (orgId: string, cursor?: Cursor) => callJson<Page<RoundSummary>>(roundsPath(orgId) + pageQuery(cursor));
export const round = (orgId: string, id: string) => callJson<RoundSummary>(roundPath(orgId, id));
export const openRound = (orgId: string, wish: NewRound) => callJson<RoundOpened>(roundsPath(orgId), { method: "POST", body: wish });
export const closeRound = (orgId: string, id: string) => callJson<RoundSummary>(`${roundPath(orgId, id)}/closing`, { method: "POST", body: {} });
export const makeCards = (orgId: string, id: string, count: number) =>
  callJson<Cards>(`${roundPath(orgId, id)}/cards`, { method: "POST", body: { count } });
export const qrCode = (orgId: string, id: string) =>
  call(`${roundPath(orgId, id)}/qr.svg`, { headers: { Accept: "image/svg+xml" } }).then((answer) => answer.blob());
export const collectAccess = (orgId: string, id: string) => callJson<CollectAccess>(`${roundPath(orgId, id)}/openrosa`);
export const collectQrCode = (orgId: string, id: string) =>
  call(`${roundPath(orgId, id)}/openrosa.svg`, { headers: { Accept: "image/svg+xml" } }).then((answer) => answer.blob());

export const progress = (orgId: string, id: string) => callJson<Progress>(`${roundPath(orgId, id)}/progress`);
export const results = (orgId: string, id: string) => callJson<Results>(`${roundPath(orgId, id)}/results`, { timeoutMs: LONG_MS });
export const quarantine = (orgId: string, id: string, cursor?: Cursor) =>
  callJson<Page<Quarantined>>(`${roundPath(orgId, id)}/quarantine${pageQuery(cursor)}`);
export const conflicts = (orgId: string, id: string, cursor?: Cursor) =>
  callJson<Page<Conflicting>>(`${roundPath(orgId, id)}/conflicts${pageQuery(cursor)}`);

export interface ExportWish { format: "csv" | "xlsx"; values: "codes" | "labels"; language: string }

/** Fetch the answers as a table. Not a plain link: a refusal must be read on the page, not saved as a file. */
export async function exportRows(orgId: string, id: string, { format, values, language }: ExportWish): Promise<Blob> {
  const wish = new URLSearchParams({ values, language });
  const answer = await call(`${roundPath(orgId, id)}/export.${format}?${wish.toString()}`, { headers: { Accept: "*/*" }, timeoutMs: LONG_MS });
  return answer.blob();
}
