"""The project's own expression cases. The phone's engine reads the same file; a bug becomes a case here first.

A case holds the expression, its tree, `nodes` (path → text; the paths are made), the `context` where it is asked, what
the world says (`now`, `random`, `language`, `instances`), `as` what it is read, and what is expected: NaN and Infinity
as texts, nodes as paths, `error` where it cannot be worked out. To add a case, write it without its tree and run
`python tests/conformance/filling.py`, which parses what has no tree yet.
"""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest

from askwell.conformance.documents import at
from askwell.logic.environment import Context, Env, EvaluationError
from askwell.logic.evaluating import compile_tree
from askwell.logic.nodes import document, rows
from askwell.logic.parsing import parse
from askwell.logic.values import Value, boolean, nodes, number, string
from conformance.external import make

FOLDER = Path(__file__).parent
FILES = ["expressions.json", "drawn_expressions.json"]
CASES: list[dict[str, Any]] = [
    case for name in FILES for case in json.loads((FOLDER / name).read_text(encoding="utf-8"))
]


def asked(case: dict[str, Any]) -> Value:
    """Evaluate the tree of a case where and when it says."""
    root = document()
    for path, text in case["nodes"].items():
        make(root, path).value = text
    instances = {name: rows(records) for name, records in case.get("instances", {}).items()}
    env = Env(
        now=case.get("now", "2026-03-15T10:20:30.000+00:00"),
        random=lambda: case.get("random", 0.5),
        uuid=lambda: "00000000-0000-4000-8000-000000000000",
        language=case.get("language", "en"),
        instance=instances.get,
    )
    node = at(root, case["context"]) if "context" in case else root
    return compile_tree(case["tree"])(Context(node, root, env))


def shown(kind: str, value: Value) -> Any:
    """Write a value as the cases do."""
    if kind == "number":
        found = number(value)
        return found if math.isfinite(found) else string(found)
    if kind == "nodeset":
        return [node.path() for node in nodes(value)]
    return boolean(value) if kind == "boolean" else string(value)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_expression_gives_what_is_expected(case: dict[str, Any]) -> None:
    if case["as"] == "error":
        with pytest.raises(EvaluationError):
            asked(case)
        return
    found = shown(case["as"], asked(case))
    expected = case["expected"]
    assert found == (pytest.approx(expected, rel=1e-12) if isinstance(found, float) else expected)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_expression_is_read_as_its_tree(case: dict[str, Any]) -> None:
    assert parse(case["expression"]) == case["tree"]


def test_every_case_has_a_name_of_its_own() -> None:
    names = [case["name"] for case in CASES]
    assert len(set(names)) == len(names) >= 150
