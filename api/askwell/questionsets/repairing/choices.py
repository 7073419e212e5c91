"""Repairs of choices: the same name twice in a list, and spaces in names of which several may be chosen."""

from collections.abc import Iterator

from askwell.questionsets.checking.form import Form
from askwell.questionsets.repairing import renaming
from askwell.questionsets.repairing.offers import Offer, offer, writes
from askwell.questionsets.rows import Row

_YES = {"yes", "true", "true()"}
_TWICE = "Two choices of a list cannot share a name. Expressions that name it mean the first one."
_FILTERED = "A filtered list may have a name twice, as long as the filter never shows both at once."
_READ = {"list_name", "name", "label", "image", "big-image", "audio", "video"}
_SAME = "Exactly this choice is in the list already."
_SPACE = "Several answers are kept with spaces between them. Expressions and defaults that name this choice follow."


def choices(form: Form) -> Iterator[Offer]:
    """Offer another name for each choice whose name cannot stay."""
    may_repeat = form.settings.get("allow_choice_duplicates").lower() in _YES
    several = {
        item.type.list_name for item in form.items if item.type and item.type.kind in {"select_multiple", "rank"}
    }
    filtered = {item.type.list_name for item in form.items if item.type and item.row.get("choice_filter")}
    shares = False
    for list_name, rows in form.lists.items():
        is_filtered = list_name in filtered and _differ_in_a_column(rows)
        shares = shares or (is_filtered and len({row.get("name") for row in rows}) < len(rows))
        yield from _in_list(form, rows, may_repeat=may_repeat or is_filtered, several=list_name in several)
    if shares and not may_repeat:
        mend = writes("settings", 2, {"allow_choice_duplicates": "yes"})
        yield offer("filtered_choices", ("settings", 2, "allow_choice_duplicates"), "", "yes", _FILTERED, mend)


def _differ_in_a_column(rows: list[Row]) -> bool:
    """Whether choices that share a name differ in a column of the author's own, which a filter may go by."""
    seen: set[tuple[str, ...]] = set()
    for row in rows:
        own = tuple(sorted(f"{column}={text}" for (column, _), text in row.cells.items() if column not in _READ))
        if (row.get("name"), *own) in seen:
            return False
        seen.add((row.get("name"), *own))
    return True


def _in_list(form: Form, rows: list[Row], *, may_repeat: bool, several: bool) -> Iterator[Offer]:
    taken = {row.get("name").lower() for row in rows}
    first: dict[str, Row] = {}
    for row in rows:
        name = row.get("name")
        if not name:
            continue
        twin = first.setdefault(name, row)
        if twin is not row and not may_repeat:
            yield _twin(row, twin, taken)
        elif several and " " in name and _only_here(form, row):
            new = _taken(renaming.free("_".join(name.split()), taken), taken)
            yield _renamed("space_in_choice", row, new, _SPACE)


def _twin(row: Row, twin: Row, taken: set[str]) -> Offer:
    if row.cells == twin.cells:
        changes = dict.fromkeys(row.headers.values(), "")
        mend = writes("choices", row.number, changes)
        return offer("same_choice", _place(row), row.get("name"), "", _SAME, mend)
    new = _taken(renaming.free(row.get("name"), taken), taken)
    mend = writes("choices", row.number, {row.header("name"): new})
    return offer("duplicate_choice", _place(row), row.get("name"), new, _TWICE, mend)


def _renamed(kind: str, row: Row, new: str, why: str) -> Offer:
    return offer(
        kind, _place(row), row.get("name"), new, why, renaming.choice(row.number or 2, row.header("name"), new)
    )


def _place(row: Row) -> tuple[str, int | None, str]:
    return "choices", row.number, row.header("name")


def _taken(name: str, taken: set[str]) -> str:
    taken.add(name.lower())
    return name


def _only_here(form: Form, row: Row) -> bool:
    """Whether no other list has a choice of that name: what expressions say of it would not be clear."""
    return sum(other.get("name") == row.get("name") for other in form.choices) == 1
