// The start page: what is under way, what is finished and where it stands, and a field for a code.
import { useState } from "preact/hooks";
import { t } from "../../i18n/shell";
import { Button, Icon, Notice } from "../../ui";
import { Badge, Card, Dialog } from "../../ui/more";
import { wakeOutbox } from "../../outbox";
import { waitingCount } from "../phone/badge";
import { discardDraft, type Draft, type JoinedRound, type OutboxRow } from "../../storage";
import { CodeForm } from "./CodeForm";
import { keptDrafts, keptOutbox, keptRounds } from "../phone/kept";
import { paths } from "../places/routing";
import { Shell } from "../frame/Shell";
import { StorageNotice } from "../frame/StorageNotice";
import { receiptWords, standingOf } from "../rounds/states";

export function Home() {
  const isEmpty = keptRounds.value.length === 0 && keptOutbox.value.length === 0;
  return (
    <Shell>
      <Waiting />
      {isEmpty ? <Welcome /> : <Kept />}
      {!isEmpty && <StorageNotice />}
      <Card labelledBy={isEmpty ? "welcome" : "another"}>
        {!isEmpty && <h2 id="another">{t("home.another")}</h2>}
        <CodeForm />
      </Card>
    </Shell>
  );
}

/** Said again and again, until nothing waits: an answer that is only on this phone can still be lost with it. */
function Waiting() {
  const count = waitingCount();
  if (count === 0) return null;
  return (
    <Notice tone="sun" title={t("home.waiting", { count })}>
      <p>{t("home.waitingBody")}</p>
      <div><Button onPress={() => void wakeOutbox({ kind: "asked" })}>{t("home.sendNow")}</Button></div>
    </Notice>
  );
}

function Welcome() {
  return (
    <div class="stack welcome">
      <h1 id="welcome">{t("home.welcome")}</h1>
      <p class="welcome-body">{t("home.welcomeBody")}</p>
    </div>
  );
}

function Kept() {
  return (
    <>
      <h1 class="only-heard">{t("app.name")}</h1>
      <Section id="drafts" title={t("home.goOn")} rows={keptDrafts.value.map((draft) => <DraftCard key={draft.instanceId} draft={draft} />)} />
      <Section id="rounds" title={t("home.rounds")} rows={keptRounds.value.map((joined) => <RoundCard key={joined.id} joined={joined} />)} />
      <Section id="outbox" title={t("home.outbox")} rows={keptOutbox.value.map((row) => <OutboxCard key={row.instanceId} row={row} />)} />
    </>
  );
}

function Section({ id, title, rows }: { id: string; title: string; rows: preact.JSX.Element[] }) {
  if (rows.length === 0) return null;
  return (
    <section class="stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul class="stack">{rows}</ul>
    </section>
  );
}

function DraftCard({ draft }: { draft: Draft }) {
  const joined = keptRounds.value.find((one) => one.id === draft.joinId);
  const answers = Object.values(draft.answers).filter((answer) => "value" in answer).length;
  return (
    <Entry title={joined?.round.title ?? ""} from={joined?.round.organization ?? ""} below={<span class="soft">{t("home.answers", { count: answers })}</span>}>
      <div class="row">
        <Button kind="primary" href={paths.answer(draft.instanceId)}>{t("home.continue")}</Button>
        <Discard draft={draft} />
      </div>
    </Entry>
  );
}

/** The only way in which an answer that was not received leaves a phone: its author says so, twice. */
function Discard({ draft }: { draft: Draft }) {
  const [isAsking, setAsking] = useState(false);
  const leave = () => setAsking(false);
  return (
    <>
      <Button kind="plain" onPress={() => setAsking(true)}>{t("discard.do")}</Button>
      {isAsking && (
        <Dialog
          id={`discard-${draft.instanceId}`} title={t("discard.title")} onClose={leave}
          acts={<><Button onPress={leave}>{t("discard.no")}</Button><Button kind="care" onPress={() => void discardDraft(draft.instanceId)}>{t("discard.yes")}</Button></>}
        >
          <p>{t("discard.body")}</p>
        </Dialog>
      )}
    </>
  );
}

function RoundCard({ joined: { id, round } }: { joined: JoinedRound }) {
  return (
    <Entry title={round.title} from={round.organization} below={round.invented && <Badge tone="sun">{t("home.invented")}</Badge>}>
      <Button href={paths.round(id)}>{t("home.open")}</Button>
    </Entry>
  );
}

function OutboxCard({ row }: { row: OutboxRow }) {
  const { title, tone } = standingOf(row);
  const below = (
    <>
      <Badge tone={tone}><Icon name={tone === "pine" ? "check" : tone === "care" ? "care" : "phone"} />{title}</Badge>
      {receiptWords(row) && <span class="small soft figures">{receiptWords(row)}</span>}
    </>
  );
  return (
    <Entry title={row.title} from={row.organization} below={below}>
      <Button href={paths.receipt(row.instanceId)}>{t("home.open")}</Button>
    </Entry>
  );
}

interface EntryProps {
  title: string;
  from: string;
  below: preact.ComponentChildren;
  children: preact.ComponentChildren;
}

function Entry({ title, from, below, children }: EntryProps) {
  return (
    <li class="card entry">
      <div class="stack stack-tight">
        <h3>{title}</h3>
        <p class="small soft">{from}</p>
        <div class="row">{below}</div>
      </div>
      {children}
    </li>
  );
}
