// A button, or a link that looks like one.
import type { ComponentChildren } from "preact";
import { Icon } from "../icons/Icon";
import type { IconName } from "../icons/shapes";

export interface ButtonProps {
  children: ComponentChildren;
  /** primary: the one way on; outline: a second way; quiet: allowed, not urged; plain: in bars; care: cannot be undone. */
  kind?: "primary" | "outline" | "quiet" | "plain" | "care";
  icon?: IconName;
  iconAfter?: IconName;
  /** Only the icon is seen; the children become its spoken name. */
  iconOnly?: boolean;
  wide?: boolean;
  href?: string;
  type?: "button" | "submit";
  disabled?: boolean;
  /** Out of use for now, but not out of the way of the keyboard: what has the focus must not vanish under it. */
  idle?: boolean;
  /** For buttons that stay in: pressed or not. */
  pressed?: boolean;
  expanded?: boolean;
  id?: string;
  onPress?: () => void;
}

export function Button(props: ButtonProps) {
  const { href, id, onPress } = props;
  if (href !== undefined) return <a class={look(props)} href={href} id={id} onClick={onPress}><Content {...props} /></a>;
  return (
    <button
      class={look(props)} id={id} type={props.type ?? "button"} disabled={props.disabled}
      aria-pressed={props.pressed} aria-expanded={props.expanded} aria-disabled={props.idle} onClick={props.idle ? undefined : onPress}
    >
      <Content {...props} />
    </button>
  );
}

function look({ kind = "outline", iconOnly = false, wide = false }: ButtonProps): string {
  return `button button-${kind}${iconOnly ? " button-icon" : ""}${wide ? " button-wide" : ""}`;
}

function Content({ icon, iconAfter, iconOnly = false, children }: ButtonProps) {
  return (
    <>
      {icon && <Icon name={icon} />}
      <span class={iconOnly ? "only-heard" : undefined}>{children}</span>
      {iconAfter && <Icon name={iconAfter} />}
    </>
  );
}
