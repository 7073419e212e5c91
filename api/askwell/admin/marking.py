"""Marking: how far this copy of the data has come, in the database and, beside it, in the logbook.

The mark grows with every start, every stop and every backup. So a copy that was put back is behind the logbook, unless
it came by `askwell restore` or somebody ran `askwell new-epoch`: phones must hear of it, or they would trust receipts
for what is not there any more. It says nothing of answers, and does not grow with them: that would time them.
"""

from sqlmodel import Session

from askwell.admin.erasing import erase_again
from askwell.database import Database
from askwell.identity import installing
from askwell.logbook import Logbook


class Behind(Exception):
    """This copy of the data is older than the logbook."""

    def __init__(self, logbook: Logbook) -> None:
        super().__init__(
            f"This database is an older copy than the logbook in {logbook.folder} knows: somebody put it back. "
            "If that was meant, run `askwell new-epoch`: phones then send again what this copy lacks. "
            "If not, look for the newer one first."
        )


def insist_on_newest(database: Database, logbook: Logbook) -> None:
    """Raise Behind when the data has been further than it is."""
    known = installing.installation_of(database)
    if logbook.is_ahead_of(known.store_epoch, known.mark):
        raise Behind(logbook)


def raise_mark(database: Database, logbook: Logbook) -> None:
    """Go one further: first the database, then the logbook, which is never ahead by a crash in between."""
    with database.writing() as db:
        known = installing.raise_mark(db)
    logbook.keep(*known)


def begin_epoch(database: Database, logbook: Logbook) -> str:
    """After a restore: erase again what was erased since, and name this copy of the data anew."""
    with database.writing() as db:
        epoch, mark = begin_epoch_in(db, logbook)
    logbook.keep(epoch, mark)
    return epoch


def begin_epoch_in(db: Session, logbook: Logbook) -> tuple[str, int]:
    """Do so in a session that somebody else commits, and who then keeps what this returns in the logbook."""
    erase_again(db, logbook.erased())
    return installing.begin_epoch(db, logbook.highest)
