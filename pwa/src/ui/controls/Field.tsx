// The frame of a field: its label, what helps to fill it, and what is wrong, tied together for those who listen.
import type { ComponentChildren } from "preact";
import { Icon } from "../icons/Icon";

export interface FieldProps {
  id: string;
  /** The visible label. A question's field has none of its own: `labelledBy` names the question's heading instead. */
  label?: ComponentChildren;
  labelledBy?: string | undefined;
  /** Ids of further words on the screen that belong to this field. */
  describedBy?: string | undefined;
  note?: ComponentChildren;
  fault?: ComponentChildren;
  /** Something is wrong with it, said elsewhere. */
  invalid?: boolean;
}

/** What ties the control inside the frame to the words around it. */
export function fieldTies({ id, labelledBy, describedBy, note, fault, invalid = false }: FieldProps) {
  const ids = [describedBy, note ? `${id}-note` : "", fault ? `${id}-fault` : ""].filter(Boolean).join(" ");
  return {
    id, name: id, "aria-labelledby": labelledBy, "aria-describedby": ids || undefined,
    "aria-invalid": invalid || fault ? (true as const) : undefined,
  };
}

export function Field({ id, label, note, fault, children }: FieldProps & { children: ComponentChildren }) {
  return (
    <div class="field">
      {label && <label class="field-label" for={id}>{label}</label>}
      {note && <p class="field-note" id={`${id}-note`}>{note}</p>}
      {children}
      {fault && <Fault id={`${id}-fault`}>{fault}</Fault>}
    </div>
  );
}

/** What is wrong, in place; the icon makes it visible to those who do not see red. */
export function Fault({ id, children }: { id: string; children: ComponentChildren }) {
  return <p class="field-fault" id={id}><Icon name="care" /><span>{children}</span></p>;
}
