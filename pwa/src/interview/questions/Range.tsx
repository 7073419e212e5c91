// A value between two ends. Nothing stands there until the person touches it: a slider that starts in the middle answers for them.
import { useState } from "preact/hooks";
import { Button } from "../../ui";
import { t } from "../../i18n/further";
import type { Node } from "../../logic";
import type { Conducting } from "../conduct/conducting";
import { shownNumber } from "../wording/numbers";
import type { QuestionProps } from "./props";
import { scaleOf, stepped } from "./scale";

export function Range({ on, path, node, id, labelledBy, describedBy, invalid }: QuestionProps) {
  const { value: kept, readonly } = on.answers.look(path);
  const [moving, setMoving] = useState<string | null>(null);
  const value = moving ?? kept;
  const scale = scaleOf(node);
  const words = value === "" ? "" : wordsAt(on, node, value);
  const give = (next: string) => {
    setMoving(null);
    on.choose(path, next);
  };
  const slide = (next: string) => {
    setMoving(next);
    on.type(path, next);
  };
  const ties = { id, "aria-labelledby": labelledBy, "aria-describedby": describedBy, "aria-invalid": invalid || undefined };
  return (
    <div class={value === "" ? "range range-open" : "range"} role="group" aria-labelledby={labelledBy}>
      <p class="range-value figures" aria-hidden="true">{words || <span>{t("range.touch")}</span>}</p>
      <div class="range-row">
        <Button icon="minus" iconOnly disabled={readonly} onPress={() => give(stepped(scale, value, -1))}>{t("range.less")}</Button>
        <input
          {...ties} class="range-line" type="range" min={scale.start} max={scale.end} step={scale.step} disabled={readonly}
          value={value === "" ? scale.middle : value} aria-valuetext={words || t("range.none")}
          onInput={(event) => slide(event.currentTarget.value)} onChange={(event) => give(event.currentTarget.value)}
          onClick={(event) => give(event.currentTarget.value)}
          onKeyDown={(event) => { if (event.key === " ") give(event.currentTarget.value); }}
        />
        <Button icon="plus" iconOnly disabled={readonly} onPress={() => give(stepped(scale, value, 1))}>{t("range.more")}</Button>
      </div>
      <p class="range-ends small soft figures" aria-hidden="true">
        <span>{wordsAt(on, node, String(scale.start))}</span><span>{wordsAt(on, node, String(scale.end))}</span>
      </p>
    </div>
  );
}

/** The number, with the word its author has put on that point of the scale. */
function wordsAt(on: Conducting, node: Node, value: string): string {
  const number = shownNumber(value, on.language.value);
  const word = tickWord(on, node, value);
  return word && word !== number ? `${number} · ${word}` : number;
}

function tickWord(on: Conducting, node: Node, value: string): string {
  const { lists, default_language: fallback } = on.form.version;
  const ticks = lists?.[node.parameters?.tick_labelset ?? node.list ?? ""];
  const label = ticks?.find(({ name }) => Number(name) === Number(value))?.label ?? {};
  const pieces = label[on.language.value] ?? label[fallback] ?? [];
  return pieces.filter((piece) => typeof piece === "string").join("");
}
