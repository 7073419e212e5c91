"""Limits hold across processes, forget what is over, and keep no address."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from fastapi import FastAPI, Request
from sqlalchemy import text

from askwell.database import Database
from askwell.errors import TooMany
from askwell.identity.limiting import Limit, Tally, check, count_failure, forget, hit, neighbourhood, take_back
from support.portal import Portal

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
FIVE = Limit("joining", 5, 900)


@pytest.fixture
def database(portal: Portal) -> Database:
    database: Database = portal.app.state.database
    return database


@pytest.fixture
def another_process(database: Database) -> Database:
    """The same database, opened again as another process would."""
    return Database(database.engine.url.render_as_string(hide_password=False))


def _refusal(database: Database, limit: Limit, key: str, at: datetime = NOON) -> int | None:
    try:
        check(database, limit, key, at=at)
    except TooMany as problem:
        return problem.retry_after_s
    return None


def test_many_at_once_in_two_processes_are_counted_exactly(database: Database, another_process: Database) -> None:
    def attempt(which: Database) -> bool:
        try:
            hit(which, FIVE, "key", at=NOON)
        except TooMany:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        allowed = list(pool.map(attempt, [database, another_process] * 10))
    another_process.dispose()
    assert allowed.count(True) == 5


def test_checking_counts_nothing_and_failures_do(database: Database) -> None:
    for _ in range(5):
        assert _refusal(database, FIVE, "key") is None
        assert _refusal(database, FIVE, "key") is None
        count_failure(database, FIVE, "key", at=NOON)
    assert _refusal(database, FIVE, "key") == 900
    assert _refusal(database, FIVE, "another key") is None
    assert _refusal(database, Limit("signing in", 5, 900), "key") is None


def test_a_window_ends_when_it_was_said_to(database: Database) -> None:
    at = NOON + timedelta(seconds=300)
    for _ in range(5):
        count_failure(database, FIVE, "key", at=at)
    assert _refusal(database, FIVE, "key", at) == 600
    assert _refusal(database, FIVE, "key", at + timedelta(seconds=599)) == 1
    assert _refusal(database, FIVE, "key", at + timedelta(seconds=600)) is None


def test_what_was_rightful_is_forgotten(database: Database) -> None:
    for _ in range(5):
        hit(database, FIVE, "key", at=NOON)
    forget(database, FIVE, "key", at=NOON)
    assert _refusal(database, FIVE, "key") is None


def test_what_comes_many_at_a_time_is_counted_with_what_it_did(database: Database) -> None:
    tally = Tally(FIVE, "key", "a hash key", NOON)
    with database.write() as db:
        tally.count(db, 5)
        db.rollback()
    with database.writing() as db:
        assert tally.left(db) == 5
        tally.count(db, 2)
        tally.count(db, 2)
    with database.writing() as db:
        assert tally.left(db) == 1
        tally.count(db, 4)
    with database.read() as db, pytest.raises(TooMany) as refused:
        tally.left(db)
    assert (refused.value.retry_after_s, refused.value.stored) == (900, False)


def test_what_was_rightful_is_taken_back_alone(database: Database) -> None:
    for _ in range(5):
        hit(database, FIVE, "key", at=NOON)
    take_back(database, FIVE, "key", at=NOON)
    assert _refusal(database, FIVE, "key") is None
    count_failure(database, FIVE, "key", at=NOON)
    assert _refusal(database, FIVE, "key") == 900


def test_windows_that_are_over_are_deleted_and_others_stay(database: Database) -> None:
    hourly = Limit("hourly", 5, 3600)
    count_failure(database, FIVE, "over", at=NOON)
    count_failure(database, hourly, "not over", at=NOON)
    count_failure(database, FIVE, "new", at=NOON + timedelta(minutes=20))
    with database.engine.connect() as connection:
        ends = connection.execute(text('select "window" from rate_window order by 1')).scalars().all()
    assert [end - int(NOON.timestamp()) for end in ends] == [1800, 3600]


def test_the_database_names_nobody(database: Database) -> None:
    count_failure(database, FIVE, "canary@askwell.example", at=NOON)
    with database.engine.connect() as connection:
        (key,) = connection.execute(text("select key from rate_window")).scalars().all()
    assert "canary" not in key
    assert len(key) == 64


def _neighbourhoods(app: FastAPI, addresses: list[str], at: datetime) -> list[str]:
    scope = {"type": "http", "app": app, "headers": []}
    return [neighbourhood(Request({**scope, "client": (address, 1)}), at=at) for address in addresses]


def test_a_neighbourhood_is_shared_by_many_and_another_tomorrow(app: FastAPI, portal: Portal) -> None:
    addresses = [f"198.51.{number // 250}.{number % 250}" for number in range(500)]
    today = _neighbourhoods(app, addresses, NOON)
    assert today == _neighbourhoods(app, addresses, NOON + timedelta(hours=11))
    assert all(len(name) == 3 for name in today)
    assert len(set(today)) < len(addresses)  # two of them share one, as 20 addresses for each do by chance
    of_one_house = [f"2001:db8:1:2::{number}" for number in range(1, 50)]
    assert len(set(_neighbourhoods(app, of_one_house, NOON))) == 1
    tomorrow = _neighbourhoods(app, addresses, NOON + timedelta(days=1))
    assert sum(a == b for a, b in zip(today, tomorrow, strict=True)) < 10
