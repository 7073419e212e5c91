"""A draft leaves as an XLSForm workbook and comes back as the same rows, and so as the same version."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pytest

from askwell.questionsets.compiling import compile_draft
from askwell.questionsets.exporting import workbook_of
from askwell.questionsets.importing import UnreadableFile, read_draft
from conformance.external import DATA

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMS = sorted(path for path in (DATA / "forms").rglob("*") if path.suffix in {".xlsx", ".xls", ".csv", ".md"})


def test_the_same_rows_come_back_blank_ones_and_columns_of_our_own_included(desk: Any) -> None:
    made = desk.bring()
    survey = [
        {"type": "text", "name": "day", "label::English (en)": "=1+1", "theme": "voice"},
        {},
        {"type": "integer", "name": "code", "label::English (en)": "01", "intent": "Two\nlines"},
    ]
    draft = {**made["draft"], "survey": survey}
    saved = desk.save(made, draft).json()
    answer = desk.client.get(f"{desk.url}/{made['id']}/draft.xlsx")
    assert answer.headers["Content-Type"] == XLSX
    assert "filename*=UTF-8''Two%20years.xlsx" in answer.headers["Content-Disposition"]
    again = desk.client.post(f"{desk.url}/imports", content=answer.content, headers={"Content-Type": XLSX}).json()
    assert again["draft"] == saved["draft"] == draft


def test_an_empty_draft_has_the_columns_to_begin_with(desk: Any) -> None:
    made = desk.make(title="Nothing yet")
    answer = desk.client.get(f"{desk.url}/{made['id']}/draft.xlsx")
    sheets = openpyxl.load_workbook(io.BytesIO(answer.content))
    assert [cell.value for cell in sheets["survey"][1]] == ["type", "name", "label"]
    assert [cell.value for cell in sheets["choices"][1]] == ["list_name", "name", "label"]


def test_the_longest_text_that_a_draft_takes_fits_into_a_cell(desk: Any) -> None:
    made = desk.bring()
    survey = [*made["draft"]["survey"], {"type": "note", "name": "long", "label::English (en)": "ñ" * 32_767}]
    saved = desk.save(made, {**made["draft"], "survey": survey}).json()
    answer = desk.client.get(f"{desk.url}/{made['id']}/draft.xlsx")
    assert read_draft(answer.content, ".xlsx") == saved["draft"]


@pytest.mark.slow
@pytest.mark.skipif(not FORMS, reason=f"the public forms are not at {DATA}")
@pytest.mark.parametrize("path", FORMS, ids=[path.name for path in FORMS])
def test_a_public_form_comes_back_as_it_was(path: Any) -> None:
    try:
        draft = read_draft(path.read_bytes(), path.suffix)
    except UnreadableFile:
        pytest.skip("not a question set")
    back = read_draft(workbook_of(draft), ".xlsx")
    assert back == draft
    assert compile_draft(back).xform == compile_draft(draft).xform
