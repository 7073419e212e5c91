"""Asking what became of interviews: here or not, byte for byte, told to whoever may send to the round."""

from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import delete, event

from askwell.demonstration.phone import Phone, named
from askwell.submissions.models import submission
from support.people import People
from support.rounds import ANSWERS, NOON, OpenRound, changed, item, open_round


def told(phone: Phone, *items: dict[str, Any]) -> list[tuple[str | None, bool]]:
    """Return what the server says of each item: what it has, and whether that is safe."""
    answer = phone.ask(list(items))
    assert [one["instance_id"] for one in answer["items"]] == [one["instance_id"] for one in items]
    return [(one["have"], one["safe"]) for one in answer["items"]]


@pytest.fixture
def phone(survey: OpenRound) -> Phone:
    return survey.phone()


def test_what_was_received_is_here_and_what_was_not_is_not(phone: Phone) -> None:
    sent, kept = phone.freeze(ANSWERS, "en", NOON), phone.freeze(ANSWERS, "en", NOON)
    phone.send([sent])
    assert told(phone, kept, sent) == [(None, False), (sent["sha256"], False)]


def test_the_answer_is_whole(phone: Phone) -> None:
    sent = phone.freeze(ANSWERS, "en", NOON)
    (result,) = phone.send([sent])
    assert phone.ask([sent]) == {
        "epoch": result["receipt"]["epoch"],
        "backup_seq": 0,
        "items": [
            {
                "instance_id": sent["instance_id"],
                "rev": 1,
                "have": sent["sha256"],
                "parts_missing": [],
                "safe": False,
            }
        ],
    }


def test_other_bytes_under_the_id_are_not_these(phone: Phone) -> None:
    sent = phone.freeze(ANSWERS, "en", NOON)
    other = changed(sent, base="other")
    phone.send([sent])
    assert told(phone, sent, other) == [(sent["sha256"], False), (None, False)]


def test_of_two_contents_under_one_id_both_are_here(phone: Phone) -> None:
    sent = phone.freeze(ANSWERS, "en", NOON)
    other = changed(sent, base="other")
    phone.send([sent])
    phone.send([other])
    assert told(phone, sent, other) == [(sent["sha256"], False), (other["sha256"], False)]


def test_another_revision_is_another_thing(phone: Phone) -> None:
    sent = phone.freeze(ANSWERS, "en", NOON)
    phone.send([sent])
    assert told(phone, {**sent, "rev": 2}) == [(None, False)]


def test_rubbish_and_late_answers_are_here_like_all_others(survey: OpenRound, phone: Phone) -> None:
    rubbish, late = item("rubbish"), phone.freeze(ANSWERS, "en", NOON)
    phone.send([rubbish])
    survey.close()
    phone.send([late])
    assert told(phone, rubbish, late) == [(rubbish["sha256"], False), (late["sha256"], False)]


def test_an_id_that_may_tell_a_time_is_found_again(phone: Phone, app: FastAPI) -> None:
    timed = item("{}", str(UUID("018f3a52-9a55-7b86-8a5c-2c8ad8e5a3c1")))
    phone.send([timed])
    assert told(phone, timed) == [(timed["sha256"], False)]
    with app.state.database.read() as db:
        assert UUID(timed["instance_id"]) not in set(
            db.scalars(submission.select().with_only_columns(submission.c.instance_id))
        )


def test_a_receipt_that_was_given_does_not_count_any_more_when_the_row_is_gone(phone: Phone, app: FastAPI) -> None:
    sent = phone.freeze(ANSWERS, "en", NOON)
    phone.send([sent])
    with app.state.database.writer.begin() as connection:
        connection.execute(delete(submission))
    assert told(phone, sent) == [(None, False)]


def test_an_interview_of_another_round_is_not_told_of(people: People, phone: Phone) -> None:
    elsewhere = open_round(people, "interview")
    stranger = elsewhere.phone()
    theirs = stranger.freeze(ANSWERS, "en", NOON)
    stranger.send([theirs])
    assert told(phone, theirs) == [(None, False)]
    assert told(stranger, theirs) == [(theirs["sha256"], False)]


def test_whoever_has_not_joined_is_told_nothing(phone: Phone, survey: OpenRound) -> None:
    sent = phone.freeze(ANSWERS, "en", NOON)
    phone.send([sent])
    body = {"items": [named(sent)]}
    stranger = survey.people.portal.client(desk=False)
    for headers in ({}, {"Authorization": "Bearer made-up"}):
        answer = stranger.post("/v1/sync/status", json=body, headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (401, "unknown_capability")
    assert survey.editor.post("/v1/sync/status", json=body).status_code == 401


def test_five_hundred_may_be_asked_about_and_no_more(phone: Phone) -> None:
    items = [item(str(number), str(uuid4())) for number in range(501)]
    assert len(phone.ask(items[:500])["items"]) == 500
    with pytest.raises(httpx.HTTPStatusError, match="422"):
        phone.ask(items)
    with pytest.raises(httpx.HTTPStatusError, match="422"):
        phone.ask([])


def test_a_newer_phone_may_say_more(phone: Phone) -> None:
    sent = {**phone.freeze(ANSWERS, "en", NOON)}
    body = {"items": [{**named(sent), "missing": []}], "queue": {"pending": 3}}
    headers = {"Authorization": f"Bearer {phone.capability}"}
    assert phone.client.post("/v1/sync/status", json=body, headers=headers).status_code == 200


def test_asking_leaves_no_trace(phone: Phone, app: FastAPI) -> None:
    sent = phone.freeze(ANSWERS, "en", NOON)
    phone.send([sent])
    statements: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        statements.append(statement.split()[0].lower())

    event.listen(app.state.database.engine, "before_cursor_execute", note)
    phone.ask([sent])
    event.remove(app.state.database.engine, "before_cursor_execute", note)
    assert set(statements) <= {"select", "begin"}
