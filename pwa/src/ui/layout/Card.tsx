// A sheet on the paper, for things that belong together.
import type { ComponentChildren } from "preact";

interface CardProps {
  children: ComponentChildren;
  /** Names the card for those who listen: the id of its heading. */
  labelledBy?: string;
}

export function Card({ children, labelledBy }: CardProps) {
  return labelledBy
    ? <section class="card stack" aria-labelledby={labelledBy}>{children}</section>
    : <div class="card stack">{children}</div>;
}
