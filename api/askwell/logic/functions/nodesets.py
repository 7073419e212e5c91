"""Functions about nodes: counting them, where they stand, other instances, and rows looked up in them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from askwell.logic.environment import Context, EvaluationError
from askwell.logic.functions.registry import function, lazy
from askwell.logic.values import Value, nodes, number, string

if TYPE_CHECKING:
    from askwell.logic.nodes import Node
    from askwell.logic.paths import Evaluator

_MODULUS = 2_147_483_647
_MULTIPLIER = 16_807


def _only_nodes(value: Value) -> list[Node]:
    if not isinstance(value, list):
        message = "This function takes questions, not a text or a number."
        raise EvaluationError(message)
    return value


@function("count", _only_nodes)
def count(_: Context, found: list[Node]) -> float:
    """Count nodes."""
    return float(len(found))


@function("count-non-empty", _only_nodes)
def count_non_empty(_: Context, found: list[Node]) -> float:
    """Count the nodes that are not blank."""
    return float(sum(1 for node in found if node.text))


@function("position", _only_nodes, optional=1)
def position(context: Context, found: list[Node] | None = None) -> float:
    """Say which candidate this is, or which of its like-named siblings a node is; both count from 1."""
    if found is None:
        return float(context.position)
    if not found or found[0].parent is None:
        return math.nan
    return float(found[0].parent.named[found[0].name].index(found[0]) + 1)


@function("last")
def last(context: Context) -> float:
    """Count the candidates."""
    return float(context.size)


@function("current")
def current(context: Context) -> list[Node]:
    """Give the node whose rule this is, also from inside a predicate."""
    return [context.origin]


@function("instance", string)
def instance(context: Context, name: str) -> list[Node]:
    """Give another instance: a choice list or a list of rows."""
    found = context.env.instance(name)
    if found is None:
        message = f"There is no list or instance called “{name}”."
        raise EvaluationError(message)
    return [found]


@function("pulldata", string, string, string, string)
def pulldata(context: Context, name: str, wanted: str, key: str, value: str) -> str:
    """Look up one cell: the column `wanted` of the first row whose column `key` holds the value."""
    for root in instance(context, name)[0].children:
        for row in root.children:
            if any(cell.text == value for cell in row.named.get(key, ())):
                return string(row.named.get(wanted, []))
    return ""


@lazy("indexed-repeat", 3, 7)
def indexed_repeat(context: Context, wanted: Evaluator, *pairs: Evaluator) -> list[Node]:
    """Give a question of the so-manieth repeat; up to three pairs of a repeat and a number that counts from 1."""
    found = nodes(wanted(context))
    for repeat, place in zip(pairs[0::2], pairs[1::2], strict=False):
        index = number(place(context))
        chosen = {node for node in nodes(repeat(context)) if position(context, [node]) == index}
        found = [node for node in found if not chosen.isdisjoint([node, *node.ancestors()])]
    return found


@function("randomize", _only_nodes, number, optional=1)
def randomize(context: Context, found: list[Node], seed: float | None = None) -> list[Node]:
    """Shuffle nodes; the same seed always gives the same order."""
    return shuffled(found, context.env.random() * _MODULUS if seed is None else seed)


def shuffled(items: list[Any], seed: float) -> list[Any]:
    """Shuffle as every ODK client does: inside out, with the minimal generator of Park and Miller."""
    state = math.trunc(math.fmod(math.trunc(seed), _MODULUS)) if math.isfinite(seed) else 0
    if state <= 0:
        state += _MODULUS - 1
    mixed: list[Any] = []
    for item in items:
        state = state * _MULTIPLIER % _MODULUS
        place = int((state - 1) / (_MODULUS - 1) * (len(mixed) + 1))
        mixed.append(item)
        mixed[place], mixed[-1] = item, mixed[place]
    return mixed
