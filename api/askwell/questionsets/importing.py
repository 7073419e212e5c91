"""Reads a draft from a file: a workbook, .csv, a Markdown table or an XForm; columns and the order of rows are kept."""

import warnings
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from pyxform.errors import PyXFormError
from pyxform.xls2json_backends import DefinitionData, get_xlsform

from askwell.questionsets.decompiling import decompile
from askwell.questionsets.decompiling.losses import losses
from askwell.questionsets.drafting import title_of
from askwell.questionsets.notes import Note, left_out
from askwell.questionsets.rows import MOST_ROWS, read_header
from askwell.questionsets.unpacking import LARGEST_FILE, FileTooLarge, UnreadableFile, look_into_ole, look_into_zip

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
"""The media type of .xlsx."""

_BY_MEDIA_TYPE = {
    WORKBOOK: ".xlsx",
    "application/vnd.ms-excel.sheet.macroenabled.12": ".xlsm",
    "application/vnd.ms-excel": ".xls",
    "text/csv": ".csv",
    "text/markdown": ".md",
    "application/xml": ".xml",
    "text/xml": ".xml",
}
MEDIA_TYPES = tuple(_BY_MEDIA_TYPE)
_DAMAGED = "This file could not be read as a question set. Open it in a spreadsheet program and save it again."
_OTHER_SHEETS = ("external_choices", "entities", "osm")
_OLE = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class Imported:
    """A draft read from a file, the title it had there, and what could not be brought in."""

    title: str
    draft: dict[str, Any]
    notes: list[Note] = field(default_factory=list)


def read_question_set(data: bytes, media_type: str, filename: str) -> Imported:
    """Read a file into a draft; its title is that of the settings sheet, or else the name of the file."""
    draft, notes = read_with_notes(data, file_type(media_type, filename))
    title = title_of(draft) or PurePosixPath(filename).stem or "Imported question set"
    return Imported(" ".join(title.split())[:200], draft, notes)


def file_type(media_type: str, filename: str) -> str:
    """Tell the kind of a file from its name, or else from its media type; `""` leaves it to the bytes."""
    suffix = PurePosixPath(filename).suffix.lower()
    if suffix in _BY_MEDIA_TYPE.values():
        return suffix
    return _BY_MEDIA_TYPE.get(media_type.partition(";")[0].strip().lower(), "")


def read_draft(data: bytes, kind: str = "") -> dict[str, Any]:
    """Read the rows of a file; raises `FileTooLarge` or `UnreadableFile`, saying what to do about it."""
    return _read(data, kind)[0]


def read_with_notes(data: bytes, kind: str = "") -> tuple[dict[str, Any], list[Note]]:
    """Read the rows of a file, and tell everything in it that is not among them."""
    draft, notes = _read(data, kind)
    if _is_xml(data):
        notes = [left_out(*loss) for loss in losses(data, draft)]
    return draft, notes


def _read(data: bytes, kind: str) -> tuple[dict[str, Any], list[Note]]:
    if len(data) > LARGEST_FILE:
        raise FileTooLarge
    if _is_xml(data):
        return _not_too_long(decompile(data)), []
    kind = _kind_of(data, kind)
    notes: list[Note] = []
    if kind == ".xlsx":
        notes = look_into_zip(data)
    elif kind == ".xls":
        notes = look_into_ole(data)
    else:
        data = _utf8(data)
    sheets = _sheets(data, kind)
    return _not_too_long(_draft(sheets)), [*notes, *_unknown_sheets(sheets)]


def _is_xml(data: bytes) -> bool:
    return data[:200].removeprefix(b"\xef\xbb\xbf").lstrip().startswith((b"<?xml", b"<h:html", b"<html", b"<!DOCTYPE"))


def _not_too_long(draft: dict[str, Any]) -> dict[str, Any]:
    """Refuse what could not be saved again."""
    if any(len(rows) > MOST_ROWS for name, rows in draft.items() if name != "settings"):
        raise FileTooLarge(f"A sheet of this file has more than {MOST_ROWS:,} rows. Send it in parts.")
    return draft


def _unknown_sheets(sheets: DefinitionData) -> list[Note]:
    known = {"survey", "choices", "settings", *_OTHER_SHEETS}
    why = "Only the sheets survey, choices, settings, external_choices, entities and osm are read."
    named = [name for name in sheets.sheet_names or [] if name.lower() not in known]
    return [left_out(f"workbook, sheet {name}", "", why) for name in named]


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
