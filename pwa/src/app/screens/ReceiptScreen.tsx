// After the last question: where the answers are, in exactly the words that are true, until they are received.
import { t } from "../../i18n/shell";
import { wakeOutbox } from "../../outbox";
import type { OutboxRow } from "../../storage";
import { Button, Icon, Notice } from "../../ui";
import { Card } from "../../ui/more";
import { keptOutbox, keptRounds } from "../phone/kept";
import { paths } from "../places/routing";
import { Shell } from "../frame/Shell";
import { StorageNotice } from "../frame/StorageNotice";
import { LastOne } from "../sharedphone/LastOne";
import { needsHelp, receiptWords, standingOf } from "../rounds/states";

export function ReceiptScreen({ instanceId }: { instanceId: string }) {
  const row = keptOutbox.value.find((one) => one.instanceId === instanceId);
  return (
    <Shell back>
      {row ? <Receipt row={row} /> : <Notice>{t("receipt.missing")}</Notice>}
      {row?.state === "queued" && <StorageNotice />}
      <Next row={row} />
      {row && <LastOne />}
    </Shell>
  );
}

function Receipt({ row }: { row: OutboxRow }) {
  const { title, body, tone } = standingOf(row);
  const words = receiptWords(row);
  return (
    <div class="stack stack-wide receipt">
      <div class="stack stack-tight">
        <p class="eyebrow"><bdi>{row.organization}</bdi> · <bdi>{row.title}</bdi></p>
        <h1>{t("receipt.thanks")}</h1>
      </div>
      <Card>
        <div class={`standing standing-${tone}`} role="status">
          <span class="standing-icon"><Icon name={iconOf(row)} /></span>
          <div class="stack stack-tight">
            <h2>{title}</h2>
            <p>{body}</p>
          </div>
        </div>
        {words && <div class="stack stack-tight"><p class="code figures">{words}</p><p class="small soft">{t("receipt.codeNote")}</p></div>}
        {needsHelp(row) && <Help row={row} />}
      </Card>
    </div>
  );
}

function Help({ row }: { row: OutboxRow }) {
  return (
    <div class="stack stack-tight">
      {row.problem && <p class="small soft">{t("receipt.reason", { code: row.problem.code })}</p>}
      <div class="row">
        <Button kind="primary" onPress={() => void wakeOutbox({ kind: "asked" })}>{t("go.retry")}</Button>
        <Button href={paths.carry}>{t("receipt.takeAlong")}</Button>
      </div>
    </div>
  );
}

function Next({ row }: { row: OutboxRow | undefined }) {
  const joined = keptRounds.value.find((one) => one.id === row?.joinId);
  const isInterviewer = joined?.round.mode === "interview";
  return (
    <div class="stack">
      {row?.state === "queued" && <Button onPress={() => void wakeOutbox({ kind: "asked" })} wide>{t("go.retry")}</Button>}
      {joined && isInterviewer && <Button kind="primary" href={paths.round(joined.id)} wide>{t("receipt.another")}</Button>}
      <Button kind={isInterviewer ? "outline" : "primary"} href={paths.home} wide>{t("receipt.home")}</Button>
    </div>
  );
}

function iconOf(row: OutboxRow) {
  if (row.state === "received") return "check";
  if (row.state === "sending") return "wait";
  return needsHelp(row) ? "care" : "phone";
}
