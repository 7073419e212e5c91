// One line drawing beside a word. It is never the only bearer of a meaning: screen readers do not hear it.
import { shapes, type IconName } from "./shapes";

interface IconProps {
  name: IconName;
}

export function Icon({ name }: IconProps) {
  const shape = shapes[name];
  return (
    <svg class={shape.turns ? "icon icon-turns" : "icon"} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={shape.d} />
    </svg>
  );
}
