// One choice of a list as a card: a radio button or a check box that is easy to hit.
import type { ComponentChildren } from "preact";
import { Icon } from "../icons/Icon";

export interface ChoiceCardProps {
  children: ComponentChildren;
  /** Cards of one group share a name. */
  name: string;
  value: string;
  chosen: boolean;
  /** Any number of the group (check box) or one (radio button). */
  many?: boolean;
  disabled?: boolean;
  describedBy?: string | undefined;
  onChoose: (chosen: boolean) => void;
}

export function ChoiceCard(props: ChoiceCardProps) {
  const { many = false, chosen, disabled = false } = props;
  return (
    <label class={`choice${chosen ? " is-chosen" : ""}${disabled ? " is-fixed" : ""}`}>
      <input
        type={many ? "checkbox" : "radio"} name={props.name} value={props.value} checked={chosen} disabled={disabled}
        aria-describedby={props.describedBy} onChange={(event) => props.onChoose(event.currentTarget.checked)}
      />
      <span class="choice-mark"><Icon name="check" /></span>
      <span class="choice-label">{props.children}</span>
    </label>
  );
}
