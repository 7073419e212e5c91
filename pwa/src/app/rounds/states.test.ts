// What a receipt promises: that the answers are stored, and nothing that nobody does.
import { expect, test } from "vitest";
import { t } from "../../i18n/shell";
import type { OutboxRow, Receipt } from "../../storage";
import { standingOf } from "./states";

test.each<[Receipt["quality"], string]>([
  ["ok", t("receipt.receivedBody")],
  ["late", t("receipt.receivedBody")],
  ["quarantined", t("receipt.receivedApart")],
  ["conflict", t("receipt.receivedApart")],
])("what is %s reads so", (quality, body) => {
  expect(standingOf(received(quality))).toEqual({ title: t("receipt.received"), body, tone: "pine" });
});

function received(quality: Receipt["quality"]): OutboxRow {
  const shared = { instance_id: "i", rev: 1, sha256: "0", epoch: "e", parts_missing: [], seq: null, received_on: null };
  return {
    instanceId: "i", rev: 1, joinId: "j", roundId: "r", capability: "c", title: "Autumn", organization: "Harbor Street", sha256: "0",
    bytes: 2, state: "received", lease: null, attempts: 1, notBefore: 0, problem: null, receipt: { ...shared, status: quality, quality },
  };
}
