// The main part of a screen. In the desk's preview it is a part of another page, which has a main part of its own.
import type { ComponentChildren } from "preact";
import type { Conducting } from "../conduct/conducting";

export function Main({ on, children }: { on: Conducting; children: ComponentChildren }) {
  const Part = on.place === "nowhere" ? "div" : "main";
  return <Part class="asking-main">{children}</Part>;
}
