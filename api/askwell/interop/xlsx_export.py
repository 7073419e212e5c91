"""Answers as an Excel workbook: every text is written as text, so no spreadsheet can take it for a formula."""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import xlsxwriter

from askwell.database import Database
from askwell.interop.columns import Number, Wish
from askwell.interop.rows import table
from askwell.questionsets.importing import WORKBOOK
from askwell.rounds.models import Round

MEDIA_TYPE = WORKBOOK
_LONGEST_CELL = 32_767
_CUT = "… (the CSV has all of it)"
_DIGITS_OF_A_FLOAT = 15
_PIECE = 64 * 1024


def write(database: Database, round_: Round, wish: Wish) -> Iterator[bytes]:
    """Yield the file in pieces. It is made in a temporary folder that is deleted with the last piece."""
    with tempfile.TemporaryDirectory(prefix="askwell-") as folder:
        path = Path(folder) / "answers.xlsx"
        _fill(path, table(database, round_, wish))
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                yield piece


def _fill(path: Path, rows: Iterator[Sequence[str]]) -> None:
    options = {"constant_memory": True, "tmpdir": str(path.parent)}
    with xlsxwriter.Workbook(str(path), options) as workbook:
        sheet = workbook.add_worksheet("answers")
        sheet.freeze_panes(1, 0)
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, Number) and len(cell) <= _DIGITS_OF_A_FLOAT:
                    sheet.write_number(number, column, float(cell))
                elif cell:
                    sheet.write_string(number, column, _fitting(cell))


def _fitting(cell: str) -> str:
    if len(cell) <= _LONGEST_CELL:
        return cell
    return cell[: _LONGEST_CELL - len(_CUT)] + _CUT
