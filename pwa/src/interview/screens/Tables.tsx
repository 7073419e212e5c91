// A screen with rows that share their choices. Where there is room, the words of the choices stand at the head of a table and stay in
// sight; on a phone each row has them itself: in one line of equal parts where no word breaks, else one below the other.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Conducting } from "../conduct/conducting";
import { QuestionBlock } from "./QuestionBlock";
import { tabled, type Table } from "./tabling";
import { Words } from "./Words";

interface TablesProps {
  on: Conducting;
  /** The questions asked on this screen. */
  paths: readonly string[];
  alone: boolean;
}

export function Tables({ on, paths, alone }: TablesProps) {
  return (
    <>
      {tabled(on, paths).map((part) => (typeof part === "string"
        ? <QuestionBlock key={part} on={on} path={part} alone={alone} />
        : <Rows key={part.rows[0]} on={on} table={part} alone={alone} />))}
    </>
  );
}

function Rows({ on, table: { head, rows }, alone }: { on: Conducting; table: Table; alone: boolean }) {
  const choices = on.answers.choices(rows[0] ?? "");
  const title = head === null ? "" : on.answers.words(head, "label");
  const { whole, words, look, need } = useRoom(choices.map(({ label }) => label).join("\n"), alone);
  return (
    <div class={`table table-${look}`} style={{ "--need": `${need}px`, "--choices": choices.length }} ref={whole}>
      {title && <p class="table-title" lang={on.language.value}><Words text={title} /></p>}
      <div class="table-head" aria-hidden="true" lang={on.language.value}>
        <div class="table-words" ref={words}>
          {choices.map(({ name, label }) => <span key={name}><Words text={label || name} /></span>)}
        </div>
      </div>
      {rows.map((path) => <QuestionBlock key={path} on={on} path={path} alone={alone} />)}
    </div>
  );
}

/** As much as a statement needs beside its choices, in letters of the page. */
const STATEMENT = 14;

interface Room {
  look: "beside" | "level" | "upright";
  /** The pixels that all choices need side by side. */
  need: number;
}

/** How the choices fit: beside the statements, level below each, or upright. */
function useRoom(labels: string, alone: boolean) {
  const whole = useRef<HTMLDivElement>(null);
  const words = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState<Room>({ look: "upright", need: 0 });
  useLayoutEffect(() => {
    if (!whole.current || !words.current) return undefined;
    const [place, row] = [whole.current, words.current];
    const look = () => setRoom(roomFor(place.clientWidth, leastWidth(row), alone));
    const watch = new ResizeObserver(look); // tells the first size, too
    watch.observe(place);
    watch.observe(row); // larger letters
    look();
    return () => watch.disconnect();
  }, [labels, alone]);
  return { whole, words, ...room };
}

function roomFor(wide: number, need: number, alone: boolean): Room {
  const statement = STATEMENT * parseFloat(getComputedStyle(document.documentElement).fontSize);
  if (wide < need) return { look: "upright", need };
  return { look: !alone && wide >= Math.max(need, statement) + statement ? "beside" : "level", need };
}

/** What equal parts need so that no word breaks: the widest, as often as there are parts. */
function leastWidth(row: HTMLElement): number {
  row.style.inlineSize = "min-content";
  const widths = [...row.children].map((part) => part.getBoundingClientRect().width);
  const gap = parseFloat(getComputedStyle(row).columnGap);
  row.style.inlineSize = "";
  return Math.ceil(Math.max(...widths) * widths.length + gap * (widths.length - 1));
}
