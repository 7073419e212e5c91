// A button that opens a small sheet; Escape, a click elsewhere or leaving it with the keyboard closes it.
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Icon } from "../../ui";

interface MenuProps {
  /** What the button shows; `name` is what it is called by those who listen. */
  face: ComponentChildren;
  name: string;
  id: string;
  children: ComponentChildren;
}

export function Menu({ face, name, id, children }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const close = () => setOpen(false);
    const closeOutside = (event: Event) => {
      if (!(event.target instanceof Node && place.current?.contains(event.target))) close();
    };
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key === "Escape") close();
    };
    addEventListener("hashchange", close);
    document.addEventListener("pointerdown", closeOutside);
    document.addEventListener("focusin", closeOutside);
    document.addEventListener("keydown", closeOnEscape);
    return () => {
      removeEventListener("hashchange", close);
      document.removeEventListener("pointerdown", closeOutside);
      document.removeEventListener("focusin", closeOutside);
      document.removeEventListener("keydown", closeOnEscape);
    };
  }, [isOpen]);
  return (
    <div class="menu" ref={place}>
      <button type="button" class="menu-button" aria-expanded={isOpen} aria-controls={id} aria-label={name} onClick={() => setOpen(!isOpen)}>
        {face}
        <Icon name="open" />
      </button>
      <div class="menu-sheet" id={id} hidden={!isOpen}>{children}</div>
    </div>
  );
}
