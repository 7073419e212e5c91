"""Reads a draft from a file: .xlsx, .xlsm, .xls, .csv a Markdown table; every column and the order of rows are kept."""

import io
import warnings
import zipfile
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from pyxform.errors import PyXFormError
from pyxform.xls2json_backends import DefinitionData, get_xlsform

from askwell.errors import TooLarge, Unprocessable
from askwell.questionsets.drafting import title_of
from askwell.questionsets.rows import read_header

MEBIBYTE = 1024 * 1024
LARGEST_FILE = 10 * MEBIBYTE
MOST_ENTRIES = 200
LARGEST_UNPACKED = 50 * MEBIBYTE
HIGHEST_RATIO = 100

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
"""The media type of .xlsx."""

_BY_MEDIA_TYPE = {
    WORKBOOK: ".xlsx",
    "application/vnd.ms-excel.sheet.macroenabled.12": ".xlsm",
    "application/vnd.ms-excel": ".xls",
    "text/csv": ".csv",
    "text/markdown": ".md",
}
MEDIA_TYPES = tuple(_BY_MEDIA_TYPE)
_DAMAGED = "This file could not be read as a question set. Open it in a spreadsheet program and save it again."
_OTHER_SHEETS = ("external_choices", "entities", "osm")
_OLE = b"\xd0\xcf\x11\xe0"


class FileTooLarge(TooLarge):
    """A workbook that is too large, or that would become so when unpacked."""

    code = "file_too_large"
    sentence = "This file is too large for a question set. Remove pictures and unused sheets, then send it again."


class UnreadableFile(Unprocessable):
    """A file that is no question set."""

    code = "unreadable_file"
    sentence = "This file could not be read as a question set."


@dataclass(frozen=True, slots=True)
class Imported:
    """A draft read from a file, and the title it had there."""

    title: str
    draft: dict[str, Any]


def read_question_set(data: bytes, media_type: str, filename: str) -> Imported:
    """Read a file into a draft; its title is that of the settings sheet, or else the name of the file."""
    draft = read_draft(data, file_type(media_type, filename))
    title = title_of(draft) or PurePosixPath(filename).stem or "Imported question set"
    return Imported(" ".join(title.split())[:200], draft)


def file_type(media_type: str, filename: str) -> str:
    """Tell the kind of a file from its name, or else from its media type; `""` leaves it to the bytes."""
    suffix = PurePosixPath(filename).suffix.lower()
    if suffix in _BY_MEDIA_TYPE.values():
        return suffix
    return _BY_MEDIA_TYPE.get(media_type.partition(";")[0].strip().lower(), "")


def read_draft(data: bytes, kind: str = "") -> dict[str, Any]:
    """Read the rows of a file; raises `FileTooLarge` or `UnreadableFile`, saying what to do about it."""
    if len(data) > LARGEST_FILE:
        raise FileTooLarge
    kind = _kind_of(data, kind)
    if kind in {".xlsx", ".xlsm"}:
        _refuse_bombs(data)
    elif kind in {".csv", ".md"}:
        data = _utf8(data)
    return _draft(_sheets(data, kind))


def _kind_of(data: bytes, named: str) -> str:
    """Believe the bytes of a workbook more than its name: people rename files."""
    if data.startswith(b"PK\x03\x04"):
        return ".xlsx"
    if data.startswith(_OLE):
        return ".xls"
    if named in {".csv", ".md"}:
        return named
    if named:
        sentence = f"This is no {named} workbook, or it is damaged. Open it in a spreadsheet program and save it again."
        raise UnreadableFile(sentence)
    return ".md" if data.lstrip().startswith(b"|") else ".csv"


def _refuse_bombs(data: bytes) -> None:
    """Look at the table of contents before anything is unpacked."""
    try:
        entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except zipfile.BadZipFile as error:
        sentence = "This workbook is damaged. Open it in a spreadsheet program and save it again."
        raise UnreadableFile(sentence) from error
    unpacked = sum(entry.file_size for entry in entries)
    packed = max(sum(entry.compress_size for entry in entries), 1)
    if len(entries) > MOST_ENTRIES or unpacked > LARGEST_UNPACKED or unpacked / packed > HIGHEST_RATIO:
        raise FileTooLarge


def _utf8(data: bytes) -> bytes:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding).encode()
        except UnicodeDecodeError:
            continue
    raise UnreadableFile("The text of this file is in an unknown encoding. Save it as UTF-8 and send it again.")


def _sheets(data: bytes, kind: str) -> DefinitionData:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of charts and validations, which no question set needs
            return get_xlsform(xlsform=data, file_type=kind)
    except PyXFormError as error:
        raise UnreadableFile(_DAMAGED if "Argument" in str(error) else f"{UnreadableFile.sentence} {error}") from error
    except Exception as error:  # whatever openpyxl and xlrd meet in a damaged workbook
        raise UnreadableFile(_DAMAGED) from error


def _draft(sheets: DefinitionData) -> dict[str, Any]:
    survey = _rows(sheets.survey)
    if not any("type" in {read_header(header)[0] for header in row} for row in survey):
        sentence = (
            "There is no sheet called survey with a column called type. Name the sheet with the questions survey."
        )
        raise UnreadableFile(sentence)
    settings = next((row for row in _rows(sheets.settings) if row), {})
    draft: dict[str, Any] = {"survey": survey, "choices": _rows(sheets.choices), "settings": settings}
    others = {name: _rows(getattr(sheets, name)) for name in _OTHER_SHEETS}
    return {**draft, **{name: rows for name, rows in others.items() if rows}}


_UNPRINTABLE = {code: None for code in range(32) if code not in {9, 10, 13}} | {0xFFFE: None, 0xFFFF: None}


def _text(value: object) -> str:
    """Take away the control characters that damaged cells hold and neither XML nor the database can."""
    return str(value).translate(_UNPRINTABLE)


def _rows(written: Any) -> list[dict[str, str]]:
    """Copy rows as texts; an empty row in between stays, so that row numbers are those of the file."""
    return [
        {_text(header): _text(value) for header, value in row.items() if header and value not in {None, ""}}
        for row in written or []
    ]
