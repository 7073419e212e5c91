"""The project's own form cases: a version, what somebody does, and what the form is then. The phone reads them too.

Steps are `["set", path, value]`, `["now", time]`, `["language", code]`, `["finish"]`, and for repeats `["add", series]`
and `["remove", path]`; with `saved` an interview is
taken up again. Of `expected` only the keys named are compared. `changed` is what the last step answers, `values` what
is kept, `labels` those of the choices, `texts` what stands on the screen, `faults` the rules left out.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from askwell.logic.environment import Env
from askwell.logic.forms import Definition, Form

CASES: list[dict[str, Any]] = [
    case
    for file in sorted(Path(__file__).parent.glob("forms*.json"))
    for case in json.loads(file.read_text(encoding="utf-8"))
]
ENV = Env(
    now="2026-03-15T10:20:30.000+01:00",
    random=lambda: 0.5,
    uuid=lambda: "00000000-0000-4000-8000-000000000000",
    language="en",
)


def played(case: dict[str, Any]) -> tuple[Form, set[str]]:
    """Open the version and do what the steps say; gives the form and what the last step changed."""
    form = Form(Definition(case["version"]), ENV, case.get("saved"))
    changed: set[str] = set()
    for verb, *rest in case["steps"]:
        changed = _STEPS[verb](form, *rest)
    return form, changed


_STEPS: dict[str, Any] = {
    "set": lambda form, path, value: form.set(path, value),
    "now": lambda form, now: form.use(now=now),
    "language": lambda form, code: form.use(language=code),
    "finish": lambda form: form.finish(),
    "add": lambda form, series: form.add(series),
    "remove": lambda form, path: form.remove(path),
}


def told(form: Form, path: str, key: str) -> Any:
    """Ask the form for one thing about a node."""
    if key == "choices":
        return [choice.name for choice in form.choices(path)]
    return getattr(form.get(path), key)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_form_is_as_expected(case: dict[str, Any]) -> None:
    form, changed = played(case)
    states = {path: {key: told(form, path, key) for key in state} for path, state in case["expected"].items()}
    texts = case.get("texts", {})
    shown = {path: {kind: form.text(path, kind) for kind in kinds} for path, kinds in texts.items()}
    labels = {path: [choice.label for choice in form.choices(path)] for path in case.get("labels", {})}
    faults = [[fault.path, fault.rule] for fault in form.faults]
    assert (states, shown, labels, faults) == (
        case["expected"],
        texts,
        case.get("labels", {}),
        case.get("faults", []),
    )
    assert sorted(changed) == sorted(case.get("changed", changed))
    assert form.values() == case.get("values", form.values())


def test_there_are_enough_cases_and_each_has_a_name_of_its_own() -> None:
    names = [case["name"] for case in CASES]
    assert len(set(names)) == len(names) >= 40
