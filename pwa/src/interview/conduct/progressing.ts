// How far along an interview is, without lying about questions that answers may still open or close.
import type { Form } from "../../logic";
import { askedOn, isSeries, type Screen } from "./screens";

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
  const here = screens[index]?.within ?? "";
  const left = ahead.filter(({ within }) => within === "" || within === here).flatMap((screen) => askedOn(form, screen)).filter(({ node }) => !/^(note|repeat)$/.test(node.type)).length;
  const onward = screens.slice(index);
  return {
    share: screens.length === 0 ? 1 : (main(screens.slice(0, index)) - Number(here !== "")) / main(screens),
    left,
    certain: here === "" && !onward.some(isSeries) && !mayChange(form, onward.flatMap(pathsOf), new Set(ahead.flatMap(placesOf))),
  };
}

/** Screens of the whole: those of repeats that people add do not count, or adding one would lead back. */
const main = (screens: readonly Screen[]): number => screens.filter(({ within }) => within === "").length;

/** As the version has it: the same for all repeats. */
const bare = (path: string): string => path.replace(/\[\d+\]/g, "");

const pathsOf = (screen: Screen): readonly string[] => screen.questions.map(({ path }) => bare(path));

/** The questions of a screen and the groups around them: where a rule could show or hide it. */
const placesOf = (screen: Screen): readonly string[] => screen.questions.flatMap(({ path, groups }) => [path, ...groups].map(bare));

/** Can an answer to one of `sources` reach a count, or a rule that shows or hides one of `places`, directly or through calculations? */
function mayChange(form: Form, sources: readonly string[], places: ReadonlySet<string>): boolean {
  const turns = (path: string): boolean => {
    const rules = form.inside.model.plan.byPath.get(path)?.rules;
    return Boolean(rules?.repeat_count ?? (places.has(path) && rules?.relevant));
  };
  // A set that grows while it is walked.
  const known = new Set(sources);
  for (const path of known) {
    const readers = form.version.deps?.[path] ?? [];
    if (readers.some(turns)) return true;
    for (const reader of readers) known.add(reader);
  }
  return false;
}
