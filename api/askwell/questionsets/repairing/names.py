"""Repairs of names: with spaces or signs, or taken by the form itself."""

from collections.abc import Iterator

from askwell.questionsets.checking.form import Form
from askwell.questionsets.names import is_proper, mended
from askwell.questionsets.outline import Item, root_name
from askwell.questionsets.repairing import renaming
from askwell.questionsets.repairing.offers import Offer, offer

_WITHOUT_A_NAME_OF_THEIR_OWN = {"audit"}


def names(form: Form) -> Iterator[Offer]:
    """Offer a proper name for every question that has an improper one."""
    taken = {name.lower() for name in form.names}
    root = root_name(form.draft)
    for item in form.items:
        if not item.row.get("name") or (item.type and item.type.kind in _WITHOUT_A_NAME_OF_THEIR_OWN):
            continue
        if not is_proper(item.name):
            yield _renamed("bad_name", item, taken, mended(item.name), "Names have letters, digits, _ - and . only.")
        elif item.name == "meta" or (item.name == root and item.type and item.type.kind == "begin repeat"):
            why = f"The name {item.name} is taken by the form itself."
            yield _renamed("reserved_name", item, taken, f"{item.name}_answers", why)


def _renamed(kind: str, item: Item, taken: set[str], wanted: str, why: str) -> Offer:
    new = renaming.free(wanted, taken)
    taken.add(new.lower())
    row, header = item.row.number or 2, item.row.header("name")
    told = f"{why} References to it follow; earlier answers stay under the old name."
    return offer(kind, ("survey", row, header), item.name, new, told, renaming.question("survey", row, header, new))
