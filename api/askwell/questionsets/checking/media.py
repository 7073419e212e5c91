"""Checks of media: files that are named and not there, and those that cannot be what their column says."""

from collections.abc import Iterator

from askwell.questionsets.checking.form import Form, Place
from askwell.questionsets.faults import DraftFault
from askwell.questionsets.media.medium import LIST_TYPES
from askwell.questionsets.media.wanted import Wanted, wanted

_KINDS = {"image": "picture", "big-image": "picture", "audio": "sound", "video": "film"}


def check_media(form: Form) -> Iterator[DraftFault]:
    """Report what people would not see, hear or be offered."""
    for each in wanted(form.draft):
        medium = form.media.get(each.name)
        if medium is None:
            yield _missing(each)
        elif each.is_list != (medium.type in LIST_TYPES.values()) or not _fits(each, medium.type):
            what = "list" if each.is_list else _KINDS[each.column]
            message = f"{each.name} is no {what}, but {medium.type}."
            yield _place(each).warning("medium_wrong_kind", message, f"Add a {what} under this name, or name another.")


def _missing(each: Wanted) -> DraftFault:
    effect = "nobody can choose from it" if each.is_list else "phones show the words only"
    message = f"The file {each.name} is not there, so {effect}."
    return _place(each).warning("medium_missing", message, "Add it to the question set, under Media.")


def _fits(each: Wanted, media_type: str) -> bool:
    if each.is_list:
        return True
    kind = "image" if each.column == "big-image" else each.column
    return media_type.startswith((f"{kind}/", "video/webm") if kind == "audio" else f"{kind}/")


def _place(each: Wanted) -> Place:
    return Place(each.row, each.column, each.language)
