// Latitude and longitude, typed: by who cannot or will not say where the phone is, and for places where nobody stands now.
import { useState } from "preact/hooks";
import type { ComponentChildren } from "preact";
import { TextField } from "../../ui";
import { t } from "../../i18n/further";
import { typedPlace } from "./places";

export interface Coordinates {
  readonly latitude: string;
  readonly longitude: string;
}

interface CoordinatesProps extends Coordinates {
  id: string;
  title: string;
  readonly: boolean;
  /** What stands here is no answer yet. */
  isUnfinished: boolean;
  /** Something is wrong, and is said beside the question. */
  invalid: boolean;
  onType: (typed: Coordinates) => void;
  /** The second field was left. */
  onLeave?: () => void;
  /** In place of going on to the next question. */
  onEnter?: (() => void) | undefined;
  children?: ComponentChildren;
}

export function CoordinatesField({ id, title, latitude, longitude, readonly, isUnfinished, invalid, onType, onLeave, onEnter, children }: CoordinatesProps) {
  const [isOpen] = useState(isUnfinished); // must be in sight when one comes back; from then on it is theirs to open
  const isHalf = (latitude !== "" || longitude !== "") && !typedPlace({ latitude, longitude });
  const enter = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !onEnter) return;
    event.preventDefault();
    onEnter();
  };
  const shared = { short: true, inputMode: "text", readonly, invalid } as const; // keyboards of digits have no minus
  return (
    <details class="place-typed" open={isOpen}>
      <summary>{title}</summary>
      <div class="stack">
        <div class="row" onKeyDown={enter}>
          <TextField {...shared} id={`${id}-lat`} label={t("place.latitude")} value={latitude} onInput={(typed) => onType({ latitude: typed, longitude })} />
          <TextField {...shared} id={`${id}-lon`} label={t("place.longitude")} value={longitude} onInput={(typed) => onType({ latitude, longitude: typed })} onBlur={() => onLeave?.()} />
        </div>
        {isHalf && !invalid && <p class="small soft">{t("place.typeBoth")}</p>}
        {children}
      </div>
    </details>
  );
}
