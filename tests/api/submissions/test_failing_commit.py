"""A commit that fails: the phone is told that nothing was stored, and nothing was."""

from collections.abc import Iterator
from sqlite3 import OperationalError as SqliteError
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import Connection, event, func, select
from sqlalchemy.exc import OperationalError

from askwell.submissions.models import submission
from support.rounds import ANSWERS, NOON, OpenRound


@pytest.fixture
def full_disk(app: FastAPI) -> Iterator[list[bool]]:
    """Let every commit fail as long as the list says so."""
    full = [False]

    def refuse(_connection: Connection) -> None:
        if full[0]:
            raise OperationalError("COMMIT", None, SqliteError("database or disk is full"))

    event.listen(app.state.database.engine, "commit", refuse)
    yield full
    event.remove(app.state.database.engine, "commit", refuse)


def test_what_could_not_be_committed_is_not_acknowledged_and_may_come_again(
    survey: OpenRound, full_disk: list[bool], app: FastAPI
) -> None:
    phone = survey.phone()
    frozen = phone.freeze(ANSWERS, "en", NOON)
    headers = {"Authorization": f"Bearer {phone.capability}"}
    full_disk[0] = True
    answer = phone.client.post("/v1/submissions", json={"items": [frozen]}, headers=headers)
    full_disk[0] = False
    problem: dict[str, Any] = answer.json()
    assert (answer.status_code, problem["code"], problem["stored"]) == (507, "store_full", False)
    assert answer.headers["Retry-After"] == "60"
    with app.state.database.read() as db:
        assert db.execute(select(func.count()).select_from(submission)).scalar_one() == 0
    assert phone.send([frozen])[0]["status"] == "received"
