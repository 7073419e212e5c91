"""States of public forms, recorded from ODK's own engine: after the same answers our form is in the same state.

Left out, and counted: interviews that added repeats (screens for them come later), what the phone tells of itself, and
forms the compiler refuses. Numbers and places are compared as numbers, for that engine rewrites `18` as `18.0` when it
is answered; ours keeps what the person wrote. What else differs is listed with its reason.
"""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

import pytest

from askwell.logic.environment import Env
from askwell.logic.forms import Definition, Form
from askwell.questionsets.compiling import compile_draft
from askwell.questionsets.importing import read_draft
from conformance.external import DATA

if TYPE_CHECKING:
    from collections.abc import Iterator

VECTORS = DATA / "vectors"
RECORDED = sorted(VECTORS.glob("*.json"))

OUTSIDE = {
    "loops are not repeats": ["loop.csv", "simple_loop.csv", "transportation"],
    "the phone fills these in, not the rules": ["flat_xlsform_test.xlsx"],
    "a typed answer to a list that the test invented": ["case_insensitivity.csv", "choice_name_as_type.xls"],
    "a calculated answer that is none of the choices is kept": ["onaio__onadata__select_one_choices_test"],
    "a choice without the filter's column has a blank there": ["or_other.xlsx"],
    "a range takes what it is given; its screen sees to the steps": ["all-question-types"],
}

pytestmark = pytest.mark.skipif(not RECORDED, reason=f"the recorded states are not at {VECTORS}")


def compiled(form: str) -> dict[str, Any] | None:
    """Compile the workbook a recording was made from, if it can be."""
    found = next(DATA.joinpath("forms").rglob(form), None)
    return None if found is None else compile_draft(read_draft(found.read_bytes())).document or None


def interviews(recording: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the runs in which no repeat has been added or taken away."""
    for run in recording["runs"]:
        if all(count == 1 for count in run["repeats"].values()):
            yield run


def opened(definition: Definition, recording: dict[str, Any], run: dict[str, Any]) -> Form:
    """Answer as the recording did."""
    now = recording["clock"].replace("Z", ".000+00:00")
    form = Form(definition, Env(now=now, language=definition.default_language, random=lambda: 0.5))
    for verb, path, *value in run["steps"]:
        if verb == "set" and path in form.paths:
            form.set(path, *value)
    return form


def differences(form: Form, run: dict[str, Any], told_by_phone: set[str]) -> Iterator[tuple[str, str, Any, Any]]:
    """Yield path, what, recorded and ours wherever they are not the same."""
    for path, recorded in run["state"].items():
        if "/meta/" in path or recorded["v"] in told_by_phone:
            continue
        ours = state(form, path)
        for key, value in ours.items():
            if key in {"v", "req", "ro", "options"} and not recorded["rel"]:
                continue
            if not same(value, recorded.get(key, False)):
                yield path, key, recorded.get(key), value


def state(form: Form, path: str) -> dict[str, Any]:
    """Tell a node's state in the words of the recording."""
    found = form.get(path)
    told: dict[str, Any] = {"v": found.value, "rel": found.relevant, "req": found.required, "ro": found.readonly}
    told["bad_constraint"] = not found.constraint_ok
    told["missing"] = found.required and found.relevant and not found.value
    if form.node(path).get("list") in form.definition.lists:
        told["options"] = [choice.name for choice in form.choices(path)]
    return told


def same(ours: Any, recorded: Any) -> bool:
    """Compare, words of digits as numbers."""
    if ours == recorded or not isinstance(ours, str) or not isinstance(recorded, str):
        return bool(ours == recorded)
    pairs = list(zip(ours.split(), recorded.split(), strict=False))
    return bool(pairs) and all(a == b or _number(a) == _number(b) for a, b in pairs)


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return math.nan


def _is_outside(name: str) -> bool:
    return any(part in name for parts in OUTSIDE.values() for part in parts)


@pytest.mark.slow
@pytest.mark.parametrize("vector", RECORDED, ids=[vector.name[:-5] for vector in RECORDED])
def test_the_form_is_in_the_recorded_state(vector: Any) -> None:
    if _is_outside(vector.name):
        pytest.skip("listed among the differences")
    recording = json.loads(vector.read_text())
    document = compiled(vector.name.removesuffix(".json"))
    runs = list(interviews(recording))
    if document is None or not runs:
        pytest.skip("the compiler refuses the form" if document is None else "only interviews with repeats")
    definition = Definition(document)
    told_by_phone = set(recording["preload"].values())
    found = [list(differences(opened(definition, recording, run), run, told_by_phone)) for run in runs]
    assert found == [[] for _ in runs]
