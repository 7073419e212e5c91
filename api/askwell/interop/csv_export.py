"""Answers as CSV (RFC 4180, UTF-8), safe to open in a spreadsheet.

The byte order mark at its beginning tells Excel that it is UTF-8; without it, accents come out as other signs.
A text that a spreadsheet would run as a formula gets an apostrophe before it; what is only a number stays one, negative
ones too. Source: OWASP, CSV injection.
"""

import codecs
import csv
import io
from collections.abc import Iterator

from askwell.database import Database
from askwell.interop.columns import Number, Wish, number_or_text
from askwell.interop.rows import table
from askwell.rounds.models import Round

MEDIA_TYPE = "text/csv; charset=utf-8"
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001  spreadsheets read them


def write(database: Database, round_: Round, wish: Wish) -> Iterator[bytes]:
    """Yield the file in pieces."""
    yield codecs.BOM_UTF8
    text = io.StringIO()
    writer = csv.writer(text)
    for row in table(database, round_, wish):
        writer.writerow([_safe(cell) for cell in row])
        yield text.getvalue().encode()
        text.seek(0)
        text.truncate()


def _safe(cell: str) -> str:
    if isinstance(number_or_text(cell), Number) or not cell.startswith(_STARTS_A_FORMULA):
        return cell
    return f"'{cell}"
