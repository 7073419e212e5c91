"""Checks of the survey sheet's shape: types, names, groups that open and close."""

from collections.abc import Iterator

from askwell.questionsets.checking.form import Form, Place, closest
from askwell.questionsets.faults import DraftFault
from askwell.questionsets.media.wanted import SHOWN
from askwell.questionsets.names import is_proper, mended
from askwell.questionsets.outline import Item, root_name
from askwell.questionsets.question_types import ANSWERED, read_type
from askwell.questionsets.rows import Row

_SUGGESTED = sorted(ANSWERED | {"note", "calculate", "begin_group", "end_group", "begin_repeat", "end_repeat"})
_SETTINGS_AS_TYPES = {"form_title", "set_form_title", "form_id", "set_form_id", "prefix"}
_NOT_ASKED_HERE = {
    *("image", "audio", "video", "file", "osm", "background-audio"),
    *("start-geopoint", "background-geopoint", "subscriberid", "simserial", "deviceid", "phonenumber", "username"),
    *("email", "audit"),
}

_PLACES = {"geopoint", "geotrace", "geoshape"}


def check_structure(form: Form) -> Iterator[DraftFault]:
    """Report rows without a proper type or name, and groups and repeats that do not nest."""
    if not form.items:
        message = "There is no question yet."
        remedy = "Add a row with a type, such as text, a name and a label."
        yield Place(Row("survey", None), "type").error("no_question", message, remedy)
    for row in form.survey:
        yield from _type(row)
    for row in form.outline.never_begun:
        message = f"“{row.get('type')}” ends something that was not begun, or something else is still open."
        remedy = "Remove this row, or add the matching begin row above it."
        yield Place(row, "type").error("not_begun", message, remedy)
    for item in form.outline.never_ended:
        message = f"“{item.row.get('type')}” is never ended."
        ending = item.row.get("type").replace("begin", "end", 1)
        yield Place(item.row, "type").error("not_ended", message, f"Add a row with the type {ending} where it ends.")
    for item in form.items:
        yield from _label(item)
        yield from _calculation(item)
    yield from _names(form)


def _type(row: Row) -> Iterator[DraftFault]:
    written = row.get("type")
    place = Place(row, "type")
    if not written:
        remedy = "Write what kind of question it is, such as text, integer or select_one with the name of a list."
        yield place.error("type_missing", "This row has no type.", remedy)
        return
    kind = read_type(written)
    if kind is None and written not in _SETTINGS_AS_TYPES:
        meant = closest(written.split()[0], _SUGGESTED)
        remedy = f"Write {meant}." if meant else "Use a type such as text, integer, date, select_one or note."
        yield place.error("unknown_type", f"There is no type called “{written}”.", remedy)
    elif kind is not None and kind.is_select and not kind.list_name:
        remedy = f"Write {kind.kind}, a space, and the list_name from the choices sheet."
        yield place.error("list_missing", "This question does not say which list its choices come from.", remedy)
    elif kind is not None and kind.kind in _NOT_ASKED_HERE:
        message = f"Questions of the type {written} are kept for other tools, but the app does not ask them yet."
        yield place.warning("not_asked_here", message, "Use another type, or ask this part with another tool.")
    elif kind is not None and kind.kind in _PLACES:
        message = "A place can tell who answered, in an anonymous round, too."
        yield place.warning("place_tells_who", message, "Ask for the area in words, or offer a list of areas.")


def _label(item: Item) -> Iterator[DraftFault]:
    is_read = item.is_answered or (item.type is not None and item.type.kind == "note")
    if not is_read or item.row.get("calculation"):
        return
    if not any(item.row.texts(column) for column in ("label", "hint", "trigger", "media", *SHOWN)):
        message = "There is nothing to read here: no label and no hint."
        yield Place(item.row, "label").error("label_missing", message, "Write what people should read.")


def _calculation(item: Item) -> Iterator[DraftFault]:
    if item.type is None or item.type.kind != "calculate" or item.row.get("calculation") or item.row.get("default"):
        return
    message = "This row calculates nothing: its calculation is empty."
    yield Place(item.row, "calculation").error("calculation_missing", message, "Write one, such as ${a} + ${b}.")


def _names(form: Form) -> Iterator[DraftFault]:
    root = root_name(form.draft)
    seen: dict[str, Item] = {}
    for item in form.items:
        if item.type is None and item.row.get("type") in _SETTINGS_AS_TYPES:
            continue
        fault = _name(item, root)
        if fault is not None:
            yield fault
            continue
        twin = seen.setdefault(item.path.lower(), item)
        if twin is not item:
            yield _twin(item, twin)


def _name(item: Item, root: str) -> DraftFault | None:
    name = item.name
    place = Place(item.row, "name")
    if item.type is not None and item.type.kind == "audit":
        return None
    if not name:
        remedy = "Write a short name without spaces, such as age or q12. Answers are kept under it."
        return place.error("name_missing", "This row has no name.", remedy)
    if not is_proper(name):
        message = f"“{name}” cannot be a name: names start with a letter and have no spaces or signs other than _ - ."
        return place.error("bad_name", message, f"Write {mended(name)}, and the same wherever it is used.")
    if name == "meta" or (name == root and item.type is not None and item.type.kind == "begin repeat"):
        return place.error("reserved_name", f"The name {name} is taken by the form itself.", "Choose another name.")
    return None


def _twin(item: Item, twin: Item) -> DraftFault:
    place = Place(item.row, "name")
    if item.name != twin.name:
        message = f"“{item.name}” and “{twin.name}” in row {twin.row.number} differ only in capital letters."
        return place.warning("similar_name", message, "Rename one of them: some tools cannot tell them apart.")
    message = f"The name “{item.name}” is used twice in the same place, first in row {twin.row.number}."
    return place.error("duplicate_name", message, f"Rename one of them, for example {item.name}_2.")
