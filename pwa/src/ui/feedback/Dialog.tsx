// A question that has to be answered before going on. The browser's own dialog keeps the focus and closes on Escape.
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

interface DialogProps {
  id: string;
  title: ComponentChildren;
  children?: ComponentChildren;
  /** The buttons, the safe one first. */
  acts: ComponentChildren;
  onClose: () => void;
}

export function Dialog({ id, title, children, acts, onClose }: DialogProps) {
  const place = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = place.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog class="dialog" ref={place} aria-labelledby={id} onCancel={onClose}>
      <h2 id={id}>{title}</h2>
      {children}
      <div class="dialog-acts">{acts}</div>
    </dialog>
  );
}
