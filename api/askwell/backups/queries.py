"""The few statements that are about the database as a whole."""

from sqlalchemy import Connection, func, inspect, select, text

from askwell.backups.manifest import Facts
from askwell.identity.models import Installation
from askwell.submissions.models import conflict, submission

# They tell when somebody was there, and nothing that anybody would miss after a restore.
ONLY_TIMES = ("rate_window", "sign_in")


def has_tables(connection: Connection) -> bool:
    """Return whether there is anything at all."""
    return bool(inspect(connection).get_table_names())


def revision(connection: Connection) -> str | None:
    """Return the migration that the tables are of."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("select version_num from alembic_version")).scalar_one_or_none()


def facts(connection: Connection) -> Facts:
    """Return what is true of the data as a whole."""
    known = Installation.__table__  # type: ignore[attr-defined]  # SQLModel adds it to table classes
    epoch, mark = connection.execute(select(known.c.store_epoch, known.c.mark)).one()
    return Facts(
        tables=revision(connection) or "",
        epoch=epoch,
        mark=mark,
        submissions=connection.execute(select(func.count()).select_from(submission)).scalar_one(),
        conflicts=connection.execute(select(func.count()).select_from(conflict)).scalar_one(),
    )


def forget_times(connection: Connection) -> None:
    """Delete what only tells times."""
    for table in ONLY_TIMES:
        connection.execute(text(f"delete from {table}"))  # noqa: S608  the two names above
