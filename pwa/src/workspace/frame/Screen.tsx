// One screen of the desk: the way back, its name, what it is for, what can be done, and its content.
import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../../i18n/desk";
import { Icon } from "../../ui";

interface ScreenProps {
  title: string;
  /** Beside the title: badges. */
  beside?: ComponentChildren;
  lead?: ComponentChildren;
  back?: { href: string; label: string };
  acts?: ComponentChildren;
  children?: ComponentChildren;
}

let isFirst = true;

export function Screen({ title, beside, lead, back, acts, children }: ScreenProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    // A new screen is announced by its heading; the first one is announced by the browser.
    if (!isFirst) {
      scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
    isFirst = false;
  }, []);
  useEffect(() => { document.title = `${title} · ${t("desk.app")}`; }, [title]);
  return (
    <div class="screen">
      <div class="screen-head">
        <div class="screen-words">
          {back && <a class="screen-back" href={back.href}><Icon name="back" />{back.label}</a>}
          <div class="screen-title"><h1 ref={heading} tabIndex={-1}>{title}</h1>{beside}</div>
          {lead && <p class="screen-lead soft">{lead}</p>}
        </div>
        {acts && <div class="screen-acts">{acts}</div>}
      </div>
      {children}
    </div>
  );
}
