"""From a draft to an XForm, through pyxform, whose complaints become our faults."""

import copy
import re
from dataclasses import dataclass, field
from typing import Any

from pyxform.errors import PyXFormError
from pyxform.xls2xform import convert as pyxform_convert

from askwell.questionsets.faults import DraftFault, Level
from askwell.questionsets.rows import Draft, read_header

_EXPRESSIONS = frozenset(
    {"relevant", "constraint", "calculation", "required", "read_only", "choice_filter", "repeat_count", "trigger"}
)
_STRAIGHT = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u00a0": " "})

_ANDROID_INTENT = re.compile(r"^(ex:)?[A-Za-z]\w*(\.\w+)+(\(.*\))?$", re.DOTALL)
_ROW = re.compile(r"\[row ?: ?(\d+)\]\s*")
_SHEET = re.compile(r"(?:On|for) the '(\w+)' sheet|for sheet: '(\w+)'|(survey|choices|settings|entities) sheet")
_COLUMN = re.compile(r"the '([\w:.-]+)' (?:value|column)")
_LEARN_MORE = re.compile(r"\s*Learn more: \S+")
_REMEDY = re.compile(r"(?<=[.!:])\s+(?=(?:Please|Either|If this is intentional|Names must|To |Rename|Check)\b)")
_TOLD_BY_OURSELVES = (
    "is missing the survey ",
    "is missing the choices ",
    "or_other and translations",
    "valid machine-readable codes",
)


@dataclass(frozen=True, slots=True)
class Converted:
    """The XForm as pyxform wrote it, or none with the reason among the faults."""

    xform: str | None
    faults: list[DraftFault] = field(default_factory=list)


def convert(draft: Draft) -> Converted:
    """Turn a draft into an XForm; whatever pyxform cannot read becomes one fault, never an exception."""
    warnings: list[str] = []
    try:
        result = pyxform_convert(xlsform=_workbook(draft), warnings=warnings)
    except PyXFormError as error:
        return Converted(None, [_fault(str(error), "error"), *_warnings(warnings)])
    except Exception:  # public forms crash pyxform with TypeError, KeyError, AttributeError
        return Converted(None, [unreadable(), *_warnings(warnings)])
    return Converted(result.xform, _warnings(warnings))


def _workbook(draft: Draft) -> dict[str, Any]:
    """Copy the rows, for pyxform changes what it is given; straighten quotes in expressions before it reads them."""
    book: dict[str, Any] = {"survey": [_straightened(row) for row in draft.get("survey") or []]}
    for sheet in ("choices", "external_choices", "entities", "osm"):
        if draft.get(sheet):
            book[sheet] = copy.deepcopy(draft[sheet])
    settings = {key: value for key, value in (draft.get("settings") or {}).items() if value not in {None, ""}}
    if settings:
        book["settings"] = [settings]
    for sheet, rows in list(book.items()):
        book[f"{sheet}_header"] = [{header: None for row in rows for header in row}]
    return {**book, "sheet_names": [name for name in book if not name.endswith("_header")]}


def _straightened(row: dict[str, Any]) -> dict[str, Any]:
    return {
        header: str(text).translate(_STRAIGHT) if read_header(header)[0] in _EXPRESSIONS else text
        for header, text in row.items()
        if text not in {None, ""} and not _is_our_intent(header, str(text))
    }


def _is_our_intent(header: str, text: str) -> bool:
    """On a group, pyxform takes `intent` for an Android app to start: only what looks like one may reach it."""
    return header.strip() == "intent" and not _ANDROID_INTENT.match(text.strip())


def _warnings(texts: list[str]) -> list[DraftFault]:
    return [_fault(text, "warning") for text in texts if not any(told in text for told in _TOLD_BY_OURSELVES)]


def _fault(said: str, level: Level) -> DraftFault:
    row = _ROW.search(said)
    sheet = _SHEET.search(said)
    column = _COLUMN.search(said)
    text = _LEARN_MORE.sub("", _ROW.sub("", said)).strip()
    message, *remedy = _REMEDY.split(text, maxsplit=1)
    return DraftFault(
        level=level,
        sheet=next((name for name in sheet.groups() if name), "survey") if sheet else "survey",
        row=int(row.group(1)) if row else None,
        column=column.group(1) if column else None,
        message=" ".join(message.split()),
        remedy=" ".join(remedy[0].split()) if remedy else "Mend this place, then check again.",
        code="xlsform",
    )


def unreadable() -> DraftFault:
    """Say that there is no form in these rows, when nothing more is known."""
    return DraftFault(
        level="error",
        sheet="survey",
        message="The rows could not be turned into a form, and the reason is not clear.",
        remedy="Look for cells in the wrong column and for a group that is begun and not ended; "
        "or remove rows from the end until it works, to find the one that is wrong.",
        code="unreadable",
    )
