"""Faults that a machine can mend, offered one by one: only what an author accepts is changed, and it is noted.

`offers` holds what a repair is; `names`, `choices`, `types`, `quotes` and `headers` find them; `renaming` lets every
reference follow. A repair that would have to guess what was meant is not offered.
"""

import copy
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from askwell.errors import Conflict
from askwell.questionsets.checking.form import Form
from askwell.questionsets.notes import Note
from askwell.questionsets.repairing.choices import choices
from askwell.questionsets.repairing.headers import headers
from askwell.questionsets.repairing.names import names
from askwell.questionsets.repairing.offers import Offer, Repair
from askwell.questionsets.repairing.quotes import quotes
from askwell.questionsets.repairing.types import types
from askwell.questionsets.rows import Draft

__all__ = ["Repair", "RepairNotOffered", "accept", "noted", "offered"]


class RepairNotOffered(Conflict):
    """Somebody accepted a repair that this draft does not need."""

    code = "repair_not_offered"
    sentence = "One of these repairs is not offered for this draft. Check it again."


def offered(draft: Draft) -> list[Repair]:
    """List everything that could be mended in a draft."""
    return [each.repair for each in _offers(draft)]


def accept(draft: Draft, wanted: Sequence[str]) -> tuple[dict[str, Any], list[Repair]]:
    """Return the draft with the wanted repairs done, and those; raises RepairNotOffered before anything is done."""
    known = {each.repair.id: each for each in _offers(draft)}
    if not set(wanted) <= known.keys():
        raise RepairNotOffered
    mended = copy.deepcopy(dict(draft))
    chosen = [each for name, each in known.items() if name in set(wanted)]
    for each in chosen:
        each.mend(mended)
    return mended, [each.repair for each in chosen]


def noted(repairs: list[Repair], at: datetime | None = None) -> list[Note]:
    """Write down what was mended."""
    return [
        Note(kind="repaired", where=each.where, was=each.was, becomes=each.becomes, why=each.why, at=at)
        for each in repairs
    ]


def _offers(draft: Draft) -> Iterator[Offer]:
    """Find offers in the order in which they are done: heads of columns last, for the others go by them."""
    form = Form(draft)
    for find in (types, names, choices, quotes, headers):
        yield from find(form)
