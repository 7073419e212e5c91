"""Mixing: the cards and capabilities of a round are written again together, so that none tells what it came with.

PostgreSQL keeps with every row the number of the transaction that wrote it. Using a card and storing the capability it
earned is one transaction, and so is spending a capability and storing what was sent: the numbers alone would lead from
the card to the answer. So each of these is followed by a transaction that writes every card and every capability of the
round again, in random order; then all of them have one number, and no submission has it. SQLite keeps no such number,
and these rows in the order of their hashes.
"""

import logging
from functools import partial
from uuid import UUID

from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from askwell.database import Database, afterwards
from askwell.rounds import queries

log = logging.getLogger("askwell")


def mix_afterwards(db: Session, round_id: UUID) -> None:
    """Mix the round once the caller's changes are committed."""
    afterwards(db, (mix, round_id), partial(mix, round_id=round_id))


def mix(database: Database, round_id: UUID) -> None:
    """Write all cards and capabilities of a round again. If that fails, whoever comes next does it for both."""
    if database.engine.dialect.name != "postgresql":
        return
    try:
        with database.write() as db:
            queries.wait_to_mix(db, round_id)
            queries.write_again(db, round_id)
            db.commit()
    except SQLAlchemyError as error:
        log.warning("the cards of a round could not be mixed: %s", type(error).__name__)
