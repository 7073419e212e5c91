// The head of a question screen: the part of the question set, the question's words, and the hint.
import type { Ref } from "preact";
import { t } from "../../i18n";
import type { Conducting } from "../conduct/conducting";
import { isSeries, type Screen } from "../conduct/screens";
import { later } from "../later";
import { idOf } from "./QuestionBlock";
import { Words } from "./Words";

/** Words longer than this are set smaller, or they would fill the screen. */
const LONG = 140;

const Beneath = later<{ on: Conducting; path: string; paths: readonly string[] }>((further) => further.Beneath, true);

interface AskedProps {
  on: Conducting;
  screen: Screen;
  heading: Ref<HTMLHeadingElement>;
}

export function Asked({ on, screen, heading }: AskedProps) {
  const path = screen.fieldList ?? screen.key;
  const part = partOf(on, screen, path);
  const [first = "", ...more] = on.answers.words(path, "label").trim().split(/\r?\n/);
  const hint = on.answers.words(path, "hint");
  return (
    <div class="asking-question ask">
      <div class="asking-words" key={screen.key} lang={on.language.value}>
        {part && first && <p class="eyebrow"><Words text={part} /></p>}
        <h1 class={first.length > LONG ? "asked asked-long" : "asked"} id={`${idOf(path)}-label`} tabIndex={-1} ref={heading}>
          {first ? <Words text={first} /> : untitled(on, screen, part)}
        </h1>
        {more.length > 0 && <p class="asked-more"><Words text={more.join("\n")} /></p>}
        {hint && <p class="asked-hint soft" id={`${idOf(path)}-hint`}><Words text={hint} /></p>}
        <Beneath on={on} path={path} paths={screen.fieldList === null ? [path] : [path, ...on.asked()]} />
      </div>
    </div>
  );
}

/** The words of the innermost group around what is asked. */
function partOf(on: Conducting, screen: Screen, path: string): string | undefined {
  const groups = screen.questions[0]?.groups.filter((group) => group !== path) ?? [];
  return groups.map((group) => titleOf(on, group)).filter(Boolean).at(-1);
}

/** A repeat has its number, too. */
export function titleOf(on: Conducting, group: string): string {
  const title = on.answers.words(group, "label");
  const number = /\[(\d+)\]$/.exec(group)?.[1];
  return title && number ? `${title} · ${number}` : title;
}

/** A group need not have a title: then the part it stands in, or the whole set, says where one is. */
function untitled(on: Conducting, screen: Screen, part: string | undefined): string {
  return screen.fieldList === null && !isSeries(screen) ? t("review.noLabel") : part ?? on.form.version.title;
}
