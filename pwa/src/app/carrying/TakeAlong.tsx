// Puts what the server does not hold yet into a file that only a passphrase opens. Nothing is deleted here.
import { useState } from "preact/hooks";
import { words } from "../../i18n/carrying";
import { isLocked, type Draft, type OutboxRow } from "../../storage";
import { gather, markCarried } from "../../storage/carrying";
import { Button, ChoiceCard, Notice, TextField } from "../../ui";
import { keptDrafts, keptOutbox, keptRounds } from "../phone/kept";
import { putAway } from "../sharedphone/puttingaway";
import { sealFile } from "./carriedfile";
import { SHORTEST, meant, newPassphrase } from "./passphrases";
import { asFile, canSendOn, download, sendOn } from "./saving";

interface Waiting {
  id: string;
  title: string;
  from: string;
  state: string;
  isDraft: boolean;
}

interface Saved {
  file: File;
  passphrase: string;
  hasDrafts: boolean;
  hasFinished: boolean;
}

export function TakeAlong() {
  const [saved, setSaved] = useState<Saved | null>(null);
  const waiting = allWaiting();
  return (
    <section class="stack" aria-labelledby="along">
      <h1 id="along">{words("carry.title")}</h1>
      <p>{words("carry.body")}</p>
      {saved ? <AfterSaving {...saved} /> : waiting.length === 0 ? <Notice>{words("carry.none")}</Notice> : <Packing waiting={waiting} onSaved={setSaved} />}
    </section>
  );
}

function Packing({ waiting, onSaved }: { waiting: Waiting[]; onSaved: (saved: Saved) => void }) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [passphrase, setPassphrase] = useState(newPassphrase);
  const [state, setState] = useState<"calm" | "short" | "empty" | "busy" | "failed">("calm");
  const chosen = waiting.filter(({ id }) => !left.has(id));
  const choose = (id: string, isChosen: boolean) => setLeft(new Set([...left, id].filter((one) => one !== id || !isChosen)));
  const save = async () => {
    const ids = new Set(chosen.map(({ id }) => id));
    const file = asFile(await sealFile(await gather(ids), passphrase));
    await markCarried(new Set(chosen.filter(({ isDraft }) => isDraft).map(({ id }) => id)));
    download(file);
    onSaved({ file, passphrase, hasDrafts: chosen.some(({ isDraft }) => isDraft), hasFinished: chosen.some(({ isDraft }) => !isDraft) });
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (state === "busy") return;
    const isShort = meant(passphrase).length < SHORTEST;
    setState(chosen.length === 0 ? "empty" : isShort ? "short" : "busy");
    if (chosen.length > 0 && !isShort) save().catch(() => setState("failed"));
  };
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <fieldset class="stack stack-tight">
        <legend class="field-label">{words("carry.what")}</legend>
        {waiting.map(({ id, title, from, state: standing }) => (
          <ChoiceCard key={id} name="carry" value={id} many chosen={!left.has(id)} onChoose={(isChosen) => choose(id, isChosen)}>
            <span class="stack stack-tight"><span><bdi>{title}</bdi></span><span class="small soft"><bdi>{from}</bdi> · {standing}</span></span>
          </ChoiceCard>
        ))}
      </fieldset>
      <TextField
        id="passphrase" lines={2} label={words("carry.passphrase")} note={words("carry.passphraseNote")} value={passphrase} onInput={setPassphrase}
        fault={state === "short" ? words("carry.short", { count: SHORTEST }) : undefined}
      />
      {state === "empty" && <Notice tone="care">{words("carry.empty")}</Notice>}
      {state === "failed" && <Notice tone="care">{words("carry.failed")}</Notice>}
      <Button kind="primary" type="submit" wide idle={state === "busy"}>{state === "busy" ? words("carry.busy") : words("carry.save")}</Button>
    </form>
  );
}

function AfterSaving({ file, passphrase, hasDrafts, hasFinished }: Saved) {
  return (
    <Notice icon="check" title={words("carry.saved", { name: file.name })} heard>
      <p>{words("carry.savedBody")}</p>
      <p>{words("carry.savedPassphrase")}</p>
      <p class="code">{passphrase}</p>
      {hasFinished && <p>{words("carry.savedFinished")}</p>}
      {hasDrafts && <p>{words("carry.savedBegun")}</p>}
      <p>{words("carry.next", { host: location.host })}</p>
      <div class="row">
        {canSendOn(file) && <Button onPress={() => void sendOn(file)}>{words("carry.sendOn")}</Button>}
        <Button kind="plain" onPress={() => download(file)}>{words("carry.saveAgain")}</Button>
      </div>
    </Notice>
  );
}

/** What has not been put away: that belongs to people who were here before. */
function allWaiting(): Waiting[] {
  const isHere = ({ instanceId }: { instanceId: string }) => !putAway.value.has(instanceId);
  return [
    ...keptOutbox.value.filter((row) => isHere(row) && row.state !== "received").map(finishedOne),
    ...keptDrafts.value.filter(isHere).map(begunOne),
  ];
}

function finishedOne({ instanceId, title, organization }: OutboxRow): Waiting {
  return { id: instanceId, title, from: organization, state: words("carry.finished"), isDraft: false };
}

function begunOne(draft: Draft): Waiting {
  const round = keptRounds.value.find(({ id }) => id === draft.joinId)?.round;
  const count = Object.values(draft.answers).filter((answer) => "value" in answer).length;
  const state = isLocked(draft) ? words("carry.locked") : words("carry.begun", { count });
  return { id: draft.instanceId, title: round?.title ?? "", from: round?.organization ?? "", state, isDraft: true };
}
