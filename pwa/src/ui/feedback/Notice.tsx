// A calm word from the app. `care` is for what went wrong and is heard at once; the others wait their turn.
import type { ComponentChildren } from "preact";
import { Icon } from "../icons/Icon";
import type { IconName } from "../icons/shapes";

interface NoticeProps {
  children?: ComponentChildren;
  title?: ComponentChildren;
  tone?: "calm" | "sun" | "care";
  icon?: IconName;
  /** Speak it when it appears. */
  heard?: boolean;
}

export function Notice({ children, title, tone = "calm", icon, heard = tone === "care" }: NoticeProps) {
  const role = heard ? (tone === "care" ? "alert" : "status") : undefined;
  return (
    <div class={`notice notice-${tone}`} role={role}>
      <Icon name={icon ?? (tone === "calm" ? "info" : "care")} />
      <div class="notice-body">
        {title && <p class="notice-title">{title}</p>}
        {children}
      </div>
    </div>
  );
}
