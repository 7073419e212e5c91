// Choosing a password of one's own: the one until now, and the one from now on.
import { useState } from "preact/hooks";
import { identity } from "../../client/desk";
import { t } from "../../i18n/desk";
import { Button, Notice, TextField } from "../../ui";
import { useAct } from "../loading";
import { Failure } from "../parts";

const SHORTEST = 12;

interface PasswordFormProps {
  /** What the password until now is called. */
  currentLabel: string;
  /** After the server has taken the new one. */
  onChanged?: () => Promise<void>;
}

export function PasswordForm({ currentLabel, onChanged }: PasswordFormProps) {
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [isDone, setDone] = useState(false);
  const changing = useAct(async () => {
    setDone(false);
    await identity.changePassword(current, next);
    setCurrent("");
    setNext("");
    setDone(true);
    await onChanged?.();
  });
  return (
    <form class="stack" onSubmit={(event) => { event.preventDefault(); changing.run(); }}>
      <TextField id="current" type="password" label={currentLabel} value={current} onInput={setCurrent} autocomplete="current-password" required />
      <TextField id="next" type="password" label={t("you.next")} note={t("you.nextNote", { count: SHORTEST })} value={next} onInput={setNext} autocomplete="new-password" required />
      <Failure failure={changing.failure} />
      {isDone && <Notice icon="check" heard>{t("you.changed")}</Notice>}
      <div><Button type="submit" kind="primary" disabled={changing.isBusy || next.length < SHORTEST}>{t("you.change")}</Button></div>
    </form>
  );
}
