// A way or an area: places taken one after the other or typed, drawn without a map, and the last one taken back.
import { Button } from "../../ui";
import { t } from "../../i18n/further";
import type { Conducting } from "../conduct/conducting";
import { CoordinatesField, type Coordinates } from "./Coordinates";
import { Looking } from "./Looking";
import { placesFrom, placesLacking, readPlaces, readUnfinished, typedPlace, unfinishedFrom, type Place } from "./places";
import type { QuestionProps } from "./props";

const WIDE = 200;
const HIGH = 120;
const EDGE = 12;
const NOTHING = { latitude: "", longitude: "" };

export function Trace({ on, path, node, id, labelledBy, describedBy, invalid }: QuestionProps) {
  const { readonly } = on.answers.look(path);
  const isArea = node.type === "geoshape";
  const { places, typed, keep } = gathering(on, path, isArea);
  const lacking = placesLacking(places.length, isArea);
  const undo = () => {
    keep(places.slice(0, -1));
    if (places.length === 1) document.getElementById(id)?.focus(); // the button that was pressed goes with the place
  };
  const isTyping = typed.latitude + typed.longitude !== "";
  const read = typedPlace(typed);
  const add = () => {
    if (!read) return;
    keep([...places, read], NOTHING);
    document.getElementById(`${id}-lat`)?.focus(); // where the next one begins
  };
  return (
    <div class="stack" role="group" aria-labelledby={labelledBy} aria-describedby={describedBy}>
      {on.mode !== "interview" && places.length === 0 && <p class="soft small">{t("place.private")}</p>}
      <p role="status">{t("trace.count", { count: places.length })}{lacking > 0 && ` ${t("trace.more", { count: lacking })}`}</p>
      {places.length > 1 && <Drawing places={places} isArea={isArea} />}
      <Looking id={id} readonly={readonly} words={t("trace.add")} onFound={(found) => keep([...places, found])} />
      {places.length > 0 && !readonly && <div><Button kind="quiet" onPress={undo}>{t("trace.undo")}</Button></div>}
      <CoordinatesField
        {...typed} id={id} title={t("trace.type")} readonly={readonly} invalid={invalid && isTyping} isUnfinished={isTyping}
        onType={(next) => keep(places, next)} onEnter={read ? add : undefined}
      >
        <div><Button icon="plus" idle={!read} onPress={add}>{t("trace.addTyped")}</Button></div>
      </CoordinatesField>
    </div>
  );
}

/** The places so far and the one being typed; `keep` makes an answer of them as soon as they are one. */
function gathering(on: Conducting, path: string, isArea: boolean) {
  const { places: text, ...typed } = readUnfinished(on.answers.unclear(path) ?? "") ?? { places: on.answers.look(path).value, ...NOTHING };
  const keep = (next: readonly Place[], { latitude, longitude }: Coordinates = typed) => {
    const places = placesFrom(next, isArea);
    const isWhole = latitude === "" && longitude === "" && placesLacking(next.length, isArea) === 0;
    if (isWhole) on.choose(path, places);
    else on.cannotRead(path, unfinishedFrom({ places, latitude, longitude }));
  };
  return { places: readPlaces(text, isArea), typed, keep };
}

/** As the crow sees it, north above; what is east and west shrinks towards the poles. */
function Drawing({ places, isArea }: { places: readonly Place[]; isArea: boolean }) {
  const shrink = Math.cos((places[0]?.latitude ?? 0) * (Math.PI / 180));
  const [left, right] = ends(places.map(({ longitude }) => longitude * shrink));
  const [low, high] = ends(places.map(({ latitude }) => latitude));
  const scale = Math.min((WIDE - 2 * EDGE) / (right - left || 1e-9), (HIGH - 2 * EDGE) / (high - low || 1e-9));
  const points = places.map(({ latitude, longitude }) => [EDGE + (longitude * shrink - left) * scale, HIGH - EDGE - (latitude - low) * scale] as const);
  const line = points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ");
  return (
    <svg class="trace" viewBox={`0 0 ${WIDE} ${HIGH}`} role="img" aria-label={t("trace.drawing")}>
      {isArea ? <polygon points={line} /> : <polyline points={line} />}
      {points.map(([x, y], place) => <circle key={place} cx={x} cy={y} r={place === points.length - 1 ? 5 : 3} />)}
    </svg>
  );
}

const ends = (numbers: readonly number[]): readonly [number, number] => [Math.min(...numbers), Math.max(...numbers)];
