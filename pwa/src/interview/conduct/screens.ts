// The way through a question set: which questions stand on one screen, and which screens the answers so far lead to.
import { questions, type Form, type Question } from "../../logic";

/** One screen: a question, or a `field-list` group. Its key is the path of its first question. */
export interface Screen {
  readonly key: string;
  readonly questions: readonly Question[];
  /** The group shown as one screen, or null for a single question. */
  readonly fieldList: string | null;
}

/** All screens of a version in order, those the answers do not lead to included. */
export function screensOf(form: Form): readonly Screen[] {
  const screens: { key: string; questions: Question[]; fieldList: string | null }[] = [];
  for (const question of questions(form)) {
    const last = screens.at(-1);
    if (last && question.fieldList !== null && last.fieldList === question.fieldList) last.questions.push(question);
    else screens.push({ key: question.path, questions: [question], fieldList: question.fieldList });
  }
  return screens;
}

/** The questions of a screen that are asked now. */
export function askedOn(form: Form, screen: Screen): readonly Question[] {
  return screen.questions.filter(({ path }) => form.get(path).relevant);
}

const isAsked = (form: Form) => (screen: Screen) => screen.questions.some(({ path }) => form.get(path).relevant);

/** The next screen the answers lead to, after a place in the whole order (-1: from the start). */
export function screenAfter(form: Form, screens: readonly Screen[], index: number): Screen | undefined {
  return screens.slice(Math.max(index + 1, 0)).find(isAsked(form));
}

export function screenBefore(form: Form, screens: readonly Screen[], index: number): Screen | undefined {
  return screens.slice(0, Math.max(index, 0)).findLast(isAsked(form));
}

/** Where to go on after a break: the same screen, or the next one if the answers no longer lead there. */
export function screenToResume(form: Form, screens: readonly Screen[], at: string | null): Screen | undefined {
  const index = screens.findIndex((screen) => screen.questions.some(({ path }) => path === at));
  return screenAfter(form, screens, index - 1) ?? screenBefore(form, screens, index);
}
