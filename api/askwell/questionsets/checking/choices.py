"""Checks of choice lists: that they are there, that each choice has its own name, that nothing is left unused."""

import re
from collections.abc import Iterator

from askwell.questionsets.checking.form import Form, Place, closest
from askwell.questionsets.faults import DraftFault
from askwell.questionsets.outline import Item
from askwell.questionsets.rows import Row

_YES = {"yes", "true", "true()"}


def check_choices(form: Form) -> Iterator[DraftFault]:
    """Report lists that are missing or unused, and choices without a name or with one that is taken."""
    for item in form.items:
        yield from _list_of(form, item)
    several = {
        item.type.list_name for item in form.items if item.type and item.type.kind in {"select_multiple", "rank"}
    }
    may_repeat = form.settings.get("allow_choice_duplicates").lower() in _YES
    for row in form.choices:
        if not row.get("list_name"):
            message = "This choice belongs to no list, so nobody will see it."
            yield Place(row, "list_name").warning("choice_without_list", message, "Write the name of its list.")
    for name, rows in form.lists.items():
        seen: dict[str, Row] = {}
        for row in rows:
            yield from _choice(row, several_may_be_chosen=name in several)
            twin = seen.setdefault(row.get("name"), row)
            if twin is not row and row.get("name") and not may_repeat:
                message = f"The list {name} has the choice “{row.get('name')}” twice, first in row {twin.number}."
                remedy = "Give one of them another name; people see the label only."
                yield Place(row, "name").error("duplicate_choice", message, remedy)
    yield from _unused(form)


def _list_of(form: Form, item: Item) -> Iterator[DraftFault]:
    kind = item.type
    if kind is None or not kind.is_select or not kind.list_name or kind.from_file or "${" in kind.list_name:
        return
    if kind.list_name in form.lists:
        return
    meant = closest(kind.list_name, form.lists)
    remedy = f"Write {meant}, or add" if meant else "Add"
    message = f"There is no choice list called {kind.list_name}."
    remedy += f" rows with the list_name {kind.list_name} to the choices sheet."
    yield Place(item.row, "type").error("list_not_found", message, remedy)


def _choice(row: Row, *, several_may_be_chosen: bool) -> Iterator[DraftFault]:
    name = row.get("name")
    if not name:
        remedy = "Write a short name without spaces. Answers are kept under it."
        yield Place(row, "name").error("choice_without_name", "This choice has no name.", remedy)
    elif several_may_be_chosen and re.search(r"\s", name):
        message = f"“{name}” has a space in it, and several answers are kept with spaces between them."
        yield Place(row, "name").error("space_in_choice", message, f"Write {'_'.join(name.split())}.")
    if not row.texts("label") and not row.texts("image") and not row.texts("audio") and not row.texts("video"):
        message = "This choice has no label: people would see its name."
        yield Place(row, "label").warning("choice_without_label", message, "Write what people should read.")


def _unused(form: Form) -> Iterator[DraftFault]:
    used = {item.type.list_name for item in form.items if item.type is not None}
    words = {word for row in form.survey for text in row.cells.values() for word in re.findall(r"[\w.:-]+", text)}
    for name, rows in form.lists.items():
        if name not in used | words:
            message = f"No question uses the list {name}."
            remedy = "Remove its rows, or write its name after select_one in the type of a question."
            yield Place(rows[0], "list_name").warning("unused_list", message, remedy)
