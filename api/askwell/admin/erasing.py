"""Erasing again: after a restore, what the logbook calls erased goes before anybody can see it.

So far only people are ever erased, when they leave their last organization. Whoever adds a kind adds its line here.
"""

from collections.abc import Callable, Iterable, Mapping
from uuid import UUID

from sqlmodel import Session

from askwell.identity import enrolling
from askwell.logbook import Erased

KINDS: Mapping[str, Callable[[Session, UUID], None]] = {"member": enrolling.forget}


class UnknownErasure(Exception):
    """A later release has erased something that this one cannot find. It must not come back."""


def erase_again(db: Session, erased: Iterable[Erased]) -> None:
    """Erase all of this, wherever it came back; again changes nothing."""
    for kind, id_ in erased:
        if kind not in KINDS:
            raise UnknownErasure(f"The logbook has erasures of a kind ({kind}) that only a later release can do.")
        KINDS[kind](db, id_)
