// A way or an area: places taken one after the other, drawn without a map, and the last one taken back.
import { Button } from "../../ui";
import { t } from "../../i18n/further";
import { Looking } from "./Looking";
import { placesFrom, readPlaces, type Place } from "./places";
import type { QuestionProps } from "./props";

/** Fewer places than these are no way, and no area. */
const LEAST = { geotrace: 2, geoshape: 3 };
const WIDE = 200;
const HIGH = 120;
const EDGE = 12;

export function Trace({ on, path, node, id, labelledBy, describedBy }: QuestionProps) {
  const { value, readonly } = on.answers.look(path);
  const isArea = node.type === "geoshape";
  const least = LEAST[isArea ? "geoshape" : "geotrace"];
  const places = readPlaces(value, isArea);
  const keep = (next: readonly Place[]) => on.choose(path, placesFrom(next, isArea));
  return (
    <div class="stack" role="group" aria-labelledby={labelledBy} aria-describedby={describedBy}>
      {on.mode !== "interview" && places.length === 0 && <p class="soft small">{t("place.private")}</p>}
      <p role="status">{t("trace.count", { count: places.length })}{places.length > 0 && places.length < least && ` ${t("trace.least", { least })}`}</p>
      {places.length > 1 && <Drawing places={places} isArea={isArea} />}
      <Looking key={places.length} id={id} readonly={readonly} words={t("trace.add")} onFound={(found) => keep([...places, found])} />
      {places.length > 0 && !readonly && <div><Button kind="quiet" onPress={() => keep(places.slice(0, -1))}>{t("trace.undo")}</Button></div>}
    </div>
  );
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
