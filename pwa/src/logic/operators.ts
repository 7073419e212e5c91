// Binary operators on evaluated operands. `and`, `or` and the union bar are in evaluate.ts: they look before they evaluate.
import { absoluteDays, Day, isDated, later, Moment } from "./dates";
import { isNodes, toBoolean, toNumber, toQuantity, toText, type Value } from "./values";

/** `offset`: minutes the phone's clock is ahead of UTC. */
type Operation = (left: Value, right: Value, offset: number) => Value;
type Quantity = number | Day | Moment;
type Holds = (left: Value, right: Value) => boolean;

/** Values to compare one by one; a missing node equals a blank. */
function each(value: Value): readonly Value[] {
  if (!isNodes(value)) return [value];
  return value.length === 0 ? [""] : value.map((item) => item.text());
}

/** Node-sets match when any member does. */
function anyPair(left: Value, right: Value, holds: Holds): boolean {
  if (!isNodes(left) && !isNodes(right)) return holds(left, right);
  const rights = each(right);
  return each(left).some((one) => rights.some((other) => holds(one, other)));
}

/** `=` is typed by its operands: booleans (a whole node-set counts as one), then dates, numbers, texts. */
const equality =
  (wanted: boolean): Operation =>
  (left, right, offset) => {
    if (typeof left !== "boolean" && typeof right !== "boolean")
      return anyPair(left, right, (a, b) => same(a, b, offset) === wanted);
    return (toBoolean(left) === toBoolean(right)) === wanted;
  };

function same(left: Value, right: Value, offset: number): boolean {
  if (isDated(left) || isDated(right)) return sameDate(left, right, offset);
  if (typeof left === "number" || typeof right === "number") return toNumber(left) === toNumber(right);
  return toText(left) === toText(right);
}

function sameDate(left: Value, right: Value, offset: number): boolean {
  const [a, b] = [toQuantity(left), toQuantity(right)];
  if (Number.isNaN(a) || Number.isNaN(b)) return toText(left) === toText(right);
  const [first, second] = onOneLine(a, b, offset);
  return first === second;
}

/** Two amounts on one scale: beside a moment, a day starts at midnight on the phone. */
function onOneLine(a: Quantity, b: Quantity, offset: number): [number, number] {
  const isMixed = (a instanceof Day && b instanceof Moment) || (a instanceof Moment && b instanceof Day);
  const read = (amount: Quantity) => (typeof amount === "number" ? amount : isMixed ? absoluteDays(amount, offset) : amount.days);
  return [read(a), read(b)];
}

const order =
  (compare: (a: number, b: number) => boolean): Operation =>
  (left, right, offset) =>
    anyPair(left, right, (a, b) => compare(...onOneLine(toQuantity(a), toQuantity(b), offset)));

const arithmetic =
  (operate: (a: number, b: number) => number): Operation =>
  (left, right) =>
    operate(toNumber(left), toNumber(right));

/** Days added to a date give a date. */
function add(left: Value, right: Value): Value {
  const [a, b] = [toQuantity(left), toQuantity(right)];
  if (typeof a === "number") return typeof b === "number" ? a + b : later(b, a);
  return typeof b === "number" ? later(a, b) : a.days + b.days;
}

/** A date less a number of days is a date, a date less a date is a number of days. */
function subtract(left: Value, right: Value, offset: number): Value {
  const [a, b] = [toQuantity(left), toQuantity(right)];
  if (typeof a === "number") return a - (typeof b === "number" ? b : b.days);
  if (typeof b === "number") return later(a, -b);
  const [first, second] = onOneLine(a, b, offset);
  return first - second;
}

export const OPERATIONS: Readonly<Record<string, Operation>> = {
  "=": equality(true),
  "!=": equality(false),
  "<": order((a, b) => a < b),
  "<=": order((a, b) => a <= b),
  ">": order((a, b) => a > b),
  ">=": order((a, b) => a >= b),
  "+": add,
  "-": subtract,
  "*": arithmetic((a, b) => a * b),
  div: arithmetic((a, b) => a / b),
  mod: arithmetic((a, b) => a % b),
};
