// A field for words, one line or many.
import { Field, fieldTies, type FieldProps } from "./Field";

export interface TextFieldProps extends FieldProps {
  value: string;
  onInput: (value: string) => void;
  onFocus?: () => void;
  onBlur?: () => void;
  type?: "text" | "email" | "password" | "date" | "time" | "month" | "search" | "url" | undefined;
  /** The lines to show; more than one makes it a text area. */
  lines?: number;
  inputMode?: "text" | "numeric" | "decimal" | "email" | "search" | undefined;
  autocomplete?: AutoFill;
  /** For values of a few characters. */
  short?: boolean;
  required?: boolean;
  readonly?: boolean;
  lang?: string;
}

export function TextField(props: TextFieldProps) {
  const { lines = 1, type = "text" } = props;
  const shared = attributes(props);
  return (
    <Field {...props}>
      {lines > 1 ? <textarea {...shared} rows={lines} dir="auto" /> : <input {...shared} type={type} inputMode={props.inputMode} />}
    </Field>
  );
}

function attributes(props: TextFieldProps) {
  const { value, onInput, onFocus, onBlur, short = false, required = false, readonly = false, lang, autocomplete = "off" } = props;
  return {
    ...fieldTies(props), value, required, readOnly: readonly, lang, autocomplete, onFocus, onBlur,
    class: short ? "input input-short" : "input",
    onInput: (event: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => onInput(event.currentTarget.value),
  };
}
