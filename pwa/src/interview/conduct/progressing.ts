// How far along an interview is, without lying about questions that answers may still open or close.
import type { Form } from "../../logic";
import { askedOn, type Screen } from "./screens";

export interface Progress {
  /** 0 … 1: the way through the whole set. It never goes back while the person goes on; skipped parts make it jump. */
  readonly share: number;
  /** Questions after this screen, as the answers stand. */
  readonly left: number;
  /** True when no answer from here on can change `left`. */
  readonly certain: boolean;
}

/** The progress of someone looking at the screen with this index; `screens.length` is the end. */
export function progressAt(form: Form, screens: readonly Screen[], index: number): Progress {
  const ahead = screens.slice(index + 1);
  const left = ahead.flatMap((screen) => askedOn(form, screen)).filter(({ node }) => node.type !== "note").length;
  return {
    share: screens.length === 0 ? 1 : Math.min(index / screens.length, 1),
    left,
    certain: !mayChange(form, screens.slice(index).flatMap(pathsOf), new Set(ahead.flatMap(placesOf))),
  };
}

const pathsOf = (screen: Screen): readonly string[] => screen.questions.map(({ path }) => path);

/** The questions of a screen and the groups around them: where a rule could show or hide it. */
const placesOf = (screen: Screen): readonly string[] => screen.questions.flatMap(({ path, groups }) => [path, ...groups]);

/** Can an answer to one of `sources` reach a rule that shows or hides one of `places`, directly or through calculations? */
function mayChange(form: Form, sources: readonly string[], places: ReadonlySet<string>): boolean {
  const waiting = [...sources];
  const known = new Set(waiting);
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    for (const reader of form.version.deps?.[path] ?? []) {
      if (places.has(reader) && form.node(reader).bind?.relevant) return true;
      if (!known.has(reader)) waiting.push(reader);
      known.add(reader);
    }
  }
  return false;
}
