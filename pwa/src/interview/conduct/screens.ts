// The way through a question set: which questions stand on one screen, and which screens the answers so far lead to.
import { questions, type Form, type Question } from "../../logic";

/** One screen: a question, or a `field-list` group. Its key is the path of its first question. */
export interface Screen {
  readonly key: string;
  /** The repeat it belongs to, where people add and take away repeats themselves; `''` for the way through the whole. */
  readonly within: string;
  readonly questions: readonly Question[];
  /** The group shown as one screen, or null for a single question. */
  readonly fieldList: string | null;
}

/** All screens of a version in order, those the answers do not lead to included. */
export function screensOf(form: Form): readonly Screen[] {
  const screens: { key: string; within: string; questions: Question[]; fieldList: string | null }[] = [];
  for (const question of questions(form)) {
    const last = screens.at(-1);
    if (last && question.fieldList !== null && last.fieldList === question.fieldList) last.questions.push(question);
    else screens.push({ ...question, key: question.path, questions: [question] });
  }
  return screens;
}

/** The questions of a screen that are asked now. */
export function askedOn(form: Form, screen: Screen): readonly Question[] {
  return screen.questions.filter(({ path }) => form.get(path).relevant);
}

/** Whether this is where repeats are added and taken away. */
export const isSeries = ({ questions: [first] }: Screen): boolean => first?.node.type === "repeat";

const isAsked = (form: Form, screen: Screen): boolean => askedOn(form, screen).length > 0;

/** The next screen the answers lead to, after a place in the whole order (-1: from the start); out of a repeat, to its series. */
export function screenAfter(form: Form, screens: readonly Screen[], index: number): Screen | undefined {
  return screens.slice(Math.max(index + 1, 0)).find(isBeside(form, screens[index])) ?? outOf(form, screens, index, screenAfter);
}

export function screenBefore(form: Form, screens: readonly Screen[], index: number): Screen | undefined {
  return screens.slice(0, Math.max(index, 0)).findLast(isBeside(form, screens[index])) ?? outOf(form, screens, index, screenBefore);
}

/** Asked, and in the same repeat. */
const isBeside = (form: Form, here: Screen | undefined) => (screen: Screen) => screen.within === (here?.within ?? "") && isAsked(form, screen);

function outOf(form: Form, screens: readonly Screen[], index: number, onward: typeof screenAfter): Screen | undefined {
  const series = seriesOf(screens[index]?.within ?? "");
  const place = screens.findIndex(({ key }) => key === series);
  const screen = screens[place];
  return screen && (isAsked(form, screen) ? screen : onward(form, screens, place));
}

/** Where a repeat is added and taken away: `/data/trip` for `/data/trip[2]`. */
export const seriesOf = (repeat: string): string => repeat.replace(/\[\d+\]$/, "");

/** Where to go on after a break: the same screen, or the next one if the answers no longer lead there. */
export function screenToResume(form: Form, screens: readonly Screen[], at: string | null): Screen | undefined {
  const index = screens.findIndex((screen) => screen.questions.some(({ path }) => path === at));
  const there = screens[index];
  if (there && isAsked(form, there)) return there;
  return screenAfter(form, screens, index) ?? screenBefore(form, screens, index);
}
