// A whole screen: head, body, and a foot within reach of the thumb.
import type { ComponentChildren } from "preact";

interface PageProps {
  head?: ComponentChildren;
  foot?: ComponentChildren;
  children: ComponentChildren;
  /** The desk's screens use the width; the phone's keep to a readable line. */
  wide?: boolean;
  /** Stands inside another page, which has a main part of its own. */
  inside?: boolean;
}

export function Page({ head, foot, children, wide = false, inside = false }: PageProps) {
  const Main = inside ? "div" : "main";
  return (
    <div class={wide ? "page page-wide" : "page"}>
      {head && <header class="page-head ask">{head}</header>}
      <Main class="page-body">{children}</Main>
      {foot && <footer class="page-foot"><div class="page-foot-inner">{foot}</div></footer>}
    </div>
  );
}
