"""The files that a draft names: in the columns for pictures, sounds and films, in types, and in pulldata()."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from askwell.questionsets.question_types import read_type
from askwell.questionsets.rows import Draft, Row, rows_of

SHOWN = ("image", "big-image", "audio", "video")
"""Columns that name what is shown or played."""

_PULLED = re.compile(r"pulldata\s*\(\s*['\"]([^'\"]+)['\"]")
_EXTERNAL = {"csv-external": ".csv", "xml-external": ".xml"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file that a cell names. `column` is one of `SHOWN`, or the one that reads the list."""

    name: str
    row: Row
    column: str
    language: str = ""

    @property
    def is_list(self) -> bool:
        """Whether it is read rather than shown."""
        return self.column not in SHOWN


def wanted(draft: Draft) -> list[Wanted]:
    """List every file that a draft names, each place in the order of the workbook."""
    survey = rows_of(draft, "survey")
    return [*(each for row in survey for each in _lists(row)), *_shown([*survey, *rows_of(draft, "choices")])]


def base_name(written: str) -> str:
    """Return the name of a file without `jr://images/` and the like."""
    return written.rpartition("/")[2]


def _shown(rows: list[Row]) -> Iterator[Wanted]:
    for row in rows:
        for column, language in row.cells:
            name = base_name(row.get(column, language)) if column in SHOWN else ""
            if name and "${" not in name:
                yield Wanted(name, row, column, language)


def _lists(row: Row) -> Iterator[Wanted]:
    written = read_type(row.get("type"))
    if written is not None and written.from_file and "." in written.list_name:
        yield Wanted(written.list_name, row, "type")
    if written is not None and written.kind in _EXTERNAL:
        yield Wanted(row.get("name") + _EXTERNAL[written.kind], row, "name")
    for (column, language), text in row.cells.items():
        for name in _PULLED.findall(text):
            yield Wanted(name if name.endswith(".csv") else f"{name}.csv", row, column, language)
