"""The installation: one row that names this copy of the data and holds the key of its hashes."""

import secrets
from typing import NamedTuple

from sqlmodel import Session

from askwell.database import Database
from askwell.identity import queries
from askwell.identity.models import Installation


class Reached(NamedTuple):
    """How far this copy of the data has come."""

    epoch: str
    mark: int


def installation(db: Session) -> Installation:
    """Return the installation, making it the first time; of several processes exactly one makes it.

    Needs a session for writing that will be committed. To read only, use `installation_of`.
    """
    known = db.get(Installation, 1)
    if known is not None:
        return known
    fresh = {"id": 1, "store_epoch": secrets.token_urlsafe(16), "hash_key": secrets.token_hex(32)}
    db.execute(queries.insert_unless_there(db, Installation, fresh))
    return db.get_one(Installation, 1)


def begin_epoch(db: Session, above: int = 0) -> Reached:
    """Name this copy of the data anew, with a higher mark. The keys of hashes stay: without them nobody is known."""
    known = installation(db)
    known.store_epoch = secrets.token_urlsafe(16)
    known.mark = max(known.mark, above) + 1
    db.add(known)
    return Reached(known.store_epoch, known.mark)


def raise_mark(db: Session) -> Reached:
    """Go one mark further, whoever else does so at the same time."""
    installation(db)
    return Reached(*queries.raise_mark(db))


def installation_of(database: Database) -> Installation:
    """Return the installation, through a short session of its own."""
    with database.read() as db:
        known = db.get(Installation, 1)
    if known is not None:
        return known
    with database.write() as db:
        made = installation(db)
        db.commit()
        return made
