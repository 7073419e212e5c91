// A whole screen: head, body, and a foot within reach of the thumb.
import type { ComponentChildren } from "preact";

interface PageProps {
  head?: ComponentChildren;
  foot?: ComponentChildren;
  children: ComponentChildren;
  /** The desk's screens use the width; the phone's keep to a readable line. */
  wide?: boolean;
}

export function Page({ head, foot, children, wide = false }: PageProps) {
  return (
    <div class={wide ? "page page-wide" : "page"}>
      {head && <header class="page-head ask">{head}</header>}
      <main class="page-body">{children}</main>
      {foot && <footer class="page-foot"><div class="page-foot-inner">{foot}</div></footer>}
    </div>
  );
}
