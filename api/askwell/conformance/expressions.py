"""Single expressions with the value they should have, each in a document, at a node and in a zone."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any

from askwell.conformance.documents import at, build, full_path
from askwell.conformance.outcomes import Disagreement, Outcome
from askwell.logic.environment import Env
from askwell.logic.evaluating import evaluate
from askwell.logic.parsing import parse
from askwell.logic.values import Value, boolean, nodes, number, string

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from askwell.logic.nodes import Node

NOW = "2026-03-15T10:20:30"
OFFSETS = {"America/Phoenix": "-07:00", "GMT": "+00:00", "UTC": "+00:00"}
_CLOSE = 1e-6
_ERROR = "error"

Case = dict[str, Any]


def run(material: Mapping[str, Any]) -> Outcome:
    """Ask every case, but for those of which the file says that public engines disagree (`consensus: false`)."""
    cases = material["cases"]
    asked = [case for case in cases if case.get("consensus", True)]
    wrong = [found for case in asked if (found := difference(material, case)) is not None]
    skipped = len(cases) - len(asked)
    return Outcome(len(asked) - len(wrong), wrong, skipped, "public engines disagree about them")


def difference(material: Mapping[str, Any], case: Case) -> Disagreement | None:
    """Tell how a case comes out otherwise than it should; nothing if it does not."""
    root = build(material.get("documents", {}).get(case.get("doc") or ""))
    node = place(root, case)
    name = f"case {case.get('id', '?')}"
    if node is None:
        return Disagreement(name, f"the place {case['context']}", "there", "missing")
    found = answer(root, node, case)
    if found is not None and _is_expected(case["kind"], found, case["expected"]):
        return None
    if found is None and case["kind"] == _ERROR:
        return None
    return Disagreement(name, case["expr"], case["expected"], shown(case["kind"], found))


def answer(root: Node, node: Node, case: Case) -> Value | None:
    """Give the value of a case's expression; nothing where it has none, as where a rule of a form is disabled."""
    try:
        return evaluate(parse(case["expr"]), node, Env(now=now_of(case)), root)
    except (ValueError, ArithmeticError, RecursionError):  # errors of parsing and evaluating are ValueErrors
        return None


def place(root: Node, case: Case) -> Node | None:
    """Find the node a case is asked at; nothing where its document has none."""
    context = case.get("context", "/")
    try:
        return root if context == "/" else at(root, context)
    except (KeyError, IndexError):
        return None


def now_of(case: Case) -> str:
    """Give the clock of a case; a zone that is not known counts as UTC."""
    return f"{NOW}{OFFSETS.get(case.get('tz', 'UTC'), '+00:00')}"


def shown(kind: str, found: Value | None) -> Any:
    """Write a value as its kind of case has it."""
    if found is None:
        return _ERROR
    return _READ[kind](found) if kind in _READ else string(found)


def _paths(value: Value) -> list[str]:
    return [full_path(node) for node in nodes(value)]


def _length(value: Value) -> int:
    return len(string(value))


_READ: dict[str, Callable[[Value], Any]] = {
    "number": number,
    "boolean": boolean,
    "nodeset": _paths,
    "string-length": _length,
}


def _is_expected(kind: str, value: Value, expected: Any) -> bool:
    found = shown(kind, value)
    if kind == "number":
        return _is_close(found, float(expected))
    if kind == "string-match":
        return re.search(expected, found) is not None
    return kind != _ERROR and bool(found == expected)


def _is_close(found: float, expected: float) -> bool:
    if math.isnan(expected):
        return math.isnan(found)
    return found == expected or math.isclose(found, expected, rel_tol=_CLOSE, abs_tol=_CLOSE)
