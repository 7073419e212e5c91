// One interview under way: where the person is, and what happens on Next, Back and Finish.
import { batch, computed, signal } from "@preact/signals";
import type { Form } from "../../logic";
import type { Answer, DraftKeeper, Kept, OpenedDraft } from "../keeping";
import { Answers, type Reason } from "./answers";
import { Checking } from "./checking";
import { progressAt } from "./progressing";
import { Saving } from "./saving";
import { askedOn, screenAfter, screenBefore, screensOf, screenToResume, type Screen } from "./screens";
import { surroundings } from "./surroundings";
import { Typing } from "./typing";
import { Holding } from "./holding";

/** The place behind the last question, where all answers are listed. */
export const REVIEW = "review";

export class Conducting {
  readonly language;
  readonly mode: OpenedDraft["mode"];
  readonly saving: Saving;
  readonly answers: Answers;
  readonly checking: Checking;
  readonly holding: Holding;
  /** In order; repeats come and go with answers. */
  private readonly allScreens = computed(() => (this.answers.followShape(), screensOf(this.form)));
  /** The screen that is open; null is the review. */
  readonly screen;
  /** The person came from the review to look at one answer, and wants to go back there. */
  readonly visiting = signal(false);
  readonly finishing = signal<"no" | "running" | "failed" | "done">("no");
  readonly index = computed(() => (this.screen.value ? this.screens.findIndex(({ key }) => key === this.screen.value?.key) : this.screens.length));
  /** Joined, so that screens are drawn again only when other questions are asked, not at every answer. */
  private readonly askedNow = computed(() => {
    const paths = this.screen.value?.questions.map(({ path }) => path) ?? [];
    return paths.filter((path) => this.answers.look(path).relevant).join(" ");
  });
  private readonly typing = new Typing((path, text) => this.commit(path, text));
  /** Whether everything on the screen is on disk: not so while words wait to be handed on. */
  readonly isSaved = computed(() => this.saving.state.value === "saved" && !this.typing.isWaiting.value);
  private readonly setAside = new Map<string, Answer>();
  private readonly remade = signal<Readonly<Record<string, number>>>({});

  constructor(draft: OpenedDraft, readonly keeper: DraftKeeper) {
    this.language = signal(draft.language);
    this.mode = draft.mode;
    this.saving = new Saving(keeper);
    this.answers = new Answers(draft, surroundings(draft, () => this.language.value), this.language, this.saving);
    this.checking = new Checking(this.answers);
    this.holding = new Holding(keeper.name);
    const start = draft.at === REVIEW ? undefined : screenToResume(this.form, this.screens, draft.at);
    this.screen = signal<Screen | null>(start ?? null);
  }

  get form(): Form {
    return this.answers.form;
  }

  get screens(): readonly Screen[] {
    return this.allScreens.value;
  }

  get place(): DraftKeeper["place"] {
    return this.keeper.place;
  }

  /** Paths of the questions asked on the open screen, in order. */
  asked(): readonly string[] {
    return this.askedNow.value === "" ? [] : this.askedNow.value.split(" ");
  }

  progress() {
    this.answers.followAll();
    return progressAt(this.form, this.screens, this.index.value);
  }

  /** A choice was made: kept at once, in place of what was being typed. */
  choose(path: string, value: string): void {
    this.typing.drop(path);
    batch(() => {
      this.commit(path, value);
      this.checking.judge(path);
    });
  }

  /** Something was typed: kept within half a second. */
  type(path: string, text: string): void {
    this.typing.type(path, text);
  }

  /** The field was left. */
  typed(path: string): void {
    this.flush();
    this.checking.judge(path);
  }

  /** What was entered is no answer yet. It is kept as it is; until it can be read the question counts as empty. */
  cannotRead(path: string, text: string): void {
    this.typing.drop(path);
    batch(() => this.remake(this.answers.hold(path, text)));
  }

