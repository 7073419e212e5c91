// A button that asks the phone where it is, and how it gets on with that. Nothing is asked of the phone before somebody wants it.
import { useEffect, useRef, useState } from "preact/hooks";
import { Button, Notice } from "../../ui";
import { t, type FurtherKey } from "../../i18n/further";
import type { Place } from "./places";

/** A phone that has not found itself by then will not, indoors. */
const PATIENCE_MS = 60_000;
/** Good enough to stop by itself, as other tools have it; metres. */
const GOOD_M = 5;

type State = "idle" | "looking" | "denied" | "unavailable" | "timeout";

const faults = { denied: "place.denied", unavailable: "place.unavailable", timeout: "place.timeout" } as const satisfies Partial<Record<State, FurtherKey>>;

interface LookingProps {
  id: string;
  readonly: boolean;
  words: string;
  onFound: (place: Place) => void;
}

export function Looking({ id, readonly, words, onFound }: LookingProps) {
  const { state, best, look, stop } = usePosition(onFound);
  const isLooking = state === "looking";
  return (
    <>
      <div class="stack stack-tight">
        {isLooking && <p role="status">{best === null ? t("place.looking") : t("place.sure", { metres: Math.round(best) })}</p>}
        {/* One button for both: it keeps the focus. */}
        <div>
          <Button id={id} disabled={readonly} onPress={isLooking ? stop : look}>
            {isLooking ? t(best === null ? "place.stop" : "place.take") : words}
          </Button>
        </div>
      </div>
      {state in faults && <Notice tone="sun" heard>{t(faults[state as keyof typeof faults])}</Notice>}
    </>
  );
}

/** Ask the phone where it is, ever better, until it is sure enough, until `stop`, or until it will not. */
function usePosition(onFound: (place: Place) => void) {
  const [state, setState] = useState<State>("idle");
  const [best, setBest] = useState<Place | null>(null);
  const watch = useRef<{ id: number; timer: ReturnType<typeof setTimeout> } | null>(null);
  const heard = useRef(onFound); // what is on the screen when it is found, not when it was looked for
  heard.current = onFound;
  const end = (next: State) => {
    if (watch.current) {
      navigator.geolocation.clearWatch(watch.current.id);
      clearTimeout(watch.current.timer);
    }
    watch.current = null;
    setState(next);
  };
  useEffect(() => () => end("idle"), []);
  const found = useRef<Place | null>(null);
  const take = () => {
    end("idle");
    if (found.current) heard.current(found.current);
  };
  const look = () => {
    // Missing on plain http, whatever the type says.
    if (!(navigator.geolocation as Geolocation | undefined)) {
      setState("unavailable");
      return;
    }
    found.current = null;
    setBest(null);
    setState("looking");
    const id = navigator.geolocation.watchPosition(({ coords }) => {
      const place = { latitude: coords.latitude, longitude: coords.longitude, altitude: coords.altitude ?? 0, accuracy: coords.accuracy };
      if (found.current && found.current.accuracy <= place.accuracy) return;
      found.current = place;
      setBest(place);
      if (place.accuracy <= GOOD_M) take();
    }, ({ code, PERMISSION_DENIED }) => {
      if (found.current) take(); // what was found is not lost with the signal
      else end(code === PERMISSION_DENIED ? "denied" : "unavailable");
    }, { enableHighAccuracy: true });
    watch.current = { id, timer: setTimeout(() => (found.current ? take() : end("timeout")), PATIENCE_MS) };
  };
  return { state, best: best && best.accuracy, look, stop: take };
}
