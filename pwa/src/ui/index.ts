// The controls every screen is made of, and the design language they are drawn in. Those no first screen shows stand in `more`.
import "./styles/index.css";

export { Button, type ButtonProps } from "./controls/Button";
export { ChoiceCard, type ChoiceCardProps } from "./controls/ChoiceCard";
export { Fault, Field, fieldTies, type FieldProps } from "./controls/Field";
export { TextField, type TextFieldProps } from "./controls/TextField";
export { Notice } from "./feedback/Notice";
export { Progress } from "./feedback/Progress";
export { Icon } from "./icons/Icon";
export type { IconName } from "./icons/shapes";
export { Page } from "./layout/Page";
