"""Walking: from a start, step by step along an axis, keeping the nodes that a test and the predicates let through."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeAlias

from askwell.logic.environment import Context
from askwell.logic.nodes import TEXT, Node
from askwell.logic.operators import in_document_order
from askwell.logic.values import Value, boolean

if TYPE_CHECKING:
    from askwell.logic.trees import Tree

Evaluator: TypeAlias = Callable[[Context], Value]
_Walk: TypeAlias = Callable[[Node], list[Node]]

_BACKWARD = frozenset({"ancestor", "ancestor-or-self", "preceding", "preceding-sibling"})
_MAY_MEET = frozenset(
    {"parent", "ancestor", "ancestor-or-self", "descendant", "descendant-or-self", "following", "preceding"}
    | {"following-sibling", "preceding-sibling"}
)


def compile_path(tree: Tree, compile_tree: Callable[[Tree], Evaluator]) -> Evaluator:
    """Prepare a path; `compile_tree` prepares its start and its predicates."""
    start, steps = tree[1], [_Step(step, compile_tree) for step in tree[2]]
    if start == "root":
        return _from_root(steps)
    if start == "ctx" and tree[2] == [["self", "node()", []]]:
        return lambda context: [context.node]
    if start == "ctx":
        return lambda context: _follow([context.node], steps, context)
    begin = compile_tree(start)

    def follow(context: Context) -> Value:
        found = begin(context)
        return _follow(found, steps, context) if isinstance(found, list) else []

    return follow


def compile_filter(tree: Tree, compile_tree: Callable[[Tree], Evaluator]) -> Evaluator:
    """Prepare predicates that apply to a whole value, as in `(//a)[1]`."""
    begin = compile_tree(tree[1])
    predicates = [compile_tree(predicate) for predicate in tree[2]]

    def keep(context: Context) -> Value:
        found = begin(context)
        return _keep(found, predicates, context) if isinstance(found, list) else []

    return keep


def _from_root(steps: list[_Step]) -> Evaluator:
    """Start at the document; the usual path, names only, is walked without any ceremony."""
    if any(not step.is_plain for step in steps):
        return lambda context: _follow([context.root], steps, context)
    names = [step.test for step in steps]

    def follow(context: Context) -> Value:
        found = [context.root]
        for name in names:
            if len(found) == 1:
                found = found[0].named.get(name, [])
            else:
                found = [child for node in found for child in node.named.get(name, ())]
        return found

    return follow


class _Step:
    __slots__ = ("axis", "is_plain", "predicates", "test", "walk")

    def __init__(self, step: list[Any], compile_tree: Callable[[Tree], Evaluator]) -> None:
        self.axis: str = step[0]
        self.test: str = step[1]
        self.predicates = [compile_tree(predicate) for predicate in step[2]]
        is_name = self.test != "*" and not self.test.endswith(")")
        self.is_plain = self.axis == "child" and is_name and not self.predicates
        self.walk: _Walk = self._children if self.axis == "child" and is_name else self._tested

    def _children(self, node: Node) -> list[Node]:
        return node.named.get(self.test, [])

    def _tested(self, node: Node) -> list[Node]:
        return [each for each in _AXES[self.axis](node) if _passes(each, self.test, self.axis)]


def _follow(found: list[Node], steps: list[_Step], context: Context) -> list[Node]:
    for step in steps:
        if len(found) == 1:
            found = _keep(step.walk(found[0]), step.predicates, context)
        else:
            found = [each for node in found for each in _keep(step.walk(node), step.predicates, context)]
        if len(found) > 1 and step.axis in _MAY_MEET:
            found = in_document_order(found)
    return found


def _keep(found: list[Node], predicates: list[Evaluator], context: Context) -> list[Node]:
    for predicate in predicates:
        size = len(found)
        found = [
            node
            for position, node in enumerate(found, start=1)
            if _holds(predicate(context.candidate(node, position, size)), position)
        ]
    return found


def _holds(value: Value, position: int) -> bool:
    if isinstance(value, float):
        return value == position
    return boolean(value)


def _passes(node: Node, test: str, axis: str) -> bool:
    if test == "node()":
        return True
    if test == "text()":
        return node.name == TEXT
    if test == "*":
        return axis == "attribute" or node.is_element
    return node.name == test


def _siblings(node: Node, *, after: bool) -> list[Node]:
    if node.parent is None or node not in node.parent.children:
        return []
    siblings = node.parent.children
    place = siblings.index(node)
    return siblings[place + 1 :] if after else siblings[:place][::-1]


def _beside(node: Node, *, after: bool) -> list[Node]:
    found: list[Node] = []
    for each in (node, *node.ancestors()):
        for sibling in _siblings(each, after=after):
            family = [sibling, *sibling.descendants()]
            found += family if after else family[::-1]
    return found


_AXES: dict[str, Callable[[Node], Iterable[Node]]] = {
    "child": lambda node: node.children,
    "parent": lambda node: [] if node.parent is None else [node.parent],
    "self": lambda node: [node],
    "attribute": lambda node: node.attributes,
    "descendant": Node.descendants,
    "descendant-or-self": lambda node: [node, *node.descendants()],
    "ancestor": Node.ancestors,
    "ancestor-or-self": lambda node: [node, *node.ancestors()],
    "following-sibling": lambda node: _siblings(node, after=True),
    "preceding-sibling": lambda node: _siblings(node, after=False),
    "following": lambda node: _beside(node, after=True),
    "preceding": lambda node: _beside(node, after=False),
}
