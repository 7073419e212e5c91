// Put a PIN before a begun interview, or take it away: what it is good for and what not is said before it is set.
import { useState } from "preact/hooks";
import { words } from "../../i18n/sharing";
import type { Draft } from "../../storage";
import { canPin, lockDraft, removeLock } from "../../storage/locking";
import { Notice } from "../../ui";
import { Shell } from "../frame/Shell";
import { keptDrafts, keptRounds } from "../phone/kept";
import { goInstead, paths } from "../places/routing";
import { NewPinForm, NoPins } from "./NewPinForm";
import { PinForm } from "./PinForm";

export function LockScreen({ instanceId }: { instanceId: string }) {
  const row = keptDrafts.value.find((one) => one.instanceId === instanceId);
  return <Shell back>{row ? <Lock row={row} /> : <Notice>{words("lock.gone")}</Notice>}</Shell>;
}

function Lock({ row }: { row: Draft }) {
  const joined = keptRounds.value.find((one) => one.id === row.joinId);
  return (
    <div class="stack stack-wide">
      <div class="stack stack-tight">
        <p class="eyebrow"><bdi>{joined?.round.title}</bdi></p>
        <h1>{row.lock ? words("lock.remove") : words("lock.title")}</h1>
      </div>
      {row.lock ? <Remove row={row} /> : canPin() ? <Set row={row} /> : <NoPins />}
    </div>
  );
}

function Set({ row }: { row: Draft }) {
  const [isElsewhere, setElsewhere] = useState(false);
  const set = async (pin: string) => {
    const isOpen = await isOpenSomewhere(row.instanceId);
    setElsewhere(isOpen);
    if (isOpen) throw new Error("The interview is open in another window.");
    await lockDraft(row.instanceId, pin);
    goInstead(paths.home);
  };
  return (
    <>
      <Part title={words("lock.for")}>{words("lock.forBody")}</Part>
      <Part title={words("lock.not")}>{words("lock.notBody")}</Part>
      <Part title={words("lock.forgotten")}>{words("lock.forgottenBody")}</Part>
      <Part title={words("lock.after")}>{words("lock.afterBody")}</Part>
      {isElsewhere && <Notice tone="care">{words("lock.elsewhere")}</Notice>}
      <NewPinForm id="pin" act={words("lock.set")} onPin={set} />
    </>
  );
}

function Remove({ row }: { row: Draft }) {
  const remove = async (pin: string) => {
    const isRight = await removeLock(row.instanceId, pin);
    if (isRight) goInstead(paths.home);
    return isRight;
  };
  return (
    <>
      <p>{words("lock.removeBody")}</p>
      <PinForm id="pin" tries={row.instanceId} act={words("lock.removeDo")} onPin={remove} />
    </>
  );
}

function Part({ title, children }: { title: string; children: string }) {
  return <section class="stack stack-tight"><h2>{title}</h2><p>{children}</p></section>;
}

/** What is typed there in this moment could not be kept any more. Where the browser has no locks, the other window says so itself. */
async function isOpenSomewhere(instanceId: string): Promise<boolean> {
  const state = await (navigator as Partial<Navigator>).locks?.query();
  return state?.held?.some(({ name }) => name === `draft-${instanceId}`) ?? false;
}
