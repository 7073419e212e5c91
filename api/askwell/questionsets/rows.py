"""A draft read row by row: canonical columns whatever spelling the author chose, and the row numbers of the sheet."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Draft = Mapping[str, Any]

MOST_ROWS = 20_000

_ALIASES = {
    "command": "type",
    "tag": "name",
    "value": "name",
    "caption": "label",
    "relevance": "relevant",
    "constraining_message": "constraint_message",
    "jr:constraintmsg": "constraint_message",
    "requiredmsg": "required_message",
    "jr:requiredmsg": "required_message",
    "readonly": "read_only",
    "calculate": "calculation",
    "count": "repeat_count",
    "jr:count": "repeat_count",
    "list name": "list_name",
    "set_form_title": "form_title",
    "title": "form_title",
    "set_form_id": "form_id",
    "id_string": "form_id",
}
_SPLIT_ALIASES = {
    ("bind", "relevant"): "relevant",
    ("bind", "constraint"): "constraint",
    ("bind", "calculate"): "calculation",
    ("bind", "required"): "required",
    ("bind", "readonly"): "read_only",
    ("bind", "jr:constraintmsg"): "constraint_message",
    ("bind", "jr:requiredmsg"): "required_message",
    ("body", "appearance"): "appearance",
    ("control", "appearance"): "appearance",
}
TRANSLATABLE = frozenset(
    {
        *("label", "hint", "guidance_hint", "constraint_message", "required_message"),
        *("image", "big-image", "audio", "video", "probe"),
    }
)

Column = tuple[str, str]
"""A canonical column and the language written after it, `("label", "Español (es)")`; no language is `""`."""


def read_header(written: str) -> Column:
    """Read the head of a column: `media::image::en` is `("image", "en")`."""
    text = written.strip()
    parts = [part.strip() for part in text.split("::")]
    if len(parts) == 1 and text.split(":", 1)[0].strip().lower() in TRANSLATABLE | {"caption"}:
        parts = [part.strip() for part in text.split(":", 1)]
    if parts[0].lower() == "media" and len(parts) > 1:
        parts = parts[1:]
    pair = tuple(part.lower() for part in parts[:2])
    if len(parts) > 1 and pair in _SPLIT_ALIASES:
        return _SPLIT_ALIASES[pair], "::".join(parts[2:])
    first = parts[0].lower()
    spelled = _ALIASES.get(first) or _ALIASES.get("_".join(first.split())) or "_".join(first.split())
    if len(parts) == 1 or spelled in TRANSLATABLE:
        return spelled, "::".join(parts[1:])
    return text, ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a sheet; `number` is the one the spreadsheet shows, the header being row 1."""

    sheet: str
    number: int | None
    cells: Mapping[Column, str] = field(default_factory=dict)
    headers: Mapping[Column, str] = field(default_factory=dict)

    def get(self, column: str, language: str = "") -> str:
        """Return the text of a cell, without the space around it; an empty or absent cell is `""`."""
        return self.cells.get((column, language), "")

    def header(self, column: str, language: str = "") -> str:
        """Return the head of a column as its author wrote it."""
        return self.headers.get((column, language)) or (f"{column}::{language}" if language else column)

    def texts(self, column: str) -> dict[str, str]:
        """Return what a translatable column says, by language as written; no language is `""`."""
        return {language: text for (name, language), text in self.cells.items() if name == column}


def rows_of(draft: Draft, sheet: str) -> list[Row]:
    """Read every row of a sheet that says anything; the numbers count the empty ones too."""
    if sheet == "settings":
        return [_read(sheet, 2, draft.get("settings") or {})]
    written: Sequence[Mapping[str, Any]] = draft.get(sheet) or []
    rows = (_read(sheet, number, cells) for number, cells in enumerate(written, start=2))
    return [row for row in rows if row.cells]


def _read(sheet: str, number: int, written: Mapping[str, Any]) -> Row:
    cells: dict[Column, str] = {}
    headers: dict[Column, str] = {}
    for header, value in written.items():
        text = "" if value is None else str(value).strip()
        if not text:
            continue
        column = (header.strip(), "") if sheet == "choices" and _is_extra(header) else read_header(header)
        cells.setdefault(column, text)
        headers.setdefault(column, header)
    return Row(sheet, number, cells, headers)


def _is_extra(header: str) -> bool:
    """On the choices sheet any other column is the author's own and keeps its spelling."""
    return read_header(header)[0] not in TRANSLATABLE | {"list_name", "name"}


def languages_written(draft: Draft) -> list[str]:
    """List the languages that columns name, in the order of the columns; `""` where a text names none."""
    found: dict[str, None] = {}
    for sheet in ("survey", "choices"):
        for row in rows_of(draft, sheet):
            found.update(dict.fromkeys(language for column, language in row.cells if column in TRANSLATABLE))
    return list(found)


_REFERENCE = re.compile(r"\$\{\s*(?P<saved>last-saved#)?(?P<name>[^{}]*?)\s*\}")


def references(text: str) -> Iterator[tuple[str, int]]:
    """Every `${name}` of a text, with the position where it starts; `${last-saved#name}` counts as `name`."""
    for match in _REFERENCE.finditer(text):
        yield match["name"], match.start()


def without_references(text: str) -> str:
    """Take every `${name}` out of a text."""
    return _REFERENCE.sub("", text)


def with_stand_ins(text: str) -> str:
    """Put a plain word of the same length in place of every `${name}`, so that positions stay the author's."""
    return _REFERENCE.sub(lambda match: "_" * (len(match.group()) - 1) + " ", text)
