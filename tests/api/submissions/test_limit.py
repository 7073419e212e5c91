"""So many submissions in a minute, counted by item before any work is done; the rest is for later, and said so."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import text

from askwell import clock
from askwell.demonstration.phone import Phone
from askwell.identity.models import Installation
from support.rounds import ANSWERS, NOON, OpenRound, open_round

START = clock.now().replace(second=20, microsecond=0)  # today: a round takes phones from its first day on


@pytest.fixture
def minute(app: FastAPI) -> Iterator[list[datetime]]:
    """Allow five submissions in a minute, and yield a clock that stands still: the time is the list's only item."""
    settings, time = app.state.settings, [START]
    app.state.settings = settings.model_copy(update={"submissions_per_minute": 5})
    app.dependency_overrides[clock.look] = lambda: time[0]
    yield time
    app.state.settings = settings
    del app.dependency_overrides[clock.look]


def frozen(phone: Phone, count: int) -> list[dict[str, Any]]:
    return [phone.freeze(ANSWERS, "en", NOON) for _ in range(count)]


def send(phone: Phone, items: list[Any], capability: str | None = None) -> httpx.Response:
    headers = {"Authorization": f"Bearer {capability or phone.capability}"}
    return phone.client.post("/v1/submissions", json={"items": items}, headers=headers)


def statuses(answer: httpx.Response) -> list[tuple[str, bool]]:
    assert answer.status_code == 200, answer.text
    return [(result["status"], result["stored"]) for result in answer.json()["results"]]


def test_items_are_counted_and_what_is_too_many_comes_later(survey: OpenRound, minute: list[datetime]) -> None:
    phone = survey.phone()
    items = frozen(phone, 8)
    assert statuses(send(phone, items[:3])) == [("received", True)] * 3
    partly = send(phone, items[3:])
    assert statuses(partly) == [("received", True)] * 2 + [("later", False)] * 3
    assert [result["instance_id"] for result in partly.json()["results"]] == [one["instance_id"] for one in items[3:]]
    refused = send(phone, items[5:])
    assert (refused.status_code, refused.json()["code"], refused.json()["stored"]) == (429, "too_many", False)
    assert refused.headers["Retry-After"] == "40"
    minute[0] += timedelta(seconds=40)
    assert statuses(send(phone, items[5:])) == [("received", True)] * 3


def test_interviewers_are_counted_each_and_an_anonymous_round_as_a_whole(
    interviews: OpenRound, minute: list[datetime]
) -> None:
    first, second = interviews.phone(), interviews.phone()
    assert statuses(send(first, frozen(first, 5))) == statuses(send(second, frozen(second, 5)))
    survey = open_round(interviews.people)
    first, second = survey.phone(), survey.phone()
    assert statuses(send(first, frozen(first, 5))) == [("received", True)] * 5
    assert send(second, frozen(second, 1)).status_code == 429


def test_a_batch_larger_than_the_limit_goes_through_bit_by_bit(survey: OpenRound, minute: list[datetime]) -> None:
    phone = survey.phone()
    waiting = frozen(phone, 12)
    for _ in range(3):
        results = send(phone, waiting).json()["results"]
        kept = {result["instance_id"] for result in results if result["stored"]}
        waiting = [one for one in waiting if one["instance_id"] not in kept]
        minute[0] += timedelta(minutes=1)
    assert waiting == []


def test_what_is_refused_does_no_work(survey: OpenRound, minute: list[datetime], app: FastAPI) -> None:
    phone = survey.phone()
    assert statuses(send(phone, frozen(phone, 5))) == [("received", True)] * 5
    counted = text("select attempts from rate_window order by 1")
    with app.state.database.engine.connect() as connection:
        before = connection.execute(counted).scalars().all()
    assert send(phone, frozen(phone, 50)).status_code == 429
    with app.state.database.engine.connect() as connection:
        assert connection.execute(text("select count(*) from submission")).scalar_one() == 5
        assert connection.execute(counted).scalars().all() == before
    assert before[-1] == 5


def test_neither_a_stranger_nor_one_too_many_waits_for_who_is_writing(
    survey: OpenRound, minute: list[datetime], app: FastAPI
) -> None:
    phone = survey.phone()
    items = frozen(phone, 5)
    assert statuses(send(phone, items)) == [("received", True)] * 5
    with app.state.database.write() as db:
        db.get_one(Installation, 1).store_epoch = "being written"
        db.flush()
        stranger = send(phone, items, "unknown")
        too_many = send(phone, items)
        db.rollback()
    assert statuses(stranger) == [("unknown_capability", False)] * 5
    assert too_many.status_code == 429
