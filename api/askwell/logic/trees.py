"""Expression trees as `docs/version-format.md` writes them, and the walk over one that everything else is built on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

Tree: TypeAlias = list[Any]

DEEPEST = 200
"""A tree deeper than this is refused when it is parsed, so that no engine can run out of stack."""


def children(tree: Tree) -> Iterator[Tree]:
    """Yield every tree directly inside this one: operands, arguments, where a path starts, its predicates."""
    kind = tree[0]
    if kind == "bin":
        yield from tree[2:]
    elif kind == "neg":
        yield tree[1]
    elif kind == "call":
        yield from tree[2]
    elif kind == "filter":
        yield tree[1]
        yield from tree[2]
    elif kind == "path":
        if not isinstance(tree[1], str):
            yield tree[1]
        for _axis, _test, predicates in tree[2]:
            yield from predicates


def walk(tree: Tree) -> Iterator[Tree]:
    """Yield this tree and every tree inside it, outermost first."""
    waiting = [tree]
    while waiting:
        current = waiting.pop()
        yield current
        waiting.extend(reversed(list(children(current))))


def depth(tree: Tree) -> int:
    """Count how many trees stand inside one another."""
    deepest, level = 0, [tree]
    while level:
        deepest += 1
        level = [child for each in level for child in children(each)]
    return deepest


def functions_used(tree: Tree) -> set[str]:
    """Name the functions an expression calls, known or not."""
    return {each[1] for each in walk(tree) if each[0] == "call"}
