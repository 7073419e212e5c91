"""The expression cases of three public suites: where all three engines agree, so do we."""

from __future__ import annotations

import json
import math
import re
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from askwell.logic.evaluating import Env, EvaluationError, evaluate
from askwell.logic.parsing import ExpressionError, parse
from askwell.logic.values import Value, boolean, nodes, number, string
from conformance.exceptions import DIFFERENT_BY_POLICY
from conformance.external import DATA, at, build, full_path

if TYPE_CHECKING:
    from collections.abc import Callable

CASES = DATA / "expr_cases.json"
OFFSETS = {"America/Phoenix": "-07:00", "GMT": "+00:00"}

pytestmark = pytest.mark.skipif(not CASES.exists(), reason=f"the external cases are not at {CASES}")


@cache
def material() -> dict[str, Any]:
    """Read the cases once."""
    found: dict[str, Any] = json.loads(CASES.read_text())
    return found


def answer(case: dict[str, Any]) -> Value:
    """Evaluate a case in its document and zone; raises what the engine raises."""
    root = build(material()["documents"].get(case["doc"]))
    node = root if case["context"] == "/" else at(root, case["context"])
    now = f"2026-03-15T10:20:30{OFFSETS[case['tz']]}"
    return evaluate(parse(case["expr"]), node, Env(now=now), root)


def agrees(case: dict[str, Any]) -> bool:
    """Whether a case gives what the suite expects."""
    try:
        value = answer(case)
    except (ExpressionError, EvaluationError):
        return bool(case["kind"] == "error")
    return _is_expected(case["kind"], value, case["expected"])


def _is_expected(kind: str, value: Value, expected: Any) -> bool:
    return kind in _CHECKS and _CHECKS[kind](value, expected)


def _is_close(found: float, expected: float) -> bool:
    if math.isnan(expected):
        return math.isnan(found)
    return found == expected or math.isclose(found, expected, rel_tol=1e-6, abs_tol=1e-6)


_CHECKS: dict[str, Callable[[Value, Any], bool]] = {
    "number": lambda value, expected: _is_close(number(value), float(expected)),
    "string": lambda value, expected: string(value) == expected,
    "boolean": lambda value, expected: boolean(value) is expected,
    "string-match": lambda value, expected: re.search(expected, string(value)) is not None,
    "string-length": lambda value, expected: len(string(value)) == expected,
    "nodeset": lambda value, expected: [full_path(node) for node in nodes(value)] == expected,
}


def test_every_case_the_three_engines_agree_on_gives_their_answer() -> None:
    agreed = [case for case in material()["cases"] if case["consensus"]]
    different = {case["expr"]: case["expected"] for case in agreed if not agrees(case)}
    assert different == {}
    assert len(agreed) > 1900


def test_where_the_engines_disagree_our_differences_are_exactly_the_listed_ones() -> None:
    disputed = [case for case in material()["cases"] if not case["consensus"]]
    different = {case["expr"] for case in disputed if not agrees(case)}
    listed = {expression for expressions in DIFFERENT_BY_POLICY.values() for expression in expressions}
    assert sorted(different) == sorted(listed)
