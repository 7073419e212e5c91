// Views of one thing, each with its own address; links, so that the back button and new tabs work as everywhere.
interface TabsProps {
  label: string;
  items: readonly { href: string; label: string; isHere: boolean }[];
}

export function Tabs({ label, items }: TabsProps) {
  return (
    <nav class="tabs" aria-label={label}>
      {items.map(({ href, label: name, isHere }) => (
        <a key={href} class="tab" href={href} aria-current={isHere ? "page" : undefined}>{name}</a>
      ))}
    </nav>
  );
}
