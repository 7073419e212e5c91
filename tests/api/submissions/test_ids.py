"""Ids that may tell a time: in an anonymous round the interview is received, and its id is not kept."""

from typing import Any
from uuid import UUID, uuid1

from fastapi import FastAPI
from sqlalchemy import select, update

from askwell import clock
from askwell.submissions.models import submission
from askwell.submissions.reviewing import reprocess
from support.rounds import ANSWERS, NOON, OpenRound, changed, item

# Of kind 1 and 7, and of no kind at all: each holds a time.
TELLING = [str(uuid1()), "01932c07-209c-7000-8000-5f1e0a6f3b11", "00000000-6650-0000-0000-000000000001"]


def stored(app: FastAPI) -> set[UUID]:
    with app.state.database.read() as db:
        return set(db.execute(select(submission.c.instance_id)).scalars())


def sent_as(survey: OpenRound, phone: Any, instance_id: str) -> dict[str, Any]:
    frozen = phone.freeze(ANSWERS, "en", NOON)
    return item(changed(frozen, instance_id=instance_id)["content"], instance_id)


def test_an_interview_with_a_telling_id_is_received_once_and_kept_under_another(
    survey: OpenRound, app: FastAPI
) -> None:
    phone = survey.phone()
    items = [sent_as(survey, phone, instance_id) for instance_id in TELLING]
    first, again = phone.send(items), phone.send(items)
    assert [(one["status"], one["receipt"]["instance_id"]) for one in first] == [("received", one) for one in TELLING]
    assert again == [{**one, "status": "already_received"} for one in first]
    kept = stored(app)
    assert {instance_id.version for instance_id in kept} == {4}
    assert len(kept) == 3


def test_a_random_id_is_kept_as_it_is(survey: OpenRound, app: FastAPI) -> None:
    phone = survey.phone()
    frozen = phone.freeze(ANSWERS, "en", NOON)
    phone.send([frozen])
    assert stored(app) == {UUID(frozen["instance_id"])}


def test_other_bytes_under_a_telling_id_are_a_conflict_and_the_desk_does_not_read_the_id(survey: OpenRound) -> None:
    phone = survey.phone()
    survey.answer(*[{}] * 10)
    telling = TELLING[0]
    first = sent_as(survey, phone, telling)
    results = phone.send([first, item(f"{first['content']} ", telling), item(f"rubbish of {telling}", TELLING[1])])
    assert [one["status"] for one in results] == ["received", "conflict", "quarantined"]
    survey.close()
    for what in ("conflicts", "quarantine"):
        page = survey.editor.get(f"{survey.path}/{what}", params={"limit": 1})
        assert [one for one in TELLING if one in page.text] == []
        assert "(an id that may tell a time)" in page.text


def test_it_is_read_again_like_any_other(survey: OpenRound, app: FastAPI) -> None:
    phone = survey.phone()
    phone.send([sent_as(survey, phone, TELLING[0])])
    forgotten = {"problem": "not_understood", "quality": "quarantined", "answers": None}
    with app.state.database.writer.begin() as connection:
        connection.execute(update(submission).values(**forgotten))
    assert reprocess(app.state.database, clock.now()) == (1, 1)


def test_a_confidential_round_keeps_the_id_that_was_sent(interviews: OpenRound, app: FastAPI) -> None:
    phone = interviews.phone()
    phone.send([sent_as(interviews, phone, TELLING[0])])
    assert stored(app) == {UUID(TELLING[0])}
