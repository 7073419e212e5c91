// Holds an interview: updates wait while it is open, its end leads to the receipt, and a PIN stands before it where there is one.
import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import { Interview } from "../../interview";
import { draft, type Draft } from "../../storage";
import { keptDrafts, keptOutbox } from "../phone/kept";
import { go, goInstead, paths } from "../places/routing";
import { Later } from "../frame/Later";
import { askForBackgroundSync, holdUpdates } from "../phone/openDraft";
import { leaveQuickly } from "../sharedphone/exiting";
import { useLock } from "../sharedphone/locks";

const loadGone = () => import("./Gone").then(({ Gone }) => Gone);

interface AnsweringProps {
  instanceId: string;
  onLeave?: () => void;
  onFinished?: () => void;
}

export const loadUnlock = () => import("../sharedphone/UnlockScreen").then(({ UnlockScreen }) => UnlockScreen);

export function Answering({ instanceId, onLeave = () => go(paths.home), onFinished = () => goInstead(paths.receipt(instanceId)) }: AnsweringProps) {
  const [found, setFound] = useState<Draft | null | undefined>(() => keptDrafts.peek().find((one) => one.instanceId === instanceId));
  const lock = useLock(found, instanceId);
  useEffect(() => {
    if (found === undefined) void draft(instanceId).then(setFound);
  }, [instanceId]);
  useLayoutEffect(holdUpdates, [instanceId]);
  const isFinished = keptOutbox.value.some((row) => row.instanceId === instanceId);
  useEffect(() => {
    if (found === null && isFinished) onFinished();
  }, [found, isFinished]);
  if (found === undefined) return null;
  if (found === null) return <Later load={loadGone} with={{}} />;
  const finished = () => {
    void askForBackgroundSync();
    onFinished();
  };
  return (
    <>
      {lock.isShut && <Later load={loadUnlock} with={{ instanceId, onOpened: lock.open }} />}
      {(!lock.isShut || lock.holds) && (
        <div hidden={lock.isShut}>
          <Interview instanceId={instanceId} onFinished={finished} onLeave={onLeave} onHide={() => void leaveQuickly()} />
        </div>
      )}
    </>
  );
}
