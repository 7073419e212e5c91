// Holds an interview: updates wait while it is open, and its end leads to the receipt.
import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import { Interview } from "../../interview";
import { draft } from "../../storage";
import { keptDrafts, keptOutbox } from "../phone/kept";
import { go, goInstead, paths } from "../places/routing";
import { Later } from "../frame/Later";
import { askForBackgroundSync, holdUpdates } from "../phone/openDraft";

const loadGone = () => import("./Gone").then(({ Gone }) => Gone);

export function Answering({ instanceId }: { instanceId: string }) {
  const [isHere, setHere] = useState<boolean | null>(() => (keptDrafts.peek().some((one) => one.instanceId === instanceId) ? true : null));
  useEffect(() => {
    if (isHere === null) void draft(instanceId).then((found) => setHere(found !== null));
  }, [instanceId]);
  useLayoutEffect(holdUpdates, [instanceId]);
  const isFinished = keptOutbox.value.some((row) => row.instanceId === instanceId);
  useEffect(() => {
    if (isHere === false && isFinished) goInstead(paths.receipt(instanceId));
  }, [isHere, isFinished]);
  if (isHere === null) return null;
  if (!isHere) return <Later load={loadGone} with={{}} />;
  const finished = () => {
    void askForBackgroundSync();
    goInstead(paths.receipt(instanceId));
  };
  return <Interview instanceId={instanceId} onFinished={finished} onLeave={() => go(paths.home)} />;
}
