"""Functions about truth: `if`, `coalesce`, `once`, `not`, the boolean readings, `regex` and the checklists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from askwell.logic import patterns
from askwell.logic.environment import Context, EvaluationError
from askwell.logic.functions.registry import function, lazy
from askwell.logic.values import Value, answer, boolean, number, string

if TYPE_CHECKING:
    from askwell.logic.paths import Evaluator


@lazy("if", 3, 3)
def choose(context: Context, condition: Evaluator, then: Evaluator, otherwise: Evaluator) -> Value:
    """Evaluate only the branch that the condition asks for."""
    return then(context) if boolean(condition(context)) else otherwise(context)


@lazy("coalesce", 1, None)
def coalesce(context: Context, *candidates: Evaluator) -> Value:
    """Give the first value that is not blank; what is not a number counts as blank."""
    for candidate in candidates:
        value = candidate(context)
        if answer(value):
            return value
    return ""


@lazy("once", 1, 1)
def once(context: Context, candidate: Evaluator) -> Value:
    """Keep the node's own value if it has one."""
    return context.origin.text or candidate(context)


@function("true")
def true(_: Context) -> bool:
    """Give the truth."""
    return True


@function("false")
def false(_: Context) -> bool:
    """Give the untruth."""
    return False


@function("not", boolean)
def negate(_: Context, condition: bool) -> bool:
    """Turn a condition round."""
    return not condition


@function("boolean", boolean)
def as_boolean(_: Context, condition: bool) -> bool:
    """Read a value as a condition; the text `false` is true."""
    return condition


@function("boolean-from-string", string)
def boolean_from_string(_: Context, text: str) -> bool:
    """Only `true` and `1` are true."""
    return text in {"true", "1"}


@function("regex", string, string)
def regex(_: Context, text: str, pattern: str) -> bool:
    """Tell whether the whole text is what the pattern describes."""
    try:
        return patterns.matches(pattern, text)
    except patterns.PatternError as error:
        raise EvaluationError(str(error)) from error


@function("checklist", number, number, lambda value: value, optional=1, repeats=True)
def checklist(_: Context, least: float, most: float, *values: Value) -> bool:
    """Tell whether at least and at most so many values are true; -1 leaves that side open."""
    return _between(least, sum(1.0 for value in _each(values) if boolean(value)), most)


@function("weighted-checklist", number, number, lambda value: value, optional=1, repeats=True)
def weighted_checklist(_: Context, least: float, most: float, *pairs: Value) -> bool:
    """Do the same with a weight after each value, or with nodes and as many nodes of weights."""
    values, weights = _each(pairs[0::2]), _each(pairs[1::2])
    total = sum(number(weight) for value, weight in zip(values, weights, strict=False) if boolean(value))
    return _between(least, total, most)


def _each(values: tuple[Value, ...]) -> list[Value]:
    found: list[Value] = []
    for value in values:
        found += [node.text for node in value] if isinstance(value, list) else [value]
    return found


def _between(least: float, amount: float, most: float) -> bool:
    return (least < 0 or amount >= least) and (most < 0 or amount <= most)
