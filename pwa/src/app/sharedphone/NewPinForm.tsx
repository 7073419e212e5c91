// A new PIN, typed twice: a slip of the finger must not lock anybody out.
import { useState } from "preact/hooks";
import { words } from "../../i18n/sharing";
import { Button, Notice, TextField } from "../../ui";

interface NewPinFormProps {
  id: string;
  act: string;
  onPin: (pin: string) => Promise<void>;
}

const SHORTEST = 6;

export function NewPinForm({ id, act, onPin }: NewPinFormProps) {
  const [pin, setPin] = useState("");
  const [again, setAgain] = useState("");
  const [state, setState] = useState<"calm" | "judged" | "busy" | "failed">("calm");
  const isShort = pin.trim().length < SHORTEST;
  const isDifferent = pin !== again;
  const submit = (event: Event) => {
    event.preventDefault();
    const isGood = !isShort && !isDifferent;
    setState(isGood ? "busy" : "judged");
    if (isGood) onPin(pin).catch(() => setState("failed"));
  };
  const isJudged = state === "judged";
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <TextField
        id={id} type="password" autocomplete="new-password" label={words("pin.new")} note={words("pin.newNote")} value={pin} onInput={setPin}
        fault={isJudged && isShort ? words("pin.short") : undefined}
      />
      <TextField
        id={`${id}-again`} type="password" autocomplete="new-password" label={words("pin.again")} value={again} onInput={setAgain}
        fault={isJudged && !isShort && isDifferent ? words("pin.different") : undefined}
      />
      {state === "failed" && <Notice tone="care">{words("pin.failed")}</Notice>}
      <Button kind="primary" type="submit" wide disabled={state === "busy"}>{state === "busy" ? words("pin.checking") : act}</Button>
    </form>
  );
}

/** Why there are no PINs here. */
export function NoPins() {
  return <Notice tone="sun" title={words("pin.unavailable")}><p>{words("pin.unavailableWhy")}</p></Notice>;
}
