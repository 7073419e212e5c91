"""Whether the service can do its work: it writes a row, commits, and reads it again.

On the way it forgets the limits of windows that are over: the last of them would tell when somebody was last here.
"""

from sqlalchemy.exc import SQLAlchemyError

from askwell import clock
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
            queries.count_attempts(db, PROBE, 0, 1)
            db.execute(queries.forget_attempts(PROBE, 0))
            db.execute(queries.forget_windows_before(int(clock.now().timestamp())))
            db.commit()
        with database.read() as db:
            read = queries.store_epoch(db)
    except SQLAlchemyError as error:
        raise NotWell(retry_after_s=5) from error
    if read != epoch:
        raise NotWell(retry_after_s=5)
