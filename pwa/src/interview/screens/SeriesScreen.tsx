// Where repeats are added and taken away: all there are, each with its first answers, one more, and the way on.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Button, Icon, Notice } from "../../ui";
import { Badge } from "../../ui/more";
import { t } from "../../i18n/further";
import type { Conducting } from "../conduct/conducting";
import { add, bringBack, repeatsOf, settle, takeAway, type Before } from "../conduct/series";
import { shownAnswer } from "../wording/showing";
import { Asked } from "./Asked";
import { Main } from "./Main";
import { SaveLine, SaveTrouble } from "./SaveLine";

/** As many answers as tell one repeat from another. */
const TOLD = 2;

interface Gone {
  words: string;
  before: Before;
}

export function SeriesScreen({ on }: { on: Conducting }) {
  const screen = on.screen.value;
  const heading = useRef<HTMLHeadingElement>(null);
  const [gone, setGone] = useState<Gone | null>(null);
  useLayoutEffect(() => {
    window.scrollTo(0, 0);
    setGone(null);
    heading.current?.focus({ preventScroll: true });
  }, [screen?.key]);
  if (!screen) return null;
  const series = screen.key;
  const repeats = repeatsOf(on, series);
  const goOn = (event: Event) => {
    event.preventDefault();
    settle(on, series);
    on.next();
  };
  const away = (repeat: string, words: string) => setGone({ words, before: takeAway(on, series, repeat) });
  const back = (before: Before) => {
    bringBack(on, series, before);
    setGone(null);
    heading.current?.focus({ preventScroll: true });
  };
  return (
    <Main on={on}>
      <Asked on={on} screen={screen} heading={heading} />
      <form class="asking-answer" noValidate onSubmit={goOn}>
        <div class="asking-body stack stack-wide">
          <p class="soft">{t(repeats.length > 0 ? "series.some" : "series.none")}</p>
          {repeats.length > 0 && (
            <ol class="repeats">
              {repeats.map((repeat, place) => <Repeat key={repeat} on={on} repeat={repeat} number={place + 1} onAway={(words) => away(repeat, words)} />)}
            </ol>
          )}
          {gone && <TakenAway key={gone.words} words={gone.words} onBack={() => back(gone.before)} />}
          <div><Button icon="plus" onPress={() => add(on, series)}>{t(repeats.length > 0 ? "series.another" : "series.add")}</Button></div>
          <SaveTrouble on={on} />
        </div>
        <Foot on={on} isEmpty={repeats.length === 0} />
      </form>
    </Main>
  );
}

function Repeat({ on, repeat, number, onAway }: { on: Conducting; repeat: string; number: number; onAway: (words: string) => void }) {
  const questions = on.screens.flatMap((screen) => screen.questions).filter(({ path }) => path.startsWith(`${repeat}/`));
  const answers = questions.map(({ path }) => on.answers.look(path).relevant ? shownAnswer(on.answers, path, on.language.value) : "").filter(Boolean);
  const isSeen = ({ path }: { path: string }) => on.answers.record(path) !== undefined;
  const needsLook = questions.some((question) => isSeen(question) && on.checking.obstacle(question.path) !== null);
  const words = answers.slice(0, TOLD).join(" · ") || t("series.unanswered");
  return (
    <li class="repeat">
      <button type="button" class="repeat-open" onClick={() => on.enter(repeat)}>
        <span class="repeat-number">{number}</span>
        <span class="repeat-told">
          <span class="repeat-words" lang={answers.length > 0 ? on.language.value : undefined}><bdi>{words}</bdi></span>
          {needsLook && <Badge tone="care"><Icon name="care" />{t("review.needs")}</Badge>}
        </span>
        <span class="review-edit"><Icon name="edit" /><span class="only-heard">{t("review.change")}</span></span>
      </button>
      <Button kind="quiet" onPress={() => onAway(words)}>
        {t("series.takeAway")}<span class="only-heard"> {number} <bdi>{words}</bdi></span>
      </Button>
    </li>
  );
}

/** The hands go to the way back: the button they were on is gone. */
function TakenAway({ words, onBack }: { words: string; onBack: () => void }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => place.current?.querySelector("button")?.focus(), []);
  return (
    <div ref={place}>
      <Notice tone="sun" icon="info" title={t("series.gone", { words })} heard>
        <div><Button onPress={onBack}>{t("series.bringBack")}</Button></div>
      </Notice>
    </div>
  );
}

function Foot({ on, isEmpty }: { on: Conducting; isEmpty: boolean }) {
  return (
    <div class="page-foot">
      <div class="page-foot-inner">
        <SaveLine on={on} />
        <div class="asking-ways">
          {on.hasBefore() && <Button icon="back" onPress={() => on.back()}>{t("go.back")}</Button>}
          <Button kind="primary" type="submit" iconAfter="next">
            {on.visiting.value ? t("go.toReview") : t(isEmpty ? "series.goOn" : "go.next")}
          </Button>
        </div>
      </div>
    </div>
  );
}
