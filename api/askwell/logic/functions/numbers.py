"""Functions about numbers. What mathematics leaves undefined is not a number, what grows beyond bounds is infinite."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from askwell.logic.functions.registry import function, lazy
from askwell.logic.values import NAN, Value, number, text_quantity

if TYPE_CHECKING:
    from collections.abc import Callable

    from askwell.logic.environment import Context
    from askwell.logic.paths import Evaluator


@lazy("number", 0, 1)
def as_number(context: Context, *argument: Evaluator) -> float:
    """Read a value, or the node itself, as a number."""
    return number(argument[0](context) if argument else context.node.text)


@function("random")
def random(context: Context) -> float:
    """Give a number from 0 up to, but not including, 1."""
    return context.env.random()


@function("int", number)
def truncate(_: Context, amount: float) -> float:
    """Cut the decimals off."""
    return float(math.trunc(amount)) if math.isfinite(amount) else amount


@function("round", number, number, optional=1)
def rounded(_: Context, amount: float, digits: float = 0.0) -> float:
    """Round half away from zero, to so many decimals; negative ones round to tens, hundreds and so on."""
    if not math.isfinite(amount) or not math.isfinite(digits):
        return amount
    places = math.trunc(digits)
    if abs(places) > 22:
        return amount if places > 0 else 0.0
    factor = 10.0 ** abs(places)
    if places < 0:
        return _half_away(amount / factor) * factor
    scaled = amount * factor
    return _half_away(scaled) / factor if math.isfinite(scaled) else amount


@function("floor", number)
def floor(_: Context, amount: float) -> float:
    """Round down."""
    return float(math.floor(amount)) if math.isfinite(amount) else amount


@function("ceiling", number)
def ceiling(_: Context, amount: float) -> float:
    """Round up."""
    return float(math.ceil(amount)) if math.isfinite(amount) else amount


@function("abs", number)
def absolute(_: Context, amount: float) -> float:
    """Drop the sign."""
    return abs(amount)


@function("sum", lambda value: value, repeats=True)
def total(_: Context, *values: Value) -> float:
    """Add up, skipping blanks; nothing adds up to 0."""
    result = 0.0
    for amount in _amounts(values):
        result += amount  # one by one, as every browser does; the built-in sum() is more exact since Python 3.12
    return result


@function("max", lambda value: value, repeats=True)
def largest(_: Context, *values: Value) -> float:
    """Give the largest, skipping blanks."""
    return _extreme(values, max)


@function("min", lambda value: value, repeats=True)
def smallest(_: Context, *values: Value) -> float:
    """Give the smallest, skipping blanks."""
    return _extreme(values, min)


@function("pow", number, number)
def power(_: Context, amount: float, exponent: float) -> float:
    """Raise to a power."""
    if abs(amount) == 1 and math.isinf(exponent):
        return NAN
    if math.isnan(exponent):
        return NAN
    if amount == 0 and exponent < 0:
        return math.inf
    try:
        result = math.pow(amount, exponent)
    except OverflowError:
        return -math.inf if amount < 0 and exponent % 2 == 1 else math.inf
    except ValueError:
        return NAN
    return result


@function("atan2", number, number)
def arc_tangent_of_two(_: Context, y: float, x: float) -> float:
    """Give the angle of a point."""
    return math.atan2(y, x)


@function("pi")
def pi(_: Context) -> float:
    """Give the ratio of a circle to its width."""
    return math.pi


def _amounts(values: tuple[Value, ...]) -> list[float]:
    amounts: list[float] = []
    for value in values:
        if isinstance(value, list):
            amounts += [number(text_quantity(node.text)) for node in value if node.text.strip()]
        elif value != "":
            amounts.append(number(value))
    return amounts


def _extreme(values: tuple[Value, ...], pick: Callable[[list[float]], float]) -> float:
    amounts = _amounts(values)
    if not amounts or any(math.isnan(amount) for amount in amounts):
        return NAN
    return pick(amounts)


def _half_away(amount: float) -> float:
    size = abs(amount)
    down = math.floor(size)
    return math.copysign(float(down + 1 if size - down >= 0.5 else down), amount)


def _declare(name: str, compute: Callable[[float], float]) -> None:
    def run(_: Context, amount: float) -> float:
        try:
            return compute(amount)
        except OverflowError:
            return math.inf
        except ValueError:
            return NAN

    function(name, number)(run)


def _logarithm(compute: Callable[[float], float]) -> Callable[[float], float]:
    return lambda amount: -math.inf if amount == 0 else compute(amount)


_declare("sqrt", math.sqrt)
_declare("exp", math.exp)
_declare("exp10", lambda amount: 10.0**amount)
_declare("log", _logarithm(math.log))
_declare("log10", _logarithm(math.log10))
_declare("sin", math.sin)
_declare("cos", math.cos)
_declare("tan", math.tan)
_declare("asin", math.asin)
_declare("acos", math.acos)
_declare("atan", math.atan)
