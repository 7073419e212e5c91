// One place: where the phone is, with how sure it is of that, or two numbers typed. Nothing is asked of the phone before somebody wants it.
import { useState } from "preact/hooks";
import { Button, TextField } from "../../ui";
import { t } from "../../i18n/further";
import { shownNumber } from "../wording/numbers";
import type { QuestionProps } from "./props";
import { placeFrom, readPlace, type Place as Point } from "./places";
import { Looking } from "./Looking";

export function Place({ on, path, id, labelledBy, describedBy, invalid }: QuestionProps) {
  const { value, readonly } = on.answers.look(path);
  const place = readPlace(value);
  const [edition, setEdition] = useState(0);
  const give = (next: string) => {
    on.choose(path, next);
    setEdition(edition + 1); // what was typed before gives way
  };
  return (
    <div class="stack" role="group" aria-labelledby={labelledBy} aria-describedby={describedBy}>
      {on.mode !== "interview" && !place && <p class="soft small">{t("place.private")}</p>}
      {place && <Found place={place} language={on.language.value} onForget={readonly ? undefined : () => give("")} />}
      <Looking id={id} readonly={readonly} words={t(place ? "place.again" : "place.here")} onFound={(found) => give(placeFrom(found))} />
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
