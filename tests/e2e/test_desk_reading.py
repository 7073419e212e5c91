"""An editor reads what came in: counts, what was set aside, and the two kinds of file."""

import csv
from pathlib import Path
from typing import Any

import httpx
import openpyxl
import pytest
from playwright.sync_api import BrowserContext, expect

from askwell.demonstration.phone import Phone
from support.member import Member
from support.programme import Programme
from support.questions import SHIFTS
from support.rounds import changed, item
from support.serving import ServerProcess

NOON = "2026-11-23T12:00:00.000+01:00"
TIMES = 8
NAMES = ("swap", "why", "weeks", "else")
# What is given, and how a table in words shows it.
GIVEN = {
    ("yes", ".not_asked", "2", ".skipped"): ("Yes", ".not_asked", "2", ".skipped"),
    ("no", "=1+1", "0", ".rather_not_say"): ("No", "'=1+1", "0", ".rather_not_say"),
    ("no", "Pay.", "4", ".not_reached"): ("No", "Pay.", "4", ".not_reached"),
}


@pytest.fixture
def interviews(programme: Programme, server: ServerProcess) -> dict[str, Any]:
    """Return interviews enough to show, one that nobody can read, and one that came in two versions."""
    opened = programme.open(programme.publish(SHIFTS), "Winter", mode="interview")
    with httpx.Client(base_url=server.url) as client:
        phone = Phone(client)
        phone.join(opened["join_code"])
        items = [phone.freeze(answers(*given), "en", NOON) for given in [*GIVEN] * TIMES]
        sent = phone.send([*items, item("half of an answ"), changed(items[0], key_id="another")])
    assert [one["status"] for one in sent] == ["received"] * 3 * TIMES + ["quarantined", "conflict"]
    return opened


def answers(*given: str) -> dict[str, dict[str, str]]:
    """Return answers by path; what begins with a dot is the reason why there is none."""
    return {
        f"/data/{name}": {"missing": one[1:]} if one.startswith(".") else {"value": one}
        for name, one in zip(NAMES, given, strict=True)
    }


@pytest.mark.usefixtures("interviews")
def test_an_editor_reads_counts_what_was_set_aside_and_both_files(
    desk: BrowserContext, server: ServerProcess, tmp_path: Path
) -> None:
    editor = Member(desk.new_page(), server.url)
    editor.sign_in()
    editor.go_to("Rounds")
    editor.open("Winter")
    editor.sees("20–49 people")
    editor.open("Results")

    swap = editor.page.get_by_role("listitem").filter(has_text="Can you swap shifts?")
    expect(swap.get_by_role("row", name="Yes 8")).to_be_visible()
    expect(swap.get_by_role("row", name="No 16")).to_be_visible()

    rows = csv.DictReader(editor.saves("Table (.csv)", tmp_path).read_text("utf-8-sig").splitlines())
    assert sorted(tuple(row[name] for name in NAMES) for row in rows) == sorted([*GIVEN.values()] * TIMES)
    sheet = openpyxl.load_workbook(editor.saves("Excel (.xlsx)", tmp_path)).worksheets[0]
    head, *cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert sorted(str(row[head.index("why")]) for row in cells) == sorted([".not_asked", "=1+1", "Pay."] * TIMES)
    assert {type(row[head.index("weeks")]) for row in cells} == {int}

    editor.open("Submissions that were not understood")
    editor.page.get_by_text("What the phone sent", exact=True).click()
    editor.sees("half of an answ")
    editor.page.go_back()
    editor.open("Two versions of the same interview")
    editor.reads("Counts in the results")
    editor.reads("Kept beside it")
