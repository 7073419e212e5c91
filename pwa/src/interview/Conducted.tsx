// An interview on the screen, whichever keeper stands behind it: opened, followed, and left when it is finished.
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Button, Notice, Page } from "../ui";
import { directionOf, t } from "../i18n";
import { Conducting } from "./conduct/conducting";
import { isSeries } from "./conduct/screens";
import { begin } from "./conduct/underway";
import type { DraftKeeper } from "./keeping";
import { fetchFurther, later } from "./later";
import { QuestionScreen } from "./screens/QuestionScreen";
import { TopBar } from "./screens/TopBar";
import "./styles/asking.css";
import "./styles/questions.css";

const ReviewScreen = later<{ on: Conducting }>((further) => further.ReviewScreen);
const SeriesScreen = later<{ on: Conducting }>((further) => further.SeriesScreen);
const FinishedScreen = later<{ on: Conducting; onAgain?: (() => void) | undefined }>((further) => further.FinishedScreen);

export interface ConductedProps {
  keeper: DraftKeeper;
  /** Once, when the interview is open. */
  onOpened?: (language: string) => void;
  onLeave?: (() => void) | undefined;
  onHide?: (() => void) | undefined;
  onFinished?: (() => void) | undefined;
  onAgain?: () => void;
}

export function Conducted({ keeper, onOpened, ...ways }: ConductedProps) {
  const [on, setOn] = useState<Conducting | null>(null);
  const [failed, setFailed] = useState(false);
  const open = () => {
    setFailed(false);
    keeper.load().then((draft) => {
      onOpened?.(draft.language);
      setOn(new Conducting(draft, keeper));
    }).catch(() => setFailed(true));
  };
  useLayoutEffect(open, [keeper]); // before the first paint: what is here already is shown at once
  if (on) return <Open on={on} {...ways} />;
  return failed ? <OpeningFailed onRetry={open} onLeave={ways.onLeave} /> : <Page><p role="status" class="soft opening">{t("opening.wait")}</p></Page>;
}

function OpeningFailed({ onRetry, onLeave }: { onRetry: () => void; onLeave: (() => void) | undefined }) {
  return (
    <Page>
      <Notice tone="care" title={t("opening.failed")}>
        <p>{t("opening.failedWhy")}</p>
        <div class="row">
          <Button onPress={onRetry}>{t("go.retry")}</Button>
          {onLeave && <Button kind="plain" onPress={onLeave}>{t("go.close")}</Button>}
        </div>
      </Notice>
    </Page>
  );
}

function Open({ on, onLeave, onHide, onFinished, onAgain }: Omit<ConductedProps, "keeper" | "onOpened"> & { on: Conducting }) {
  const done = on.finishing.value === "done";
  useLayoutEffect(() => begin(on), [on]);
  useEffect(() => keepWhenHidden(on), [on]);
  useEffect(() => follow(on), [on]);
  useEffect(fetchFurther, []);
  useEffect(() => {
    if (done) onFinished?.();
  }, [done]);
  if (done) return <FinishedScreen on={on} onAgain={onAgain} />;
  const warned = useRef(false);
  const leave = onLeave && (async () => {
    if (warned.current || (await on.settled())) onLeave();
    // What could not be saved is still on this screen, and the screen says so; whoever insists may go.
    warned.current = true;
  });
  return (
    <div class="asking" dir={directionOf(on.language.value)}>
      {!on.holding.isMine.value && <Elsewhere on={on} />}
      <div class="asking-held" inert={!on.holding.isMine.value}>
        <TopBar on={on} onLeave={leave && (() => void leave())} onHide={onHide} />
        <Screen on={on} />
      </div>
    </div>
  );
}

function Screen({ on }: { on: Conducting }) {
  const screen = on.screen.value;
  if (!screen) return <ReviewScreen on={on} />;
  return isSeries(screen) ? <SeriesScreen on={on} /> : <QuestionScreen on={on} />;
}

function Elsewhere({ on }: { on: Conducting }) {
  return (
    <div class="asking-elsewhere">
      <Notice tone="sun" title={t("elsewhere.title")} heard>
        <p>{t("elsewhere.body")}</p>
        <div><Button onPress={() => on.holding.take()}>{t("elsewhere.take")}</Button></div>
      </Notice>
    </div>
  );
}

/** Write here if no other window does, and take in what others write, or have written since the draft was read. Returns the way to stop. */
function follow(on: Conducting): () => void {
  const unfollow = on.follow();
  on.catchUp().catch(() => undefined);
  on.holding.start();
  return () => {
    unfollow();
    on.holding.stop();
  };
}

/**
 * A phone may end a hidden page without another word: what is being typed is handed on first, and what could not
 * be saved holds the page. Returns the way to stop.
 */
function keepWhenHidden(on: Conducting): () => void {
  const keep = () => on.flush();
  const hold = (event: BeforeUnloadEvent) => {
    if (on.saving.state.value === "failed") event.preventDefault();
  };
  window.addEventListener("beforeunload", hold);
  document.addEventListener("visibilitychange", keep);
  window.addEventListener("pagehide", keep);
  return () => {
    on.flush();
    window.removeEventListener("beforeunload", hold);
    document.removeEventListener("visibilitychange", keep);
    window.removeEventListener("pagehide", keep);
  };
}