  /** Say why there is no value; saying it again takes it back, and what was entered returns. */
  decline(path: string, reason: Reason): void {
    this.flush();
    batch(() => {
      const { value } = this.answers.look(path);
      const unclear = this.answers.unclear(path);
      if (unclear !== undefined) this.setAside.set(path, { unclear });
      else if (value !== "") this.setAside.set(path, { value });
      const again = this.answers.reason(path) === reason;
      const followed = again ? this.answers.restore(path, this.setAside.get(path) ?? { value: "" }) : this.answers.decline(path, reason);
      this.remake([path, ...followed]);
    });
  }

  /** Changes when a field must be drawn anew because its answer was changed elsewhere. */
  edition(path: string): number {
    return this.remade.value[path] ?? 0;
  }

  /** Go on; or, where something stands in the way, return the path of the question to look at. */
  next(): string | undefined {
    this.flush();
    const paths = this.asked();
    const first = this.checking.pass(paths);
    if (first !== undefined) return first;
    this.leave(paths);
    this.open(this.visiting.value ? null : screenAfter(this.form, this.screens, this.index.value) ?? null);
    return undefined;
  }

  /** Skip the question and go on. */
  skip(path: string): void {
    if (this.answers.reason(path) !== "skipped") this.decline(path, "skipped");
    this.next();
  }

  /** Never refused. */
  back(): void {
    this.flush();
    const before = screenBefore(this.form, this.screens, this.index.value);
    if (!before) return;
    this.leave(this.asked());
    this.visiting.value = false;
    this.open(before);
  }

  hasBefore(): boolean {
    return screenBefore(this.form, this.screens, this.index.value) !== undefined;
  }

  /** Look at the list of all answers, from anywhere. */
  review(): void {
    this.flush();
    this.leave(this.asked());
    this.open(null);
  }

  /** Jump from the review to a question. Going on leads back, except from what was not seen before. */
  visit(path: string): void {
    const screen = this.screens.find((each) => each.questions.some((question) => question.path === path));
    if (!screen) return;
    this.visiting.value = this.answers.record(path) !== undefined;
    this.open(screen);
  }

  /** Go into a repeat that people add themselves. */
  enter(repeat: string): void {
    const screen = this.screens.find((each) => each.within === repeat && askedOn(this.form, each).length > 0);
    if (screen) this.open(screen);
  }

  speak(code: string): void {
    this.language.value = code;
    this.saving.remember(this.keeper.setLanguage(code));
  }

  /** Hand on whatever is being typed, now: on Next, and when the page is hidden. */
  flush(): void {
    this.typing.flush();
  }

  /** Hand on what is being typed and wait; resolves to whether everything is on disk, after one more try if need be. */
  async settled(): Promise<boolean> {
    this.flush();
    await this.saving.idle();
    return this.saving.retry();
  }

  /** Take in what another window has kept of this interview. Resolves to the number of writes it stands at. */
  async catchUp(): Promise<number> {
    this.flush();
    await this.saving.idle();
    const { answers, changes } = await this.keeper.kept();
    this.take(answers);
    return changes;
  }

  /** Let these be the answers, in place of those that are here and no newer. */
  take(answers: Kept["answers"], isNewer?: (path: string) => boolean): void {
    batch(() => {
      this.remake(this.answers.merge(answers, isNewer));
      // The repeat that this window was in has been taken away in another one.
      if (this.index.peek() < 0) this.screen.value = screenToResume(this.form, this.screens, null) ?? null;
    });
  }

  /** Follow what other windows write, until the returned function is called. */
  follow(): () => void {
    return this.keeper.follow(() => void this.catchUp().catch(() => undefined));
  }

  private open(screen: Screen | null): void {
    if (screen === null) this.visiting.value = false;
    this.screen.value = screen;
    const first = screen && askedOn(this.form, screen)[0];
    this.saving.remember(this.keeper.setPosition(first?.path ?? REVIEW));
  }

  private leave(paths: readonly string[]): void {
    for (const path of paths) if (!/^(note|repeat)$/.test(this.form.node(path).type)) this.answers.leave(path);
  }

  private commit(path: string, value: string): void {
    batch(() => this.remake(this.answers.give(path, value)));
  }

  private remake(paths: readonly string[]): void {
    if (paths.length === 0) return;
    this.remade.value = { ...this.remade.value, ...Object.fromEntries(paths.map((path) => [path, this.edition(path) + 1])) };
  }
}
