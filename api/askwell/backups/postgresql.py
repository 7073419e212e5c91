"""PostgreSQL: a copy by pg_dump, of one snapshot, and back by pg_restore, in one transaction.

pg_dump writes rows as they lie, which for answers that wait for their group is the order they came in. So these are
written again first, in random order, and so are cards and capabilities.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from sqlalchemy import URL, Connection, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError

from askwell.backups import queries
from askwell.backups.failures import NotDone, NotEmpty
from askwell.backups.manifest import Facts
from askwell.database import Database
from askwell.rounds import mixing, states
from askwell.submissions import proof_queries, settling

FILE = "askwell.pgdump"
_PLAIN = ("--no-owner", "--no-privileges")


def copy_out(database: Database, folder: Path) -> Facts:
    """Copy the database into the folder; return what is true of the copy."""
    _shuffle(database)
    left_out = [f"--exclude-table-data={name}" for name in queries.ONLY_TIMES]
    with database.engine.connect().execution_options(isolation_level="REPEATABLE READ") as connection:
        program = _program("pg_dump", _major(connection))
        snapshot = connection.execute(text("select pg_export_snapshot()")).scalar_one()
        found = queries.facts(connection)
        _run(
            [program, "--format=custom", f"--snapshot={snapshot}", f"--file={folder / FILE}", *_PLAIN, *left_out],
            database.engine.url,
        )
    return found


@contextmanager
def tried(folder: Path, running: Database) -> Iterator[Database]:
    """Give the copy in the folder as a database of its own on the same server, which is dropped afterwards."""
    name = f"askwell_trial_{uuid4().hex}"
    _administer(running, f"create database {name}")
    try:
        with _database(running.engine.url.set(database=name)) as database:
            _load(folder, database)
            yield database
    finally:
        _administer(running, f"drop database {name} with (force)")


@contextmanager
def put_back(folder: Path, url: str) -> Iterator[Database]:
    """Load the copy in the folder, all of it or nothing, and give it to be finished."""
    insist_on_empty(url)
    with _database(make_url(url)) as database:
        _load(folder, database)
        yield database


def insist_on_empty(url: str) -> None:
    """Raise NotEmpty where there is a table already."""
    with _database(make_url(url)) as database, database.engine.connect() as connection:
        if queries.has_tables(connection):
            raise NotEmpty("This database has tables already. Make an empty one: nothing is ever overwritten.")


def _shuffle(database: Database) -> None:
    """Let nothing of an anonymous round lie in the order it came in."""
    with database.read() as db:
        anonymous = [place for place in proof_queries.places(db) if states.is_anonymous(place.mode)]
    for place in anonymous:
        with database.writing() as db:
            settling.shuffle(db, place.round_id)
        mixing.mix(database, place.round_id)


def _load(folder: Path, database: Database) -> None:
    with database.engine.connect() as connection:
        program = _program("pg_restore", _major(connection))
    _run(
        [program, "--exit-on-error", "--single-transaction", *_PLAIN, str(folder / FILE)],
        database.engine.url,
    )


def _administer(database: Database, statement: str) -> None:
    engine = database.engine.execution_options(isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql(statement)
    except DBAPIError as error:
        raise NotDone(
            "The backup is tried in a database of its own on the same server, and this role may not make one. "
            "Let it: ALTER ROLE … CREATEDB."
        ) from error


def _major(connection: Connection) -> int:
    return int(connection.exec_driver_sql("show server_version_num").scalar_one()) // 10_000


def _program(name: str, server: int) -> str:
    """Find a program of PostgreSQL that is not older than the server: an older one does not know all there is."""
    found = shutil.which(name)
    if found is None:
        raise NotDone(f"{name} is not here. Install the client programs of PostgreSQL {server}, or put them on PATH.")
    said = subprocess.run([found, "--version"], capture_output=True, text=True, check=False).stdout  # noqa: S603
    version = re.search(r"(\d+)", said)
    if version is None or int(version[1]) < server:
        raise NotDone(f"{name} is of version {version[1] if version else '?'}, the server of {server}: it is too old.")
    return found


def _run(command: list[str], url: URL) -> None:
    """Run a program of PostgreSQL. The password goes by the environment: other people see the command line."""
    address = url.set(drivername="postgresql", password=None).render_as_string()
    environment = {**os.environ, **({"PGPASSWORD": str(url.password)} if url.password else {})}
    done = subprocess.run(  # noqa: S603  our own command
        [*command, f"--dbname={address}"], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        # Only the first line: those after it can quote a row.
        first = done.stderr.strip().split("\n", 1)[0][:300] or "it was stopped; the disk may be full."
        raise NotDone(f"{Path(command[0]).name} failed: {first}")


@contextmanager
def _database(url: URL) -> Iterator[Database]:
    database = Database(url.render_as_string(hide_password=False))
    try:
        yield database
    finally:
        database.dispose()
