// Short facts, each under its name.
import type { ComponentChildren } from "preact";

interface FactsProps {
  items: readonly (readonly [name: string, fact: ComponentChildren])[];
}

export function Facts({ items }: FactsProps) {
  return (
    <dl class="facts">
      {items.map(([name, fact]) => <div key={name} class="fact"><dt class="eyebrow">{name}</dt><dd>{fact}</dd></div>)}
    </dl>
  );
}
