"""Fill in the trees of new cases: `python tests/conformance/filling.py`, then look at the difference and commit it.

In `expressions.json` a case without a `tree` gets that of its `expression`; in `forms.json` every `{"parse": "text"}`
becomes the tree of that text. Trees that are there stay as they are: a changed one is for the tests to find.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from askwell.logic.parsing import parse

FOLDER = Path(__file__).parent


def filled(part: Any) -> Any:
    """Replace every text to be parsed, however deep it stands."""
    if isinstance(part, dict):
        if part.keys() == {"parse"}:
            return parse(part["parse"])
        return {key: filled(value) for key, value in part.items()}
    return [filled(each) for each in part] if isinstance(part, list) else part


def with_tree(case: dict[str, Any]) -> dict[str, Any]:
    """Put the tree of an expression behind it."""
    if "tree" in case:
        return case
    start = {key: case[key] for key in ("name", "expression")}
    return {**start, "tree": parse(case["expression"]), **case}


def rewrite(name: str, change: Any) -> None:
    """Write a file of cases again, one case a line."""
    path = FOLDER / name
    cases = [change(case) for case in json.loads(path.read_text(encoding="utf-8"))]
    lines = ",\n".join(json.dumps(case, ensure_ascii=False) for case in cases)
    path.write_text(f"[\n{lines}\n]\n", encoding="utf-8")


if __name__ == "__main__":
    rewrite("expressions.json", with_tree)
    rewrite("forms.json", filled)
