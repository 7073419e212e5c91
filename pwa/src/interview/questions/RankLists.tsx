// The two lists of a rank question: what has its place, and what still waits for one.
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { Button } from "../../ui";
import { t } from "../../i18n/further";
import { useDragging } from "./useDragging";

export interface RankedChoice {
  name: string;
  words: string;
  picture?: ComponentChildren;
}

interface RankedProps {
  id: string;
  choices: readonly RankedChoice[];
  fixed: boolean;
  onMove: (name: string, by: -1 | 1) => void;
  /** It was dragged to this place, counted from 0. */
  onPut: (name: string, place: number) => void;
  /** It was dragged, and stays where it was. */
  onKept: (name: string) => void;
  onRemove: (name: string) => void;
}

export function Ranked({ id, choices, fixed, onMove, onPut, onKept, onRemove }: RankedProps) {
  const list = useRef<HTMLOListElement>(null);
  const nameAt = (place: number) => choices[place]?.name ?? "";
  const { drag, grab } = useDragging(list, choices.map(({ name }) => name).join(" "), (from, to) => onPut(nameAt(from), to), (from) => onKept(nameAt(from)));
  return (
    <ol class={drag ? "ranked is-moving" : "ranked"} aria-label={t("rank.chosen")} ref={list} onPointerDown={fixed ? undefined : grab}>
      {choices.map(({ name, words, picture }, index) => (
        <li key={name} class={`choice is-chosen ranked-item${drag?.from === index ? " is-dragged" : ""}`} style={{ translate: drag ? `0 ${drag.shifts[index] ?? 0}px` : "" }}>
          <span class="rank-grip" aria-hidden="true"><span class="rank-place figures">{drag ? drag.places[index] : index + 1}</span></span>
          {picture}
          <span class="choice-label">{words}</span>
          <span class="rank-acts" hidden={fixed}>
            <Button id={`${id}-${name}-up`} kind="plain" icon="up" iconOnly onPress={() => onMove(name, -1)}>{t("rank.up", { choice: words })}</Button>
            <Button id={`${id}-${name}-down`} kind="plain" icon="down" iconOnly onPress={() => onMove(name, 1)}>{t("rank.down", { choice: words })}</Button>
            <Button kind="plain" icon="close" iconOnly onPress={() => onRemove(name)}>{t("rank.out", { choice: words })}</Button>
          </span>
        </li>
      ))}
    </ol>
  );
}

interface UnrankedProps {
  id: string;
  choices: readonly RankedChoice[];
  fixed: boolean;
  /** The place the next choice gets. */
  place: number;
  onAdd: (name: string) => void;
}

export function Unranked({ id, choices, fixed, place, onAdd }: UnrankedProps) {
  return (
    <ul class="unranked" aria-label={t("rank.open")}>
      {choices.map(({ name, words, picture }) => (
        <li key={name}>
          <button class="choice rank-add" type="button" id={`${id}-${name}-add`} disabled={fixed} aria-label={t("rank.add", { choice: words, place })} onClick={() => onAdd(name)}>
            <span class="rank-place rank-place-open" aria-hidden="true" />
            {picture}
            <span class="choice-label">{words}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
