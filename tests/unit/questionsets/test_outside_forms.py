"""Real forms and other people's test forms: all of them are answered, none crashes anything."""

import copy
import csv
import json
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pyxform.xls2xform import convert as pyxform_convert

from askwell.errors import Problem
from askwell.questionsets.checking import check
from askwell.questionsets.converting import convert
from askwell.questionsets.faults import errors_of
from askwell.questionsets.importing import file_type, read_draft
from askwell.questionsets.repairing import accept, offered

# pyxform takes these, since it does not read expressions; ours are the faults that it misses.
BROKEN_INSIDE = {"XLSForm__pyxform__bad_calc.xlsx", "XLSForm__pyxform__xl_date_ambiguous.xlsx"}
BROKEN_INSIDE |= {"onaio__onadata__error_test_form.xlsx"}
# These call functions of another vendor: the rules they stand in are left out, and the rest works.
OTHER_DIALECT = {
    "PovertyAction__SurveyCTO-Templates__Likert_template.xlsx",
    "PovertyAction__SurveyCTO-Templates__date_allows_dk.xlsx",
    "PovertyAction__SurveyCTO-Templates__repeat_allows_selection.xlsx",
}
NOT_AS_DECLARED = {
    "test_external_instances_multiple_diff_pulldatas": "an expression has to be one, which pyxform does not look at",
    "test_validate_with_more_unicode": "an expression has to be one, which pyxform does not look at",
    "test_name__from_file__invalid_characters__error": "it needs a file beside the form, which no table has",
}


@dataclass
class Workbook:
    """A workbook, whether pyxform alone converts it, and its rows, or why there are none."""

    name: str
    data: bytes
    converts: bool
    draft: dict[str, Any]
    problem: str = ""


def read(folder: Path, row: dict[str, str]) -> Workbook:
    name, converts = row["file"], row["converts"] == "True"
    data = (folder / name).read_bytes()
    try:
        return Workbook(name, data, converts, read_draft(data, file_type("", name)))
    except Problem as problem:
        return Workbook(name, data, converts, {}, problem.sentence)


@pytest.fixture(scope="module")
def workbooks(shared_data: Path) -> list[Workbook]:
    with (shared_data / "xlsform" / "manifest.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 134
    return [read(shared_data / "xlsform" / "forms", row) for row in rows]


@pytest.mark.slow
def test_every_workbook_compiles_or_says_why_not(workbooks: list[Workbook]) -> None:
    compiled, refused, unread = [], [], []
    for book in workbooks:
        if book.problem:
            assert "Duplicate column header" in book.problem, book.name
            assert not book.converts
            unread.append(book.name)
            continue
        checked = check(book.draft)
        for fault in checked.faults:
            assert fault.message, book.name
            assert fault.remedy, book.name
        (compiled if checked.ok else refused).append(book.name)
        expected = book.converts and book.name not in BROKEN_INSIDE
        assert checked.ok == expected, (book.name, errors_of(checked.faults))
        left_out = checked.ok and any(fault.code == "unknown_function" for fault in checked.faults)
        assert left_out == (book.name in OTHER_DIALECT), book.name
    assert (len(compiled), len(refused), len(unread)) == (87, 45, 2)


@pytest.mark.slow
def test_the_rows_of_a_workbook_give_the_xml_of_the_workbook(workbooks: list[Workbook]) -> None:
    for book in workbooks:
        if not book.converts:
            continue
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            expected = pyxform_convert(xlsform=book.data).xform
        assert convert(book.draft).xform == expected, book.name


@pytest.mark.slow
def test_repairs_of_every_workbook_leave_fewer_faults_and_nothing_to_repair(workbooks: list[Workbook]) -> None:
    repaired = []
    for book in workbooks:
        offers = [] if book.problem else offered(book.draft)
        if not offers:
            continue
        before = copy.deepcopy(book.draft)
        mended, done = accept(book.draft, [repair.id for repair in offers])
        assert (len(done), book.draft) == (len(offers), before), book.name
        assert offered(mended) == [], book.name
        wrong = [len(errors_of(check(draft).faults)) for draft in (book.draft, mended)]
        assert wrong[1] < wrong[0] or {repair.id.partition(":")[0] for repair in done} == {"bent_quotes"}, book.name
        repaired.append(book.name)
    assert len(repaired) == 18


def test_every_markdown_form_ends_as_declared(shared_data: Path) -> None:
    cases = json.loads((shared_data / "xlsform" / "md_cases.json").read_text(encoding="utf-8"))
    assert len(cases) == 504
    otherwise = {case["test"] for case in cases if _is_taken(case["md"]) != case["converts"]}
    assert otherwise == NOT_AS_DECLARED.keys()


def _is_taken(table: str) -> bool:
    try:
        return check(read_draft(table.encode(), ".md")).ok
    except Problem:
        return False
