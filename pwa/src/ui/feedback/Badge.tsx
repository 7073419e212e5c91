// A word on the state of something, small and beside it.
import type { ComponentChildren } from "preact";

interface BadgeProps {
  children: ComponentChildren;
  tone?: "plain" | "pine" | "sun" | "care";
}

export function Badge({ children, tone = "plain" }: BadgeProps) {
  return <span class={`badge badge-${tone}`}>{children}</span>;
}
