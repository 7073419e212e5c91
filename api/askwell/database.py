"""The database: the base of every table, the engine for SQLite or PostgreSQL, and one session per request.

A writing request gets `Db`: its transaction is committed after the handler and *before* the answer leaves, so that
nothing is acknowledged that a crash could take back. A reading request gets `ReadDb`, which never commits.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Annotated, Any

from fastapi import Depends, Request
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlmodel import Session, SQLModel

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


_AFTERWARDS = "afterwards"


class Table(SQLModel):
    """Base of every table. It adds no columns: a time stamp that nobody asked for could tell who answered when."""


class Database:
    """An engine for reading and one for writing, over the same connections."""

    def __init__(self, url: str) -> None:
        self.engine = _engine(url)
        self.writer = self.engine.execution_options(askwell_write=True)

    def write(self) -> Session:
        """Return a session for writing; the caller commits."""
        return Session(self.writer, expire_on_commit=False)

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Give a session whose changes are committed when the block ends, and none of them if it fails.

        What was asked for with `afterwards` follows the commit, in transactions of its own.
        """
        with self.write() as session:
            yield session
            session.commit()
            deeds = session.info.pop(_AFTERWARDS, {})
        for deed in deeds.values():
            deed(self)

    def read(self) -> Session:
        """Return a session for reading."""
        return Session(self.engine, expire_on_commit=False)

    def dispose(self) -> None:
        """Close every connection."""
        self.engine.dispose()


def afterwards(db: Session, key: object, deed: Callable[[Database], None]) -> None:
    """Do something once the session's changes are committed; the same key again is one deed."""
    db.info.setdefault(_AFTERWARDS, {})[key] = deed


def _engine(url: str) -> Engine:
    """Make the engine. Its errors never tell the parameters of a statement: they are what people wrote."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "postgresql":
        address = parsed.set(drivername="postgresql+psycopg")
        engine = create_engine(address, pool_size=20, max_overflow=30, hide_parameters=True)
    else:
        engine = create_engine(
            parsed, pool_size=50, max_overflow=10, connect_args={"timeout": 15}, hide_parameters=True
        )
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    event.listen(engine, "reset", _end_transaction)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=15000"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    """Take the write lock at once when writing: a read that turns into a write fails without waiting."""
    writing = connection.get_execution_options().get("askwell_write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _end_transaction(connection: Any, _record: object, _state: object) -> None:
    """End what a failed COMMIT left open: SQLAlchemy takes that transaction for closed, SQLite keeps it.

    Otherwise the connection would go back to the others with the write lock in its hands, and nobody could write again.
    Where nothing is open this costs nothing: no driver asks the database then.
    """
    if connection is not None:
        connection.rollback()


def database_of(request: Request) -> Database:
    """Return the database of the running app."""
    database: Database = request.app.state.database
    return database


def _writing(request: Request) -> Iterator[Session]:
    with database_of(request).writing() as session:
        yield session


def _reading(request: Request) -> Iterator[Session]:
    with database_of(request).read() as session:
        yield session


Db = Annotated[Session, Depends(_writing, scope="function")]
ReadDb = Annotated[Session, Depends(_reading, scope="function")]
