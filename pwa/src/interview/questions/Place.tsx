// One place: where the phone is, with how sure it is of that, or two numbers typed. Nothing is asked of the phone before somebody wants it.
import { useEffect, useRef, useState } from "preact/hooks";
import { Button, Notice, TextField } from "../../ui";
import { t, type FurtherKey } from "../../i18n/further";
import { shownNumber } from "../wording/numbers";
import type { QuestionProps } from "./props";
import { placeFrom, readPlace, type Place as Point } from "./places";

/** A phone that has not found itself by then will not, indoors. */
const PATIENCE_MS = 60_000;
/** Good enough to stop by itself, as other tools have it; metres. */
const GOOD_M = 5;

type State = "idle" | "looking" | "denied" | "unavailable" | "timeout";

const faults = { denied: "place.denied", unavailable: "place.unavailable", timeout: "place.timeout" } as const satisfies Partial<Record<State, FurtherKey>>;

export function Place({ on, path, id, labelledBy, describedBy, invalid }: QuestionProps) {
  const { value, readonly } = on.answers.look(path);
  const place = readPlace(value);
  const [edition, setEdition] = useState(0);
  const give = (next: string) => {
    on.choose(path, next);
    setEdition(edition + 1); // what was typed before gives way
  };
  const { state, best, look, stop } = usePosition((found) => give(placeFrom(found)));
  return (
    <div class="stack" role="group" aria-labelledby={labelledBy} aria-describedby={describedBy}>
      {on.mode !== "interview" && !place && <p class="soft small">{t("place.private")}</p>}
      {place && <Found place={place} language={on.language.value} onForget={readonly ? undefined : () => give("")} />}
      {state === "looking" ? (
        <div class="stack stack-tight">
          <p role="status">{best === null ? t("place.looking") : t("place.sure", { metres: Math.round(best) })}</p>
          <div><Button onPress={stop}>{t(best === null ? "place.stop" : "place.take")}</Button></div>
        </div>
      ) : (
        <div><Button id={id} disabled={readonly} onPress={look}>{t(place ? "place.again" : "place.here")}</Button></div>
      )}
      {state in faults && <Notice tone="sun" heard>{t(faults[state as keyof typeof faults])}</Notice>}
      <Typed key={edition} place={place} id={id} readonly={readonly} invalid={invalid} onGive={(typed) => on.choose(path, typed)} />
    </div>
  );
}

function Found({ place, language, onForget }: { place: Point; language: string; onForget: (() => void) | undefined }) {
  const { latitude, longitude, accuracy } = place;
  return (
    <div class="stack stack-tight">
      <p class="figures"><strong><bdi>{shownNumber(latitude.toFixed(5), language)}, {shownNumber(longitude.toFixed(5), language)}</bdi></strong></p>
      {accuracy > 0 && <p class="small soft">{t("place.sure", { metres: Math.round(accuracy) })}</p>}
      {onForget && <div><Button kind="quiet" onPress={onForget}>{t("place.forget")}</Button></div>}
    </div>
  );
}

interface TypedProps {
  place: Point | null;
  id: string;
  readonly: boolean;
  invalid: boolean;
  onGive: (value: string) => void;
}

function Typed({ place, id, readonly, invalid, onGive }: TypedProps) {
  const [latitude, setLatitude] = useState(place ? String(place.latitude) : "");
  const [longitude, setLongitude] = useState(place ? String(place.longitude) : "");
  const typed = readPlace(`${latitude.trim().replace(",", ".")} ${longitude.trim().replace(",", ".")}`);
  const isHalf = (latitude !== "" || longitude !== "") && !typed;
  const give = () => {
    if (typed && !(place?.latitude === typed.latitude && place.longitude === typed.longitude)) onGive(placeFrom(typed));
  };
  return (
    <details class="place-typed">
      <summary>{t("place.type")}</summary>
      <div class="row">
        <TextField id={`${id}-lat`} label={t("place.latitude")} short inputMode="text" value={latitude} readonly={readonly} invalid={invalid} onInput={setLatitude} onBlur={give} />
        <TextField id={`${id}-lon`} label={t("place.longitude")} short inputMode="text" value={longitude} readonly={readonly} invalid={invalid} onInput={setLongitude} onBlur={give} />
      </div>
      {isHalf && <p class="small soft">{t("place.typeBoth")}</p>}
    </details>
  );
}

/** Ask the phone where it is, ever better, until it is sure enough, until `stop`, or until it will not. */
function usePosition(onFound: (place: Point) => void) {
  const [state, setState] = useState<State>("idle");
  const [best, setBest] = useState<Point | null>(null);
  const watch = useRef<{ id: number; timer: ReturnType<typeof setTimeout> } | null>(null);
  const end = (next: State) => {
    if (watch.current) {
      navigator.geolocation.clearWatch(watch.current.id);
      clearTimeout(watch.current.timer);
    }
    watch.current = null;
    setState(next);
  };
  useEffect(() => () => end("idle"), []);
  const found = useRef<Point | null>(null);
  const take = () => {
    end("idle");
    if (found.current) onFound(found.current);
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
    }, ({ code, PERMISSION_DENIED }) => end(code === PERMISSION_DENIED ? "denied" : "unavailable"), { enableHighAccuracy: true });
    watch.current = { id, timer: setTimeout(() => (found.current ? take() : end("timeout")), PATIENCE_MS) };
  };
  return { state, best: best && best.accuracy, look, stop: take };
}
