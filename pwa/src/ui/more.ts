// The controls that a first question does without: a piece of their own keeps the way to it short.
export { SelectField, type SelectFieldProps } from "./controls/SelectField";
export { Badge } from "./feedback/Badge";
export { Dialog } from "./feedback/Dialog";
export { Mark } from "./icons/Mark";
export { Card } from "./layout/Card";
