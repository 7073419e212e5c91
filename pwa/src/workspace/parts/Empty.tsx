// An empty place that says what will stand here, and how to begin.
import type { ComponentChildren } from "preact";
import { DeskIcon, type DeskIconName } from "./DeskIcon";

interface EmptyProps {
  icon: DeskIconName;
  title: string;
  children?: ComponentChildren;
  acts?: ComponentChildren;
}

export function Empty({ icon, title, children, acts }: EmptyProps) {
  return (
    <section class="empty">
      <span class="empty-icon"><DeskIcon name={icon} /></span>
      <h2>{title}</h2>
      <div class="stack stack-tight soft">{children}</div>
      {acts && <div class="row">{acts}</div>}
    </section>
  );
}
