"""States of public forms, recorded from ODK's own engine: after the same answers our form is in the same state.

Left out, and counted: forms the compiler refuses. What else differs is listed with its reason.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from askwell.conformance import recordings
from askwell.logic.forms import Definition
from askwell.questionsets.compiling import compile_draft
from askwell.questionsets.importing import read_draft
from conformance.external import DATA

VECTORS = DATA / "vectors"
RECORDED = sorted(VECTORS.glob("*.json"))

OUTSIDE = {
    "chance came out otherwise": ["QTools2__CDR1", "QTools2__nonascii1", "QTools2__save_"],
    "a sum, a largest or a smallest of nothing is 0; ids come by chance": ["MSNA-kobo-tool_draft_v11"],
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


def _is_outside(name: str) -> bool:
    return any(part in name for parts in OUTSIDE.values() for part in parts)


@pytest.mark.slow
@pytest.mark.parametrize("vector", RECORDED, ids=[vector.name[:-5] for vector in RECORDED])
def test_the_form_is_in_the_recorded_state(vector: Any) -> None:
    if _is_outside(vector.name):
        pytest.skip("listed among the differences")
    recording = json.loads(vector.read_text())
    document = compiled(vector.name.removesuffix(".json"))
    if document is None:
        pytest.skip("the compiler refuses the form")
    definition, told = Definition(document), recordings.told_by_phone(recording)
    runs = recording["runs"]
    found = [list(recordings.differences(recordings.opened(definition, recording, run), run, told)) for run in runs]
    assert found == [[] for _ in runs]
