"""SQLite: a copy by VACUUM INTO, while the service runs.

It is a snapshot, as the backup API's is, and written anew: without the free pages in which deleted rows, and the places
where they once stood, can still be read.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import uuid4

from sqlalchemy.engine import make_url
from sqlalchemy.exc import DatabaseError

from askwell import durable
from askwell.backups import queries
from askwell.backups.failures import NotDone, NotEmpty, Unreadable
from askwell.backups.manifest import Facts
from askwell.database import Database

FILE = "askwell.db"
# A journal that was left behind would be played into whatever database has its name.
_BESIDE = ("", "-wal", "-shm", "-journal")


def copy_out(database: Database, folder: Path) -> Facts:
    """Copy the database into the folder; return what is true of the copy."""
    copy = folder / FILE
    try:
        with closing(database.engine.raw_connection()) as connection:
            connection.cursor().execute("VACUUM INTO ?", (str(copy),))
    except sqlite3.Error as error:
        raise NotDone("The database could not be copied: it is busy or damaged, or the disk is full.") from error
    with _database(copy) as copied, copied.writer.connect() as connected:
        connected.exec_driver_sql("PRAGMA secure_delete=ON")
        queries.forget_times(connected)
        found = queries.facts(connected)
        connected.commit()
    return found


@contextmanager
def tried(folder: Path, _running: Database) -> Iterator[Database]:
    """Give the copy in the folder as a database, once every page of it was found sound."""
    with _database(folder / FILE) as database:
        _insist_on_sound(database)
        yield database


@contextmanager
def put_back(folder: Path, url: str) -> Iterator[Database]:
    """Give the copy in the folder to be finished; then it takes its place, whole or not at all."""
    to = path_of(url)
    insist_on_empty(url)
    to.parent.mkdir(parents=True, exist_ok=True)
    coming = to.with_name(f".{to.name}.{uuid4().hex}")
    shutil.copyfile(folder / FILE, coming)
    try:
        with _database(coming) as database:
            _insist_on_sound(database)
            yield database
        with coming.open("rb+") as file:
            os.fsync(file.fileno())
        durable.take_name(coming, to, replace=False)
    except FileExistsError as error:
        raise NotEmpty(f"There is a database at {to} already.") from error
    finally:
        for end in _BESIDE:
            coming.with_name(coming.name + end).unlink(missing_ok=True)


def insist_on_empty(url: str) -> None:
    """Raise NotEmpty where there is a database, or the journal of one."""
    to = path_of(url)
    there = [to.name + end for end in _BESIDE if to.with_name(to.name + end).exists()]
    if there:
        names = " and ".join(there)
        raise NotEmpty(f"In {to.parent} there is {names} already. Move it away first: nothing is ever overwritten.")


def path_of(url: str) -> Path:
    """Return where the database lies."""
    name = make_url(url).database
    if not name or name == ":memory:":
        raise NotDone("A database in memory has no backup.")
    return Path(name)


def _insist_on_sound(database: Database) -> None:
    try:
        with database.engine.connect() as connection:
            told = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
    except DatabaseError as error:
        raise Unreadable("The database in this backup is damaged.") from error
    if told != ["ok"]:
        raise Unreadable("The database in this backup is damaged.")


@contextmanager
def _database(path: Path) -> Iterator[Database]:
    database = Database(f"sqlite:///{path}")
    try:
        yield database
    finally:
        database.dispose()
