// One screen of an interview: the question in the head, the answer below it, the way on under the thumb.
import { useLayoutEffect, useRef } from "preact/hooks";
import { Button, Notice } from "../../ui";
import { t } from "../../i18n";
import type { Conducting } from "../conduct/conducting";
import { later } from "../later";
import { isRow } from "../questions/props";
import { Asked } from "./Asked";
import { Main } from "./Main";
import { idOf, QuestionBlock } from "./QuestionBlock";
import { SaveLine, SaveTrouble } from "./SaveLine";

const Tables = later<{ on: Conducting; paths: readonly string[]; alone: boolean }>((further) => further.Tables);

export function QuestionScreen({ on }: { on: Conducting }) {
  const screen = on.screen.value;
  const paths = on.asked();
  const heading = useRef<HTMLHeadingElement>(null);
  // Before it is drawn: later it would take the focus from who is quick to tap a field, and swallow what they type.
  useLayoutEffect(() => {
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [screen?.key]);
  if (!screen) return null;
  const alone = screen.fieldList === null;
  const goOn = (event: Event) => {
    event.preventDefault();
    const path = on.next();
    if (path !== undefined) lookAt(path);
  };
  return (
    <Main on={on}>
      <Asked on={on} screen={screen} heading={heading} />
      <form class="asking-answer" noValidate onSubmit={goOn}>
        <div class="asking-body stack stack-wide" key={screen.key}>
          {paths.some((path) => isRow(on.form.node(path)))
            ? <Tables on={on} paths={paths} alone={alone} />
            : paths.map((path) => <QuestionBlock key={path} on={on} path={path} alone={alone} />)}
          <SaveTrouble on={on} />
        </div>
        <Foot on={on} />
      </form>
    </Main>
  );
}

function Foot({ on }: { on: Conducting }) {
  const count = on.asked().filter((path) => on.checking.shown(path) !== null).length;
  return (
    <div class="page-foot">
      <div class="page-foot-inner">
        {count > 1 && <Notice tone="care">{t("fault.count", { count })}</Notice>}
        <SaveLine on={on} />
        <div class="asking-ways">
          {on.hasBefore() && <Button icon="back" onPress={() => on.back()}>{t("go.back")}</Button>}
          <Button kind="primary" type="submit" iconAfter="next">{on.visiting.value ? t("go.toReview") : t("go.next")}</Button>
        </div>
      </div>
    </div>
  );
}

/** Bring what is wrong into view once it is drawn, and the hands to the control it belongs to. */
function lookAt(path: string): void {
  requestAnimationFrame(() => {
    const block = document.getElementById(`${idOf(path)}-block`);
    const control = block?.querySelector<HTMLElement>("input[aria-invalid]") ?? block?.querySelector<HTMLElement>("input, textarea, select, button");
    control?.focus({ preventScroll: true });
    document.getElementById(`${idOf(path)}-fault`)?.scrollIntoView({ block: "center" });
  });
}
