"""Fixtures for every test: both databases, the app in this process, and real server processes."""

import os
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from askwell.admin.migrating import migrate
from askwell.app import create_app
from askwell.settings import Settings
from askwell.tables import metadata
from support.databases import KINDS, postgresql_database, postgresql_server, sqlite_database
from support.portal import Portal
from support.serving import ServerProcess


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """Yield the URL of a PostgreSQL server that lasts for the whole run."""
    with postgresql_server() as url:
        yield url


@pytest.fixture(scope="session", params=KINDS)
def app(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[FastAPI]:
    """Yield the service in this process, once per kind of database."""
    folder = tmp_path_factory.mktemp(request.param)
    if request.param == "sqlite":
        yield from _running(sqlite_database(folder), folder)
        return
    with postgresql_database(request.getfixturevalue("postgresql")) as url:
        yield from _running(url, folder)


def _running(url: str, folder: Path) -> Iterator[FastAPI]:
    app = create_app(Settings(database_url=url, data_dir=folder, public_url="http://testserver"))
    migrate(app.state.database)
    yield app
    app.state.database.dispose()


@pytest.fixture
def portal(app: FastAPI) -> Iterator[Portal]:
    """Yield a door into an empty installation: clients that sign in, and clients that are phones."""
    _empty(app)
    with Portal(app) as portal:
        yield portal


@pytest.fixture
def client(portal: Portal) -> httpx.Client:
    """Return a client that nobody has signed in with."""
    return portal.client()


def _empty(app: FastAPI) -> None:
    """Delete every row, children first. Tests share one migrated database per kind; it is much quicker."""
    with app.state.database.writer.begin() as connection:
        for table in reversed(metadata.sorted_tables):
            connection.execute(table.delete())


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ServerProcess]:
    """Yield a real server process on SQLite."""
    process = ServerProcess(sqlite_database(tmp_path), tmp_path).start()
    yield process
    process.stop()


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Return the folder of outside test material; tests that need it skip, saying so, where it is absent."""
    folder = Path(os.environ.get("ASKWELL_SHARED_DATA", Path(__file__).parents[2] / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip(f"outside test material is not here ({folder})")
    return folder
