// Binary operators on evaluated operands. `and`, `or` and the union bar are in evaluate.ts: they look before they evaluate.
import { absoluteDays, Day, isDated, later, Moment } from "./dates";
import { isNodes, toBoolean, toNumber, toQuantity, toText, type Value } from "./values";

/** `offset`: minutes the phone's clock is ahead of UTC. */
type Operation = (left: Value, right: Value, offset: number) => Value;
type Quantity = number | Day | Moment;
type Holds = (left: Value, right: Value) => boolean;

/** Node-sets match when any member does; a missing node equals a blank. */
function anyPair(left: Value, right: Value, holds: Holds): boolean {
  if (isNodes(left) && left.length > 1) return left.some((item) => anyPair(item.text(), right, holds));
  if (isNodes(right) && right.length > 1) return right.some((item) => anyPair(left, item.text(), holds));
  return holds(only(left), only(right));
}

const only = (value: Value): Value => (isNodes(value) ? toText(value) : value);

/** `=` is typed by its operands: booleans (a whole node-set counts as one), then dates, numbers, texts. */
const equality =
  (wanted: boolean): Operation =>
  (left, right, offset) => {
    if (typeof left !== "boolean" && typeof right !== "boolean")
      return anyPair(left, right, (a, b) => same(a, b, offset) === wanted);
    return (toBoolean(left) === toBoolean(right)) === wanted;
  };

function same(left: Value, right: Value, offset: number): boolean {
  if (typeof left === "string" && typeof right === "string") return left === right;
  if (isDated(left) || isDated(right)) return sameDate(left, right, offset);
  if (typeof left === "number" || typeof right === "number") return toNumber(left) === toNumber(right);
  return toText(left) === toText(right);
}

function sameDate(left: Value, right: Value, offset: number): boolean {
  const [a, b] = [toQuantity(left), toQuantity(right)];
  if (Number.isNaN(a) || Number.isNaN(b)) return toText(left) === toText(right);
  return beside(b, a, offset) === beside(a, b, offset);
}

/** An amount on the scale it shares with another one: beside a moment, a day starts at midnight on the phone. */
function beside(other: Quantity, amount: Quantity, offset: number): number {
  if (typeof amount === "number") return amount;
  const isMixed = (amount instanceof Day && other instanceof Moment) || (amount instanceof Moment && other instanceof Day);
  return isMixed ? absoluteDays(amount, offset) : amount.days;
}

const order =
  (compare: (a: number, b: number) => boolean): Operation =>
  (left, right, offset) =>
    anyPair(left, right, (one, other) => {
      const a = toQuantity(one);
      const b = toQuantity(other);
      return compare(beside(b, a, offset), beside(a, b, offset));
    });

const arithmetic =
  (operate: (a: number, b: number) => number): Operation =>
  (left, right) =>
    operate(toNumber(left), toNumber(right));

/** Days added to a date give a date. */
function add(left: Value, right: Value): Value {
  const a = toQuantity(left);
  const b = toQuantity(right);
  if (typeof a === "number") return typeof b === "number" ? a + b : later(b, a);
  return typeof b === "number" ? later(a, b) : a.days + b.days;
}

/** A date less a number of days is a date, a date less a date is a number of days. */
function subtract(left: Value, right: Value, offset: number): Value {
  const a = toQuantity(left);
  const b = toQuantity(right);
  if (typeof a === "number") return a - (typeof b === "number" ? b : b.days);
  if (typeof b === "number") return later(a, -b);
  return beside(b, a, offset) - beside(a, b, offset);
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
