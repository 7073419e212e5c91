// One place: where the phone is, with how sure it is of that, or two numbers typed. Nothing is asked of the phone before somebody wants it.
import { useState } from "preact/hooks";
import { Button } from "../../ui";
import { t } from "../../i18n/further";
import { shownNumber } from "../wording/numbers";
import type { QuestionProps } from "./props";
import { CoordinatesField, type Coordinates } from "./Coordinates";
import { Looking } from "./Looking";
import { placeFrom, readPlace, readUnfinished, typedPlace, unfinishedFrom, type Place as Point } from "./places";

export function Place({ on, path, id, labelledBy, describedBy, invalid }: QuestionProps) {
  const { value, readonly } = on.answers.look(path);
  const place = readPlace(value);
  const [typed, setTyped] = useState<Coordinates>(readUnfinished(on.answers.unclear(path) ?? "") ?? numbersOf(place));
  const give = (next: Point | null) => {
    on.choose(path, next ? placeFrom(next) : "");
    setTyped(numbersOf(next)); // what was typed before gives way
  };
  const type = (next: Coordinates) => {
    setTyped(next);
    const read = typedPlace(next);
    if (read) on.type(path, placeFrom(read));
    else if (next.latitude || next.longitude) on.cannotRead(path, unfinishedFrom({ places: "", ...next }));
    else on.type(path, "");
  };
  const forget = () => {
    give(null);
    document.getElementById(id)?.focus(); // the button that was pressed goes with the place
  };
  return (
    <div class="stack" role="group" aria-labelledby={labelledBy} aria-describedby={describedBy}>
      {on.mode !== "interview" && !place && <p class="soft small">{t("place.private")}</p>}
      {place && <Found place={place} language={on.language.value} onForget={readonly ? undefined : forget} />}
      <Looking id={id} readonly={readonly} words={t(place ? "place.again" : "place.here")} onFound={give} />
      <CoordinatesField
        {...typed} id={id} title={t("place.type")} readonly={readonly} invalid={invalid} isUnfinished={on.answers.unclear(path) !== undefined}
        onType={type} onLeave={() => on.typed(path)}
      />
    </div>
  );
}

const numbersOf = (place: Point | null): Coordinates => ({ latitude: place ? String(place.latitude) : "", longitude: place ? String(place.longitude) : "" });

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
