// A choice that leads on by itself, where its author asks for it, and Back leads here again. Only by what means to choose: a tap, a click,
// Space or Enter. Arrow keys choose too, but on the way to another choice.
import { useEffect, useRef } from "preact/hooks";
import { t } from "../../i18n/further";
import { controlFor } from ".";
import { looksLike, type QuestionProps } from "./props";

/** Long enough to see what was chosen; a second tap in that time is still one on this screen. */
const PAUSE_MS = 400;

export function Quick(props: QuestionProps) {
  const { on, path, node, id, describedBy } = props;
  const plain = { ...node, appearance: (node.appearance ?? "").replace(/(^| )quick(?= |$)/, "") };
  const Control = controlFor(plain, () => on.answers.choices(path));
  const leads = on.screen.value?.fieldList === null && !on.visiting.value && !looksLike(node, "minimal") && !on.answers.look(path).readonly;
  const handlers = useLeading(props);
  if (!leads) return <Control {...props} node={plain} />;
  return (
    <div class="stack" {...handlers}>
      <p class="small soft" id={`${id}-quick`}>{t("quick.how")}</p>
      <Control {...props} node={plain} describedBy={[`${id}-quick`, describedBy].filter(Boolean).join(" ")} />
    </div>
  );
}

/** Go on a moment after a choice was made. */
function useLeading({ on, path }: QuestionProps) {
  const byArrow = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);
  const leadOn = () => {
    if (on.answers.look(path).value !== "") on.next();
  };
  return {
    onPointerDown: () => { byArrow.current = false; },
    onKeyDown: (event: KeyboardEvent) => {
      byArrow.current = event.key.startsWith("Arrow");
      if (!/^(Enter| )$/.test(event.key) || !isChoice(event.target)) return;
      event.preventDefault(); // Enter would go on without the choice, and Space do nothing where it is made already
      event.target.click();
    },
    onKeyUp: () => { byArrow.current = false; },
    onClick: (event: Event) => {
      clearTimeout(timer.current);
      if (isChoice(event.target) && !byArrow.current) timer.current = setTimeout(leadOn, PAUSE_MS);
    },
  };
}

const isChoice = (target: EventTarget | null): target is HTMLInputElement => target instanceof HTMLInputElement && target.type === "radio";
