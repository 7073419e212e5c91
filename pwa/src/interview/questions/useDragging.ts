// Moving one item of an upright list by finger, pen or mouse. Nothing changes before it is let go; Escape leaves all as it was. A finger
// drags by the grip only, so that the rest of the list scrolls as ever.
import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { dragged, type Drag, type Place } from "./dragging";

/** So near to the edge of the window, the page comes along, in pixels; and as fast, in pixels a frame. */
const EDGE = 110;
const SPEED = 9;

interface Hold {
  readonly pointer: number;
  readonly from: number;
  readonly places: readonly Place[];
  /** Where it was taken, on the page, and where the pointer is, in the window. */
  readonly start: number;
  readonly at: number;
}

/** `order` tells one order of the items from another: where it changes meanwhile, the drag ends. */
export function useDragging(list: RefObject<HTMLElement>, order: string, onDrop: (from: number, to: number) => void, onCancel: (from: number) => void) {
  const [hold, setHold] = useState<Hold | null>(null);
  const [scrolled, setScrolled] = useState(0);
  const drag: Drag | null = hold && dragged(hold.places, hold.from, hold.at + scrolled - hold.start);
  const latest = useRef({ drag, onDrop, onCancel });
  latest.current = { drag, onDrop, onCancel };

  const grab = (event: PointerEvent) => {
    const items = [...(list.current?.children ?? [])];
    const from = items.findIndex((item) => event.target instanceof Node && item.contains(event.target));
    if (from < 0 || items.length < 2 || !isGrip(event)) return;
    event.preventDefault(); // no words are marked
    list.current?.setPointerCapture(event.pointerId);
    setScrolled(scrollY);
    setHold({ pointer: event.pointerId, from, places: items.map(placeOf), start: event.clientY + scrollY, at: event.clientY });
  };

  useEffect(() => setHold(null), [order]);
  useEffect(() => {
    if (!hold) return undefined;
    const end = (how: "drop" | "cancel") => {
      const { drag: last, onDrop: drop, onCancel: cancel } = latest.current;
      setHold(null);
      if (!last) return;
      if (how === "cancel") cancel(last.from);
      else if (last.to !== last.from) drop(last.from, last.to);
    };
    const isMine = (event: PointerEvent) => event.pointerId === hold.pointer;
    const follow = (event: PointerEvent) => { if (isMine(event)) setHold((now) => now && { ...now, at: event.clientY }); };
    const drop = (event: PointerEvent) => { if (isMine(event)) end("drop"); };
    const lose = (event: PointerEvent) => { if (isMine(event)) end("cancel"); };
    const escape = (event: KeyboardEvent) => { if (event.key === "Escape") end("cancel"); };
    const scroll = () => setScrolled(scrollY);
    addEventListener("pointermove", follow);
    addEventListener("pointerup", drop);
    addEventListener("pointercancel", lose);
    addEventListener("keydown", escape, true);
    addEventListener("scroll", scroll);
    return () => {
      removeEventListener("pointermove", follow);
      removeEventListener("pointerup", drop);
      removeEventListener("pointercancel", lose);
      removeEventListener("keydown", escape, true);
      removeEventListener("scroll", scroll);
    };
  }, [hold?.pointer, hold?.from]);
  useEffect(() => bringAlong(list.current, hold?.at), [hold?.at]);
  return { drag, grab };
}

/** With a mouse the whole item can be taken, but for its buttons. */
function isGrip({ target, button, isPrimary, pointerType }: PointerEvent): boolean {
  if (!(target instanceof Element) || button !== 0 || !isPrimary || target.closest("button")) return false;
  return pointerType === "mouse" || target.closest(".rank-grip") !== null;
}

function placeOf(item: Element): Place {
  const { top, height } = item.getBoundingClientRect();
  return { top: top + scrollY, height };
}

/** At the edge of the window the page comes along, as far as the list goes and no further. Returns the way to stop. */
function bringAlong(list: HTMLElement | null, at: number | undefined): (() => void) | undefined {
  if (!list || at === undefined) return undefined;
  let frame = 0;
  const step = () => {
    const { top, bottom } = list.getBoundingClientRect();
    const by = at < EDGE && top < EDGE ? -SPEED : at > innerHeight - EDGE && bottom > innerHeight - EDGE ? SPEED : 0;
    if (by === 0) return;
    scrollBy(0, by);
    frame = requestAnimationFrame(step);
  };
  step();
  return () => cancelAnimationFrame(frame);
}
