// The start page: what is under way, what is finished and where it stands, and a field for a code.
import { t } from "../../i18n/shell";
import { words as carrying } from "../../i18n/carrying";
import { words } from "../../i18n/sharing";
import { Button, Icon, Notice } from "../../ui";
import { Badge, Card } from "../../ui/more";
import { wakeOutbox } from "../../outbox";
import { waitingCount } from "../phone/badge";
import { isLocked, type Draft, type JoinedRound, type OutboxRow } from "../../storage";
import { CodeForm } from "./CodeForm";
import { Discard } from "./Discard";
import { keptDrafts, keptOutbox, keptRounds } from "../phone/kept";
import { forgetLost, lost } from "../phone/ledger";
import { paths } from "../places/routing";
import { HandOver } from "../sharedphone/HandOver";
import { LastOne, PutAway } from "../sharedphone/LastOne";
import { isRoundAway } from "../sharedphone/clearing";
import { putAway } from "../sharedphone/puttingaway";
import { Shell } from "../frame/Shell";
import { StorageNotice } from "../frame/StorageNotice";
import { receiptWords, standingOf } from "../rounds/states";

export function Home() {
  const here = inSight();
  const isEmpty = here.rounds.length === 0 && here.outbox.length === 0;
  return (
    <Shell>
      <Lost />
      <Waiting />
      {isEmpty ? <Welcome /> : <Kept {...here} />}
      {!isEmpty && <StorageNotice />}
      <Card labelledBy={isEmpty ? "welcome" : "another"}>
        {!isEmpty && <h2 id="another">{t("home.another")}</h2>}
        <CodeForm />
      </Card>
      {!isEmpty && <LastOne />}
      <PutAway />
    </Shell>
  );
}

interface InSight {
  drafts: Draft[];
  rounds: JoinedRound[];
  outbox: OutboxRow[];
}

/** What is on this phone and was not put away. */
function inSight(): InSight {
  const isHere = ({ instanceId }: { instanceId: string }) => !putAway.value.has(instanceId);
  return {
    drafts: keptDrafts.value.filter(isHere), outbox: keptOutbox.value.filter(isHere), rounds: keptRounds.value.filter(({ id }) => !isRoundAway(id)),
  };
}

/** What the browser has cleared is said, not hidden behind an empty page. */
function Lost() {
  if (lost.value === 0) return null;
  return (
    <Notice tone="care" title={t("lost.title", { count: lost.value })}>
      <p>{t("lost.body")}</p>
      <p>{t("lost.again")}</p>
      <div><Button onPress={forgetLost}>{t("lost.read")}</Button></div>
    </Notice>
  );
}

/** Said again and again, until nothing waits: an answer that is only on this phone can still be lost with it. */
function Waiting() {
  const count = waitingCount();
  if (count === 0) return null;
  return (
    <Notice tone="sun" title={t("home.waiting", { count })}>
      <p>{t("home.waitingBody")}</p>
      <div class="row">
        <Button onPress={() => void wakeOutbox({ kind: "asked" })}>{t("home.sendNow")}</Button>
        <Button kind="plain" href={paths.carry}>{t("home.takeAlong")}</Button>
      </div>
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

function Kept({ drafts, rounds, outbox }: InSight) {
  return (
    <>
      <h1 class="only-heard">{t("app.name")}</h1>
      <Section id="drafts" title={t("home.goOn")} rows={drafts.map((draft) => <DraftCard key={draft.instanceId} draft={draft} />)} />
      <Section id="rounds" title={t("home.rounds")} rows={rounds.map((joined) => <RoundCard key={joined.id} joined={joined} />)} />
      <Section id="outbox" title={t("home.outbox")} rows={outbox.map((row) => <OutboxCard key={row.instanceId} row={row} />)} />
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
  return (
    <Entry title={joined?.round.title ?? ""} from={joined?.round.organization ?? ""} below={<HowFar draft={draft} />}>
      <div class="row">
        <Button kind="primary" href={paths.answer(draft.instanceId)}>{t("home.continue")}</Button>
        <Button kind="plain" href={paths.lock(draft.instanceId)}>{isLocked(draft) ? words("lock.change") : words("lock.do")}</Button>
        <HandOver joinId={draft.joinId} instanceId={draft.instanceId} />
        {!isLocked(draft) && <Discard draft={draft} />}
      </div>
    </Entry>
  );
}

function HowFar({ draft }: { draft: Draft }) {
  if (draft.isCarried) return <Badge tone="sun"><Icon name="phone" />{carrying("carried.badge")}</Badge>;
  if (isLocked(draft)) return <Badge><Icon name="lock" />{words("lock.locked")}</Badge>;
  const answers = Object.values(draft.answers).filter((answer) => "value" in answer).length;
  return <span class="soft">{t("home.answers", { count: answers })}</span>;
}

function RoundCard({ joined: { id, round } }: { joined: JoinedRound }) {
  return (
    <Entry title={round.title} from={round.organization} below={round.invented && <Badge tone="sun">{t("home.invented")}</Badge>}>
      <div class="row">
        <Button href={paths.round(id)}>{t("home.open")}</Button>
        <HandOver joinId={id} />
      </div>
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
        <h3><bdi>{title}</bdi></h3>
        <p class="small soft"><bdi>{from}</bdi></p>
        <div class="row">{below}</div>
      </div>
      {children}
    </li>
  );
}
