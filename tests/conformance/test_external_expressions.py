"""The expression cases of three public suites: where all three engines agree, so do we."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest

from askwell.conformance import expressions
from conformance.exceptions import DIFFERENT_BY_POLICY
from conformance.external import DATA

CASES = DATA / "expr_cases.json"

pytestmark = pytest.mark.skipif(not CASES.exists(), reason=f"the external cases are not at {CASES}")


@cache
def material() -> dict[str, Any]:
    """Read the cases once."""
    found: dict[str, Any] = json.loads(CASES.read_text())
    return found


def test_every_case_the_three_engines_agree_on_gives_their_answer() -> None:
    outcome = expressions.run(material())
    assert [each.line for each in outcome.disagreements] == []
    assert outcome.passed > 1900


def test_where_the_engines_disagree_our_differences_are_exactly_the_listed_ones() -> None:
    disputed = [case for case in material()["cases"] if not case["consensus"]]
    different = {case["expr"] for case in disputed if expressions.difference(material(), case)}
    listed = {expression for listed in DIFFERENT_BY_POLICY.values() for expression in listed}
    assert sorted(different) == sorted(listed)
