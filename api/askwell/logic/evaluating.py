"""From a tree to its value. A tree is prepared once, as nested functions, and may then be asked in any context."""

from __future__ import annotations

from typing import TYPE_CHECKING

from askwell.logic.environment import Context, Env, EvaluationError
from askwell.logic.functions import FUNCTIONS, Function
from askwell.logic.nodes import Node, document
from askwell.logic.operators import OPERATORS
from askwell.logic.paths import Evaluator, compile_filter, compile_path
from askwell.logic.values import Value, boolean, number

if TYPE_CHECKING:
    from collections.abc import Callable

    from askwell.logic.trees import Tree

__all__ = ["Context", "Env", "EvaluationError", "Evaluator", "compile_tree", "evaluate"]


def evaluate(tree: Tree, node: Node | None = None, env: Env | None = None, root: Node | None = None) -> Value:
    """Work a tree out once, at a node of a form; raises `EvaluationError` where it cannot be."""
    node = node or document()
    root = root or [node, *node.ancestors()][-1]
    return compile_tree(tree)(Context(node, root, env or Env()))


def compile_tree(tree: Tree) -> Evaluator:
    """Prepare a tree. A function that is unknown or miscalled raises only when the value is asked for."""
    return _COMPILERS[tree[0]](tree)


def _constant(value: Value) -> Evaluator:
    return lambda _: value


def _binary(tree: Tree) -> Evaluator:
    name, left, right = tree[1], compile_tree(tree[2]), compile_tree(tree[3])
    if name == "and":
        return lambda context: boolean(left(context)) and boolean(right(context))
    if name == "or":
        return lambda context: boolean(left(context)) or boolean(right(context))
    apply = OPERATORS[name]
    return lambda context: apply(left(context), right(context), context)


def _negative(tree: Tree) -> Evaluator:
    operand = compile_tree(tree[1])
    return lambda context: -number(operand(context))


def _call(tree: Tree) -> Evaluator:
    name, arguments = tree[1], tree[2]
    function = FUNCTIONS.get(name)
    if function is None:
        return _refusal(f"There is no function {name}().")
    if not function.accepts(len(arguments)):
        return _refusal(f"{name}() takes {function.arity}, not {len(arguments)}.")
    return _bind(function, [compile_tree(argument) for argument in arguments])


def _bind(function: Function, arguments: list[Evaluator]) -> Evaluator:
    run = function.run
    if function.takes is None:
        return lambda context: run(context, *arguments)
    readers = [function.reader(place) for place in range(len(arguments))]
    if len(arguments) == 1:
        (read,), (argument,) = readers, arguments
        return lambda context: run(context, read(argument(context)))
    pairs = list(zip(readers, arguments, strict=True))
    return lambda context: run(context, *[read(argument(context)) for read, argument in pairs])


def _refusal(message: str) -> Evaluator:
    def refuse(_: Context) -> Value:
        raise EvaluationError(message)

    return refuse


_COMPILERS: dict[str, Callable[[Tree], Evaluator]] = {
    "num": lambda tree: _constant(float(tree[1])),
    "str": lambda tree: _constant(tree[1]),
    "bin": _binary,
    "neg": _negative,
    "call": _call,
    "filter": lambda tree: compile_filter(tree, compile_tree),
    "path": lambda tree: compile_path(tree, compile_tree),
}
