// The controls every screen is made of, and the design language they are drawn in.
import "./styles/index.css";

export { Button, type ButtonProps } from "./controls/Button";
export { ChoiceCard, type ChoiceCardProps } from "./controls/ChoiceCard";
export { Fault, Field, fieldTies, type FieldProps } from "./controls/Field";
export { SelectField, type SelectFieldProps } from "./controls/SelectField";
export { TextField, type TextFieldProps } from "./controls/TextField";
export { Badge } from "./feedback/Badge";
export { Dialog } from "./feedback/Dialog";
export { Notice } from "./feedback/Notice";
export { Progress } from "./feedback/Progress";
export { Icon } from "./icons/Icon";
export { Mark } from "./icons/Mark";
export type { IconName } from "./icons/shapes";
export { Card } from "./layout/Card";
export { Page } from "./layout/Page";
