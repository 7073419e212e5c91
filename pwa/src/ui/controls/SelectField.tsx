// A closed list that opens: for long lists, and where the author asks for the small form.
import { Icon } from "../icons/Icon";
import { Field, fieldTies, type FieldProps } from "./Field";

export interface SelectFieldProps extends FieldProps {
  value: string;
  choices: readonly { value: string; label: string }[];
  /** Shown while nothing is chosen; without it the first choice stands. */
  empty?: string;
  disabled?: boolean;
  onChoose: (value: string) => void;
}

export function SelectField(props: SelectFieldProps) {
  const { value, choices, empty, disabled = false, onChoose } = props;
  return (
    <Field {...props}>
      <span class="select">
        <select class="input" {...fieldTies(props)} value={value} disabled={disabled} onChange={(event) => onChoose(event.currentTarget.value)}>
          {empty !== undefined && <option value="">{empty}</option>}
          {choices.map((choice) => <option key={choice.value} value={choice.value}>{choice.label}</option>)}
        </select>
        <Icon name="open" />
      </span>
    </Field>
  );
}
