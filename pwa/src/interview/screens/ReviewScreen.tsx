// All answers on one list, each with what became of it and a way back to it; and the last step.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Button, Notice } from "../../ui";
import { Dialog } from "../../ui/more";
import { t } from "../../i18n/further";
import type { Conducting } from "../conduct/conducting";
import { finish as finishInterview } from "../conduct/finishing";
import { reviewOf, type Review } from "../conduct/reviewing";
import { Main } from "./Main";
import { ReviewRow } from "./ReviewRow";
import { SaveLine, SaveTrouble } from "./SaveLine";

export function ReviewScreen({ on }: { on: Conducting }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const review = reviewOf(on);
  useLayoutEffect(() => {
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <Main on={on}>
      <div class="asking-question ask">
        <div class="asking-words">
          <h1 class="asked" tabIndex={-1} ref={heading}>{t("review.title")}</h1>
          <p class="asked-hint soft">{t(review.items.length > 0 ? "review.intro" : "review.empty")}</p>
        </div>
      </div>
      <div class="asking-answer">
        <div class="asking-body stack stack-wide">
          {review.ahead.length > 0 && <Ahead on={on} ahead={review.ahead} />}
          <ul class="review">{review.items.map((item) => <ReviewRow key={item.path} on={on} item={item} />)}</ul>
          <SaveTrouble on={on} />
        </div>
        <Foot on={on} review={review} />
      </div>
    </Main>
  );
}

function Ahead({ on, ahead }: { on: Conducting; ahead: readonly string[] }) {
  return (
    <Notice tone="sun" icon="speech" title={t("review.ahead", { count: ahead.length })}>
      <div><Button onPress={() => on.visit(ahead[0] ?? "")}>{t("review.aheadOpen")}</Button></div>
    </Notice>
  );
}

function Foot({ on, review }: { on: Conducting; review: Review }) {
  const [early, setEarly] = useState(false);
  const open = review.items.filter((item) => item.needsLook);
  const running = on.finishing.value === "running";
  const finish = () => {
    const [first] = open;
    if (first) on.visit(first.path);
    else if (review.ahead.length > 0) setEarly(true);
    else void finishInterview(on);
  };
  return (
    <div class="page-foot">
      <div class="page-foot-inner stack stack-tight">
        {open.length > 0 && <Notice tone="care">{t("review.blocked", { count: open.length })}</Notice>}
        {on.finishing.value === "failed" && <Notice tone="care">{t("review.finishFailed")}</Notice>}
        <SaveLine on={on} />
        <div class="asking-ways">
          {on.hasBefore() && <Button icon="back" disabled={running} onPress={() => on.back()}>{t("go.back")}</Button>}
          <Button kind="primary" icon="check" disabled={running} onPress={finish}>{t(running ? "review.finishing" : "review.finish")}</Button>
        </div>
        {early && <FinishEarly on={on} count={review.ahead.length} onClose={() => setEarly(false)} />}
      </div>
    </div>
  );
}

function FinishEarly({ on, count, onClose }: { on: Conducting; count: number; onClose: () => void }) {
  const finish = () => {
    onClose();
    void finishInterview(on);
  };
  const acts = (
    <>
      <Button onPress={onClose}>{t("review.earlyNo")}</Button>
      <Button kind="primary" onPress={finish}>{t("review.earlyYes")}</Button>
    </>
  );
  return <Dialog id="finish-early" title={t("review.early")} acts={acts} onClose={onClose}><p>{t("review.earlyBody", { count })}</p></Dialog>;
}
