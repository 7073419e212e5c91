"""Fixtures for tests through HTTP."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from support.databases import KINDS, postgresql_database, sqlite_database
from support.people import People
from support.portal import Portal


@pytest.fixture
def people(portal: Portal) -> People:
    """Return the people of an empty installation."""
    return People(portal)


@pytest.fixture(params=KINDS)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Yield an empty database for server processes."""
    if request.param == "sqlite":
        yield sqlite_database(tmp_path)
        return
    with postgresql_database(request.getfixturevalue("postgresql")) as url:
        yield url
