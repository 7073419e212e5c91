"""Renames questions and choices, everywhere that a draft names them."""

import re
from collections.abc import Callable, Iterator

from askwell.questionsets.repairing.offers import Rows
from askwell.questionsets.rows import read_header

_SHEETS = ("survey", "choices", "external_choices", "entities", "osm")
EXPRESSIONS = frozenset(
    {"relevant", "constraint", "calculation", "required", "read_only", "choice_filter", "repeat_count", "trigger"}
)

_MARK = "['\"\u2018\u2019\u201c\u201d]"
"""Bent marks count, too: converting makes them straight."""


def free(name: str, taken: set[str]) -> str:
    """Return a name that is not taken: the name itself, or with the first number that makes it so."""
    number = 2
    found = name
    while found.lower() in taken:
        found, number = f"{name}_{number}", number + 1
    return found


def _all_cells(draft: Rows) -> Iterator[dict[str, str]]:
    yield draft.get("settings") or {}
    for sheet in _SHEETS:
        yield from draft.get(sheet) or []


def question(sheet: str, row: int, header: str, new: str) -> Callable[[Rows], None]:
    """Return the change that renames a question; every `${old}` follows."""

    def mend(draft: Rows) -> None:
        old = str(draft[sheet][row - 2][header]).strip()
        draft[sheet][row - 2][header] = new
        if any(str(cells.get(header, "")).strip() == old for cells in draft["survey"]):
            return  # another question has this name still, and references may mean that one
        reference = re.compile(r"\$\{\s*(last-saved#)?" + re.escape(old) + r"\s*\}")
        for cells in _all_cells(draft):
            for name, text in cells.items():
                cells[name] = reference.sub(lambda match: f"${{{match[1] or ''}{new}}}", str(text))

    return mend


def choice(row: int, header: str, new: str) -> Callable[[Rows], None]:
    """Return the change that renames a choice; expressions that compare with it, and defaults, follow."""

    def mend(draft: Rows) -> None:
        old = str(draft["choices"][row - 2][header]).strip()
        draft["choices"][row - 2][header] = new
        literal = re.compile(rf"({_MARK}){re.escape(old)}({_MARK})")
        for cells in draft["survey"]:
            for name, text in cells.items():
                column = read_header(name)[0]
                if column in EXPRESSIONS:
                    cells[name] = literal.sub(rf"\g<1>{new}\g<2>", str(text))
                elif column == "default" and str(text).strip() == old:
                    cells[name] = new

    return mend
