"""A draft as an XLSForm workbook, for spreadsheets, ODK and KoboToolbox; read back in, it gives the same rows.

Every cell is text, so that `01` stays `01` and nothing is taken for a formula. A blank row stays where it is: what a
check says of row 7 is in row 7 of the workbook, too.
"""

import io
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from typing import Any

import xlsxwriter

from askwell.questionsets.rows import Draft

_FIRST = ("survey", "choices", "settings")
_USUAL = {
    "survey": ["type", "name", "label"],
    "choices": ["list_name", "name", "label"],
    "settings": ["form_title", "form_id"],
}


def workbook_of(draft: Draft) -> bytes:
    """Write the sheets of a draft; its cells are no longer than those of a workbook may be."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as workbook:
        bold = workbook.add_format({"bold": True})
        for name in [*_FIRST, *(other for other in draft if other not in _FIRST)]:
            rows = draft.get(name) or []
            _write(workbook.add_worksheet(name), name, [rows] if isinstance(rows, dict) else rows, bold)
    return file.getvalue()


def _write(sheet: Any, name: str, rows: list[dict[str, Any]], bold: Any) -> None:
    headers = _headers(rows) or _USUAL.get(name, [])
    sheet.freeze_panes(1, 0)
    for column, header in enumerate(headers):
        sheet.write_string(0, column, header, bold)
    for number, row in enumerate(rows, start=1):
        for column, header in enumerate(headers):
            if row.get(header):
                sheet.write_string(number, column, str(row[header]))


def _headers(rows: list[dict[str, Any]]) -> list[str]:
    """Order the columns so that every row keeps its own order; where rows contradict each other, as they first come."""
    before: dict[str, set[str]] = {header: set() for row in rows for header in row}
    for row in rows:
        for earlier, later in pairwise(row):
            before[later].add(earlier)
    try:
        return list(TopologicalSorter(before).static_order())
    except CycleError:
        return list(before)
