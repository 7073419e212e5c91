"""The operators: arithmetic that keeps dates dates, comparison by the kinds of its operands, and the union of nodes."""

from __future__ import annotations

import math
import operator
from typing import TYPE_CHECKING

from askwell.logic.dates import Day, Moment, shift
from askwell.logic.values import NAN, Quantity, Value, boolean, nodes, number, quantity, string

if TYPE_CHECKING:
    from collections.abc import Callable

    from askwell.logic.environment import Context
    from askwell.logic.nodes import Node

_MINUTES_A_DAY = 1440


def add(left: Value, right: Value, _: Context) -> Value:
    """Add numbers; days added to a date give a date."""
    a, b = quantity(left), quantity(right)
    if isinstance(a, float):
        return a + b if isinstance(b, float) else shift(b, a)
    return shift(a, b) if isinstance(b, float) else a.days + b.days


def subtract(left: Value, right: Value, context: Context) -> Value:
    """Subtract numbers; a date less a number of days is a date, a date less a date is a number of days."""
    a, b = quantity(left), quantity(right)
    if isinstance(a, float):
        return a - (b if isinstance(b, float) else b.days)
    if isinstance(b, float):
        return shift(a, -b)
    first, second = _on_one_line(a, b, context)
    return first - second


def multiply(left: Value, right: Value, _: Context) -> Value:
    """Multiply numbers."""
    return number(left) * number(right)


def divide(left: Value, right: Value, _: Context) -> Value:
    """Divide as IEEE 754 does: by zero is infinite, nothing by nothing is not a number."""
    a, b = number(left), number(right)
    if b != 0:
        return a / b
    if a == 0 or math.isnan(a):
        return NAN
    return math.copysign(math.inf, a) * math.copysign(1.0, b)


def modulo(left: Value, right: Value, _: Context) -> Value:
    """Give the rest of a division, with the sign of what was divided."""
    a, b = number(left), number(right)
    if b == 0 or math.isinf(a) or math.isnan(a) or math.isnan(b):
        return NAN
    return math.fmod(a, b)


def equal(left: Value, right: Value, context: Context) -> bool:
    """Compare as the operands' kinds ask: truths, dates, numbers, texts; nodes are equal if any pair is."""
    return _same_truth(left, right) if _has_truth(left, right) else _any_pair(left, right, context, _same)


def unequal(left: Value, right: Value, context: Context) -> bool:
    """Say whether the values, or any pair of nodes, differ."""
    if _has_truth(left, right):
        return not _same_truth(left, right)
    return _any_pair(left, right, context, lambda a, b, where: not _same(a, b, where))


def ordered(compare: Callable[[float, float], bool]) -> Callable[[Value, Value, Context], Value]:
    """Compare numbers or dates; nodes compare as soon as any pair does."""

    def holds(left: Value, right: Value, context: Context) -> bool:
        a, b = quantity(left), quantity(right)
        if isinstance(a, float) and isinstance(b, float):
            return compare(a, b)
        return compare(*_on_one_line(a, b, context))

    def any_holds(left: Value, right: Value, context: Context) -> Value:
        if _is_single(left) and _is_single(right):
            return holds(left, right, context)
        return any(holds(a, b, context) for a in _texts(left) for b in _texts(right))

    return any_holds


def union(left: Value, right: Value, _: Context) -> list[Node]:
    """Put two lists of nodes together, each node once, in document order."""
    return in_document_order([*nodes(left), *nodes(right)])


def in_document_order(found: list[Node]) -> list[Node]:
    """Sort nodes as they stand in the form, each once."""
    return sorted(dict.fromkeys(found), key=lambda node: node.order())


OPERATORS: dict[str, Callable[[Value, Value, Context], Value]] = {
    "=": equal,
    "!=": unequal,
    "<": ordered(operator.lt),
    "<=": ordered(operator.le),
    ">": ordered(operator.gt),
    ">=": ordered(operator.ge),
    "+": add,
    "-": subtract,
    "*": multiply,
    "div": divide,
    "mod": modulo,
    "|": union,
}


def _any_pair(left: Value, right: Value, context: Context, holds: Callable[[Value, Value, Context], bool]) -> bool:
    if _is_single(left) and _is_single(right):
        return holds(left, right, context)
    return any(holds(a, b, context) for a in _texts(left) for b in _texts(right))


def _is_single(value: Value) -> bool:
    return not isinstance(value, list) or len(value) < 2


def _texts(value: Value) -> list[Value]:
    """List what nodes hold; a missing node is as good as a blank one."""
    if not isinstance(value, list):
        return [value]
    return [node.text for node in value] or [""]


def _has_truth(left: Value, right: Value) -> bool:
    return isinstance(left, bool) or isinstance(right, bool)


def _same_truth(left: Value, right: Value) -> bool:
    return boolean(left) == boolean(right)


def _same(left: Value, right: Value, context: Context) -> bool:
    if isinstance(left, Day | Moment) or isinstance(right, Day | Moment):
        return _same_date(left, right, context)
    if isinstance(left, float) or isinstance(right, float):
        return number(left) == number(right)
    return string(left) == string(right)


def _same_date(left: Value, right: Value, context: Context) -> bool:
    a, b = quantity(left), quantity(right)
    if _is_number(a) and _is_number(b):
        first, second = _on_one_line(a, b, context)
        return first == second
    return string(left) == string(right)


def _is_number(amount: Quantity) -> bool:
    return not isinstance(amount, float) or not math.isnan(amount)


def _on_one_line(a: Quantity, b: Quantity, context: Context) -> tuple[float, float]:
    """Put two amounts on one scale: beside a moment, a day starts at midnight on the phone."""
    if isinstance(a, float):
        return a, b if isinstance(b, float) else b.days
    if isinstance(b, float):
        return a.days, b
    if isinstance(a, Day) and isinstance(b, Moment):
        return a.days - context.offset / _MINUTES_A_DAY, b.days
    if isinstance(a, Moment) and isinstance(b, Day):
        return a.days, b.days - context.offset / _MINUTES_A_DAY
    return a.days, b.days
