"""What the service says about itself: well only when it can write, and a greeting that no captive portal gives."""

from collections.abc import Iterator

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import insert, text

from askwell import clock
from askwell.identity.models import RateWindow
from support.portal import Portal


@pytest.fixture
def _broken(portal: Portal) -> Iterator[None]:
    """A database that cannot be written as it should: one of its tables is missing."""
    app = portal.app
    with app.state.database.writer.begin() as connection:
        connection.execute(text("alter table installation rename to moved_away"))
    yield
    with app.state.database.writer.begin() as connection:
        connection.execute(text("alter table moved_away rename to installation"))


def test_a_service_that_writes_and_reads_is_well(client: httpx.Client) -> None:
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()) == (200, {"ok": True})


@pytest.mark.usefixtures("_broken")
def test_a_service_that_cannot_write_is_not_well(client: httpx.Client) -> None:
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "5"
    assert answer.json()["code"] == "not_well"
    assert "installation" not in answer.text


def test_asking_is_really_writing(client: httpx.Client, app: FastAPI) -> None:
    with app.state.database.engine.connect() as connection:
        assert connection.execute(text("select count(*) from installation")).scalar_one() == 0
    client.get("/healthz")
    with app.state.database.engine.connect() as connection:
        assert connection.execute(text("select count(*) from installation")).scalar_one() == 1


def test_asking_again_is_really_writing_again(client: httpx.Client, app: FastAPI) -> None:
    client.get("/healthz")
    with app.state.database.engine.connect() as connection:
        sqlite = connection.dialect.name == "sqlite"
        written = text("pragma data_version" if sqlite else "select pg_current_wal_insert_lsn()")
        before = connection.execute(written).scalar_one()
        connection.rollback()
        client.get("/healthz")
        assert connection.execute(written).scalar_one() != before
        assert connection.execute(text("select count(*) from rate_window")).scalar_one() == 0


def test_it_forgets_when_somebody_was_last_here(client: httpx.Client, app: FastAPI) -> None:
    over, running = int(clock.now().timestamp()) - 1, int(clock.now().timestamp()) + 600
    with app.state.database.writer.begin() as connection:
        connection.execute(insert(RateWindow), [{"key": "a", "window": over}, {"key": "a", "window": running}])
    client.get("/healthz")
    with app.state.database.engine.connect() as connection:
        assert connection.execute(text('select "window" from rate_window')).scalars().all() == [running]


def test_hello_says_who_answers_and_how_much_it_takes(client: httpx.Client) -> None:
    first, second = client.get("/v1/hello").json(), client.get("/v1/hello").json()
    assert first == second
    assert len(first.pop("epoch")) >= 20
    assert first == {"service": "askwell", "api": {"min": 1, "max": 1}, "limits": {"items": 50, "bytes": 1048576}}


def test_nothing_of_it_is_cached(client: httpx.Client) -> None:
    for path in ("/healthz", "/v1/hello"):
        assert client.get(path).headers["cache-control"] == "no-store"
