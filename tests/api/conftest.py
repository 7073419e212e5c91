"""Fixtures for tests through HTTP."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from fastapi import FastAPI

from askwell import clock
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


@pytest.fixture
def set_clock(app: FastAPI) -> Iterator[Callable[[datetime], None]]:
    """Return what sets the clock of the service to a moment."""

    def set_to(moment: datetime) -> None:
        app.dependency_overrides[clock.look] = lambda: moment

    yield set_to
    app.dependency_overrides.pop(clock.look, None)
