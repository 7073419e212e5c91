// The head of a question screen: the part of the question set, the question's words, and the hint.
import type { Ref } from "preact";
import { t } from "../../i18n";
import type { Conducting } from "../conduct/conducting";
import type { Screen } from "../conduct/screens";
import { idOf } from "./QuestionBlock";
import { Words } from "./Words";

/** Words longer than this are set smaller, or they would fill the screen. */
const LONG = 140;

interface AskedProps {
  on: Conducting;
  screen: Screen;
  heading: Ref<HTMLHeadingElement>;
}

export function Asked({ on, screen, heading }: AskedProps) {
  const path = screen.fieldList ?? screen.key;
  const groups = screen.questions[0]?.groups.filter((group) => group !== path) ?? [];
  const part = groups.map((group) => on.answers.words(group, "label")).filter(Boolean).at(-1);
  const [first = "", ...more] = on.answers.words(path, "label").trim().split(/\r?\n/);
  const hint = on.answers.words(path, "hint");
  return (
    <div class="asking-question ask">
      <div class="asking-words" key={screen.key} lang={on.language.value}>
        {part && <p class="eyebrow"><Words text={part} /></p>}
        <h1 class={first.length > LONG ? "asked asked-long" : "asked"} id={`${idOf(path)}-label`} tabIndex={-1} ref={heading}>
          {first ? <Words text={first} /> : t("review.noLabel")}
        </h1>
        {more.length > 0 && <p class="asked-more"><Words text={more.join("\n")} /></p>}
        {hint && <p class="asked-hint soft" id={`${idOf(path)}-hint`}><Words text={hint} /></p>}
      </div>
    </div>
  );
}
