// Takes in a file from another phone. What is here already stays as it is, and is said.
import { useRef, useState } from "preact/hooks";
import { words } from "../../i18n/carrying";
import { wakeOutbox } from "../../outbox";
import { StorageFailed } from "../../storage";
import { takeIn, type Outcome } from "../../storage/carrying";
import { Button, Fault, Notice, TextField } from "../../ui";
import { paths } from "../places/routing";
import { CarriedFileFault, openFile, type FileFault } from "./carriedfile";

type Trouble = { code: FileFault | "noFile" | "full" | "failed"; host: string };

export function TakeIn() {
  const [outcomes, setOutcomes] = useState<Outcome[] | null>(null);
  return (
    <section class="stack" aria-labelledby="in">
      <h2 id="in">{words("in.title")}</h2>
      {outcomes ? <TakenIn outcomes={outcomes} onAgain={() => setOutcomes(null)} /> : <Opening onTaken={setOutcomes} />}
    </section>
  );
}

function Opening({ onTaken }: { onTaken: (outcomes: Outcome[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState("");
  const [passphrase, setPassphrase] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const take = async (file: File) => {
    const outcomes = await takeIn(await openFile(file, passphrase));
    void wakeOutbox({ kind: "asked" });
    onTaken([...outcomes.values()]);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (isBusy) return;
    const file = input.current?.files?.[0];
    setTrouble(file ? null : { code: "noFile", host: "" });
    if (!file) return;
    setBusy(true);
    take(file).catch((failure: unknown) => setTrouble(troubleOf(failure))).finally(() => setBusy(false));
  };
  const isAboutPassphrase = trouble?.code === "wrong";
  const fault = trouble && words(`in.${trouble.code}`, { host: trouble.host });
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <div class="field picture">
        <input
          ref={input} id="carried" class="only-heard" type="file" accept=".txt,text/plain" aria-describedby="carried-name carried-fault"
          onChange={(event) => setName(event.currentTarget.files?.[0]?.name ?? "")}
        />
        <label for="carried" class="button button-outline button-wide">{words("in.choose")}</label>
        <div role="alert" class="stack stack-tight">
          {name && <p id="carried-name" class="small soft"><bdi>{name}</bdi></p>}
          {fault && !isAboutPassphrase && <Fault id="carried-fault">{fault}</Fault>}
        </div>
      </div>
      <TextField
        id="carried-passphrase" label={words("in.passphrase")} note={words("in.passphraseNote")} value={passphrase} onInput={setPassphrase}
        fault={isAboutPassphrase ? fault : undefined}
      />
      <Button kind="primary" type="submit" wide idle={isBusy}>{isBusy ? words("carry.busy") : words("in.do")}</Button>
    </form>
  );
}

function TakenIn({ outcomes, onAgain }: { outcomes: Outcome[]; onAgain: () => void }) {
  const many = (outcome: Outcome) => outcomes.filter((one) => one === outcome).length;
  const [taken, here, different] = [many("taken"), many("here"), many("different")];
  return (
    <>
      <Notice icon={different > 0 ? "care" : "check"} tone={different > 0 ? "sun" : "calm"} title={words("in.taken", { count: taken })} heard>
        {taken > 0 && <p>{words("in.sending")}</p>}
        {here > 0 && <p>{words("in.here", { count: here })}</p>}
        {different > 0 && <p>{words("in.different", { count: different })}</p>}
        {different > 0 && <p>{words("in.differentWhy")}</p>}
      </Notice>
      <Button kind="primary" href={paths.home} wide>{words("in.home")}</Button>
      <Button kind="plain" onPress={onAgain}>{words("in.another")}</Button>
    </>
  );
}

function troubleOf(failure: unknown): Trouble {
  if (failure instanceof CarriedFileFault) return { code: failure.fault, host: failure.host };
  return { code: failure instanceof StorageFailed && failure.full ? "full" : "failed", host: "" };
}
