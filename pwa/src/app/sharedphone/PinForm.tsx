// The field for a PIN that someone has set. Wrong ones cost time, never answers.
import { useEffect, useState } from "preact/hooks";
import { words } from "../../i18n/sharing";
import { Button, TextField } from "../../ui";
import { countTry, forgetTries, waitFor } from "./tries";

interface PinFormProps {
  id: string;
  /** Whose tries are counted. */
  tries: string;
  act: string;
  /** Resolves to whether it was the PIN. */
  onPin: (pin: string) => Promise<boolean>;
}

const SECOND_MS = 1000;

export function PinForm({ id, tries, act, onPin }: PinFormProps) {
  const [typed, setTyped] = useState("");
  const [state, setState] = useState<"calm" | "checking" | "wrong" | "failed">("calm");
  const [seconds, lookAtClock] = useWait(tries);
  const attempt = async () => {
    setState("checking");
    await countTry(tries);
    const isRight = await onPin(typed);
    if (isRight) await forgetTries(tries);
    else setState("wrong");
    setTyped("");
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (typed === "" || state === "checking") return;
    attempt().catch(() => setState("failed")).finally(lookAtClock);
  };
  const fault = state === "wrong" ? words("pin.wrong") : state === "failed" ? words("pin.failed") : undefined;
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <TextField id={id} type="password" label={words("pin.type")} fault={fault} value={typed} onInput={setTyped} />
      {seconds > 0 && <p role="status">{words("pin.wait", { count: seconds })}</p>}
      <Button kind="primary" type="submit" wide disabled={seconds > 0 || state === "checking"}>{state === "checking" ? words("pin.checking") : act}</Button>
    </form>
  );
}

/** Seconds until the next try, counting down, and a way to look again. */
function useWait(tries: string): [number, () => void] {
  const [seconds, setSeconds] = useState(0);
  const look = () => void waitFor(tries).then((wait) => setSeconds(Math.ceil(wait / SECOND_MS)), () => undefined);
  useEffect(look, [tries]);
  useEffect(() => {
    if (seconds === 0) return;
    const timer = setTimeout(look, SECOND_MS);
    return () => clearTimeout(timer);
  }, [seconds]);
  return [seconds, look];
}
