// Shuts an interview that was opened with its PIN when it has been out of sight for long.
import { settleAll } from "../../interview";
import { dropKey } from "../../storage";

const OUT_OF_SIGHT_MS = 2 * 60_000;

/** Returns the way to stop. What cannot be kept is not shut away. */
export function shutWhenUnused(instanceId: string, onShut: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  const shut = async () => {
    if (!(await settleAll())) return;
    dropKey(instanceId);
    onShut();
  };
  const follow = () => {
    clearTimeout(timer);
    if (document.visibilityState === "hidden") {
      since = Date.now();
      timer = setTimeout(() => void shut(), OUT_OF_SIGHT_MS);
    } else if (since > 0 && Date.now() - since >= OUT_OF_SIGHT_MS) {
      // A sleeping phone's timers sleep, too. Nothing is to be seen between waking and locking.
      cover(true);
      void shut().finally(() => cover(false));
    }
  };
  document.addEventListener("visibilitychange", follow);
  return () => {
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", follow);
  };
}

function cover(isCovered: boolean): void {
  document.documentElement.toggleAttribute("data-covered", isCovered);
}
