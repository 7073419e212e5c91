// The words for where an interview stands. Exactly these: nothing softer than what is known.
import type { OutboxRow } from "../../storage";
import { t } from "../../i18n/shell";
import { receiptCode } from "./codes";

type Tone = "plain" | "pine" | "sun" | "care";

export interface Standing {
  title: string;
  body: string;
  tone: Tone;
}

/** What is true of a finished interview now. */
export function standingOf(row: OutboxRow): Standing {
  switch (row.state) {
    case "queued": return { title: t("receipt.queued"), body: t("receipt.queuedBody"), tone: "sun" };
    case "sending": return { title: t("receipt.sending"), body: t("receipt.sendingBody"), tone: "sun" };
    case "received": return { title: receivedTitle(row), body: receivedBody(row), tone: "pine" };
    case "attention": return { title: t("receipt.help"), body: row.problem?.code === "too_large" ? t("receipt.tooLarge") : t("receipt.helpBody"), tone: "care" };
    case "blocked": return { title: t("receipt.help"), body: row.problem?.code === "withdrawn" ? t("receipt.withdrawn") : t("receipt.blockedBody"), tone: "care" };
  }
}

/** "Receipt 7F3K-91C0", once there is one. */
export function receiptWords(row: OutboxRow): string | null {
  return row.state === "received" && row.receipt ? t("receipt.code", { code: receiptCode(row.receipt.sha256) }) : null;
}

export function needsHelp(row: OutboxRow): boolean {
  return row.state === "attention" || row.state === "blocked";
}

function receivedTitle(row: OutboxRow): string {
  return t(row.isSafe ? "receipt.safe" : "receipt.received");
}

function receivedBody(row: OutboxRow): string {
  const isApart = row.receipt?.quality === "quarantined" || row.receipt?.quality === "conflict";
  return t(isApart ? "receipt.receivedApart" : "receipt.receivedBody");
}
