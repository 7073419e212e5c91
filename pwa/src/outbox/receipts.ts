// Reads what the server answered to a push, and believes a receipt only when it speaks of exactly the bytes this phone holds.
import type { OutboxRow, Receipt } from "../storage";
import type { Verdict } from "./policy";

const KEPT = new Set(["received", "already_received", "quarantined", "late", "conflict"]);
const BLOCKED = new Set(["unknown_capability", "withdrawn"]);

export interface Answered {
  epoch: string | null;
  verdicts: Map<string, Verdict>;
}

/** One verdict for each row sent. A row that the answer does not mention, or mentions wrongly, has no receipt. */
export function readAnswer(sent: OutboxRow[], body: unknown): Answered {
  const results = isRecord(body) && Array.isArray(body.results) ? (body.results as unknown[]).filter(isRecord) : [];
  const epoch = isRecord(body) && typeof body.epoch === "string" ? body.epoch : null;
  const verdicts = new Map(sent.map((row) => [row.instanceId, verdictOn(row, results, epoch)]));
  return { epoch, verdicts };
}

/** The receipt, if it is one for these bytes and nothing of them is missing. */
export function checkedReceipt(row: OutboxRow, receipt: unknown): Receipt | null {
  if (!isRecord(receipt)) return null;
  const isForUs = receipt.instance_id === row.instanceId && receipt.rev === row.rev && receipt.sha256 === row.sha256;
  const isWhole = Array.isArray(receipt.parts_missing) && receipt.parts_missing.length === 0;
  return isForUs && isWhole && typeof receipt.epoch === "string" ? (receipt as unknown as Receipt) : null;
}

function verdictOn(row: OutboxRow, results: Record<string, unknown>[], epoch: string | null): Verdict {
  const result = results.find((one) => one.instance_id === row.instanceId && one.rev === row.rev);
  const status = typeof result?.status === "string" ? result.status : "";
  const detail = typeof result?.detail === "string" ? result.detail : null;
  if (KEPT.has(status)) return kept(row, result, epoch);
  if (status === "later") return { kind: "later", waitMs: null };
  if (status === "garbled") return { kind: "garbled" };
  if (BLOCKED.has(status)) return { kind: "blocked", code: status, detail };
  if (status === "too_large") return { kind: "refused", code: status, detail };
  return { kind: "no_receipt" };
}

function kept(row: OutboxRow, result: Record<string, unknown> | undefined, epoch: string | null): Verdict {
  const receipt = result?.stored === true ? checkedReceipt(row, result.receipt) : null;
  // A receipt of another epoch speaks of a store that is no longer there.
  return receipt && receipt.epoch === epoch ? { kind: "kept", receipt } : { kind: "no_receipt" };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
