"""Whether the service can do its work: it writes a row, commits, and reads it again."""

from sqlalchemy.exc import SQLAlchemyError

from askwell.database import Database
from askwell.errors import Later
from askwell.identity import queries
from askwell.identity.installing import installation

# A row that comes and goes in one transaction. Writing a row as it is would prove nothing: SQLite leaves that out.
PROBE = "health"


class NotWell(Later):
    """The database did not take a row, or did not give it back."""

    code = "not_well"
    sentence = "The server cannot write at the moment."


def write_and_read(database: Database) -> None:
    """Commit a change and read it back, as receiving an answer would; raise NotWell when either fails."""
    try:
        with database.write() as db:
            epoch = installation(db).store_epoch
            queries.count_attempt(db, PROBE, 0)
            db.execute(queries.forget_attempts(PROBE, 0))
            db.commit()
        with database.read() as db:
            read = queries.store_epoch(db)
    except SQLAlchemyError as error:
        raise NotWell(retry_after_s=5) from error
    if read != epoch:
        raise NotWell(retry_after_s=5)
