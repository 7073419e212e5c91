"""Fixtures for tests of an operator's commands."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI

from support.backups import Terminal, empty_place, place_of
from support.people import People
from support.rounds import OpenRound, open_round


@pytest.fixture
def terminal(app: FastAPI, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Terminal]:
    """Yield an operator at the terminal; the database is the app's."""
    kind = app.state.database.engine.dialect.name
    logbook = tmp_path / "logbook"
    with empty_place(kind, tmp_path / "elsewhere", logbook, lambda: request.getfixturevalue("postgresql")) as elsewhere:
        yield Terminal(tmp_path, place_of(app, logbook), elsewhere)


@pytest.fixture
def interviews(people: People) -> OpenRound:
    """Return a confidential round."""
    return open_round(people, "interview")


@pytest.fixture
def survey(people: People) -> OpenRound:
    """Return an anonymous round with an open link."""
    return open_round(people)
