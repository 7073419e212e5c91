"""Repairs of types: other spellings, and what KoboToolbox and SurveyCTO write beside XLSForm."""

import re
from collections.abc import Iterator

from askwell.questionsets.checking.form import Form
from askwell.questionsets.question_types import read_type
from askwell.questionsets.repairing.offers import Offer, offer, writes
from askwell.questionsets.rows import Row, references

_SPELLED = {
    "number": "decimal",
    "numeric": "decimal",
    "float": "decimal",
    "whole number": "integer",
    "textarea": "text",
    "long text": "text",
    "short text": "text",
    "paragraph": "text",
    "statement": "note",
    "calculation": "calculate",
    "calculated": "calculate",
    "begingroup": "begin_group",
    "endgroup": "end_group",
    "start group": "begin_group",
    "beginrepeat": "begin_repeat",
    "endrepeat": "end_repeat",
    "start repeat": "begin_repeat",
}
_SELECTS = re.compile(
    r"^(?P<one>select[\s_-]*one|selectone|single[\s_-]*(?:choice|select)|select[\s_-]*single)"
    r"[\s:(]+(?P<list>[\w.-]+)\)?$|^(?P<many>select[\s_-]*(?:multiple|many|multi)|multi(?:ple)?[\s_-]*(?:choice|select))"
    r"[\s:(]+(?P<lists>[\w.-]+)\)?$",
    re.IGNORECASE,
)
_VENDOR_GROUPS = {
    "begin_score": "begin_group",
    "end_score": "end_group",
    "begin_rank": "begin_group",
    "end_rank": "end_group",
}
_ROWS_OF = {"score__row": "kobo--score-choices", "rank__level": "kobo--rank-items"}
_NOT_COLLECTED = re.compile(
    r"^(audio audit|text audit|speed violations (count|list|audit)|sensor[_ ](statistic|stream).*|comments|caseid)$"
)
_SPELLING = "XLSForm spells this type otherwise."
_HERE = "SurveyCTO calculates this once, where it stands; here it is worked out whenever what it reads changes."
_MATRIX = "KoboToolbox shows this as one table; here its rows are questions of their own, in a group on one screen."
_UNSEEN = "What SurveyCTO records here is not collected by this app. The row is kept, and put out of use."
_UNSEEN_BUT_READ = (
    "What SurveyCTO records here is not collected by this app. Others read it, so it stays, always empty."
)


def types(form: Form) -> Iterator[Offer]:
    """Offer a type that XLSForm knows for one that it does not."""
    named = {name for row in form.survey for text in row.cells.values() for name, _at in references(text)}
    listed = ""
    for row in form.survey:
        written = " ".join(row.get("type").split())
        vendor = _vendor(written)
        if vendor in {"begin_score", "begin_rank"}:
            column = "kobo--score-choices" if vendor == "begin_score" else "kobo--rank-items"
            listed = _cell(row, column)
        if written and read_type(written) is None:
            found = _offer(row, written, vendor, listed, is_read=row.get("name") in named)
            if found is not None:
                yield found


def _offer(row: Row, written: str, vendor: str, listed: str, *, is_read: bool) -> Offer | None:
    if vendor in _VENDOR_GROUPS:
        changes = {"appearance": "field-list"} if vendor.startswith("begin") else {}
        return _changed("vendor_type", row, _VENDOR_GROUPS[vendor], _MATRIX, changes)
    if vendor in _ROWS_OF and listed:
        return _changed("vendor_type", row, f"select_one {listed}", _MATRIX, {})
    if vendor == "calculate_here":
        return _changed("vendor_type", row, "calculate", _HERE, {})
    if _NOT_COLLECTED.match(written.lower()):
        if is_read:
            return _changed("vendor_type", row, "hidden", _UNSEEN_BUT_READ, {})
        place = ("survey", row.number, "disabled")
        return offer("vendor_type", place, written, "yes", _UNSEEN, writes("survey", row.number, {"disabled": "yes"}))
    new = _spelled(written)
    return _changed("type", row, new, _SPELLING, {}) if new else None


def _changed(kind: str, row: Row, new: str, why: str, changes: dict[str, str]) -> Offer:
    header = row.header("type")
    mend = writes("survey", row.number, {header: new, **changes})
    becomes = " · ".join([new, *(f"{column}: {text}" for column, text in changes.items())])
    return offer(kind, ("survey", row.number, header), row.get("type"), becomes, why, mend)


def _spelled(written: str) -> str:
    select = _SELECTS.match(written)
    if select is not None:
        return f"select_one {select['list']}" if select["one"] else f"select_multiple {select['lists']}"
    return _SPELLED.get(re.sub(r"[\s_-]+", " ", written.lower()), "") or _SPELLED.get(written.lower(), "")


def _vendor(written: str) -> str:
    return re.sub(r"[\s]+", "_", written.lower())


def _cell(row: Row, header: str) -> str:
    return next((text for column, text in row.cells.items() if column[0] == header), "")
