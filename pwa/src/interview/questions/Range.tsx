// A value between two ends. Nothing stands there until the person touches it: a slider that starts in the middle answers for them.
import { useState } from "preact/hooks";
import { Button, ChoiceCard } from "../../ui";
import { SelectField } from "../../ui/more";
import { t } from "../../i18n/further";
import type { Node } from "../../logic";
import type { Conducting } from "../conduct/conducting";
import { shownNumber } from "../wording/numbers";
import { looksLike, tiesOf, type QuestionProps } from "./props";
import { pointsOf, scaleOf, stepped, ticksOf, type Scale } from "./scale";

export function Range(props: QuestionProps) {
  const isShort = pointsOf(scaleOf(props.node)).length <= MOST_POINTS;
  const hasOwnLook = looksLike(props.node, "picker") || looksLike(props.node, "rating");
  return isShort && hasOwnLook ? <RangePoints {...props} /> : <Slider {...props} />;
}

/** More points than these are not shown at once. */
const MOST_POINTS = 31;

function Slider({ on, path, node, id, labelledBy, describedBy, invalid }: QuestionProps) {
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
  const isUpright = looksLike(node, "vertical");
  const line = (
    <input
      {...ties} class="range-line" type="range" min={scale.start} max={scale.end} step={scale.step} disabled={readonly}
      value={value === "" ? scale.middle : value} aria-valuetext={words || t("range.none")} aria-orientation={isUpright ? "vertical" : undefined}
      onInput={(event) => slide(event.currentTarget.value)} onChange={(event) => give(event.currentTarget.value)}
      onClick={(event) => give(event.currentTarget.value)}
      onKeyDown={(event) => { if (event.key === " ") give(event.currentTarget.value); }}
    />
  );
  const step = (by: 1 | -1) => (
    <Button icon={by < 0 ? "minus" : "plus"} iconOnly disabled={readonly} onPress={() => give(stepped(scale, value, by))}>{t(by < 0 ? "range.less" : "range.more")}</Button>
  );
  return (
    <div class={classOf(value, scale, isUpright)} role="group" aria-labelledby={labelledBy}>
      <p class="range-value figures" aria-hidden="true">{words || <span>{t("range.touch")}</span>}</p>
      <div class="range-row">{isUpright ? [step(1), line, step(-1)] : [step(-1), line, step(1)]}</div>
      <p class="range-ends small soft figures" aria-hidden="true">
        {ticksOf(node).map((tick) => <span key={tick}>{wordsAt(on, node, tick)}</span>)}
      </p>
    </div>
  );
}

function classOf(value: string, { isPlaced }: Scale, isUpright: boolean): string {
  return ["range", value === "" && "range-open", isPlaced && "range-placed", isUpright && "range-upright"].filter(Boolean).join(" ");
}

/** All points of a short scale at once: in a list that opens (`picker`), or each on a card (`rating`). */
export function RangePoints(props: QuestionProps) {
  const { on, path, node, id, labelledBy, describedBy, invalid } = props;
  const { value, readonly } = on.answers.look(path);
  const points = pointsOf(scaleOf(node)).map((point) => ({ value: point, label: wordsAt(on, node, point) }));
  if (looksLike(node, "picker")) {
    return (
      <SelectField
        {...tiesOf(props)} value={value} choices={points} empty={t("answer.pickFromList")} disabled={readonly}
        onChoose={(chosen) => on.choose(path, chosen)}
      />
    );
  }
  return (
    <div class="choices in-columns in-pack" role="radiogroup" aria-labelledby={labelledBy} aria-describedby={describedBy} aria-invalid={invalid || undefined}>
      {points.map((point) => (
        <ChoiceCard key={point.value} name={id} value={point.value} chosen={value === point.value} disabled={readonly} onChoose={() => on.choose(path, point.value)}>
          {point.label}
        </ChoiceCard>
      ))}
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
