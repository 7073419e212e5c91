"""Settling: answers of anonymous rounds are seen in shuffled groups of at least k, and nothing tells when they came."""

from itertools import pairwise
from typing import Any
from uuid import UUID

import pytest
from fastapi import FastAPI
from sqlalchemy import Date, DateTime, Integer, select, text

from askwell.submissions.models import conflict, submission
from askwell.tables import metadata
from support.people import People
from support.rounds import ANSWERS, NOON, OpenRound, changed, item, open_round


def shown(survey: OpenRound) -> int:
    """Count what the desk sees, by the rows that it can download."""
    return len(survey.editor.get(f"{survey.path}/export.csv").text.splitlines()) - 1


def stored(app: FastAPI, *columns: Any) -> list[Any]:
    with app.state.database.read() as db:
        return list(db.execute(select(*columns)))


def test_nothing_is_seen_until_two_groups_are_there(survey: OpenRound) -> None:
    survey.answer(*[{}] * 9)
    assert shown(survey) == 0
    assert survey.read("progress") == {"band": "fewer than 5", "k": 5}
    assert survey.read("results") == {
        "band": "fewer than 5",
        "shown": False,
        "why_not": "fewer_than_k",
        "updated_in_groups_of": 5,
        "languages": ["und"],
        "questions": [],
    }


def test_every_change_at_the_desk_is_one_by_at_least_k(survey: OpenRound) -> None:
    phone = survey.phone()
    seen = [0]
    for _ in range(25):
        phone.send([phone.freeze(ANSWERS, "en", NOON)])
        seen.append(shown(survey))
    steps = [after - before for before, after in pairwise(seen)]
    assert [step for step in steps if step] == [5, 5, 5, 5]
    assert seen[-1] == 20


def test_at_least_k_always_stay_behind_until_the_round_closes(survey: OpenRound) -> None:
    survey.answer(*[{}] * 17)
    assert shown(survey) == 12
    survey.close()
    assert shown(survey) == 17


def test_a_larger_k_is_kept(people: People) -> None:
    survey = open_round(people, k=8)
    survey.answer(*[{}] * 15)
    assert shown(survey) == 0
    survey.answer({})
    assert shown(survey) == 8


def test_fewer_than_k_are_stored_and_never_shown(survey: OpenRound, app: FastAPI) -> None:
    survey.answer(*[{}] * 4)
    survey.close()
    assert shown(survey) == 0
    assert survey.read("results")["why_not"] == "fewer_than_k"
    assert len(stored(app, submission.c.instance_id)) == 4


def test_closing_twice_shows_no_more(survey: OpenRound) -> None:
    survey.answer(*[{}] * 6)
    assert survey.close() == survey.close()
    assert shown(survey) == 6


def test_late_answers_are_seen_as_a_group_of_their_own(survey: OpenRound) -> None:
    phone = survey.phone()
    phone.send([phone.freeze(ANSWERS, "en", NOON) for _ in range(6)])
    survey.close()
    seen = []
    for _ in range(6):
        assert phone.send([phone.freeze(ANSWERS, "en", NOON)])[0]["status"] == "late"
        seen.append(shown(survey))
    assert seen == [6, 6, 6, 6, 11, 11]


def test_rubbish_makes_up_no_group(survey: OpenRound) -> None:
    survey.answer(*[{}] * 9)
    survey.phone().send([item(f"rubbish {number}") for number in range(20)])
    assert shown(survey) == 0
    assert survey.read("quarantine")["items"] == []
    survey.answer({})
    assert shown(survey) == 5
    assert len(survey.read("quarantine")["items"]) == 20


def test_many_revisions_of_one_interview_make_up_no_group(survey: OpenRound) -> None:
    phone = survey.phone()
    frozen = phone.freeze(ANSWERS, "en", NOON)
    revisions = [
        item(frozen["content"].replace('"rev":1', f'"rev":{rev}'), frozen["instance_id"], rev=rev)
        for rev in range(1, 21)
    ]
    assert {result["status"] for result in phone.send(revisions)} == {"received"}
    assert shown(survey) == 0


def test_a_conflict_is_seen_with_a_group_and_not_before(survey: OpenRound) -> None:
    phone = survey.phone()
    items = [phone.freeze(ANSWERS, "en", NOON) for _ in range(9)]
    phone.send(items)
    phone.send([changed(one, base="other") for one in items])
    assert survey.read("conflicts")["items"] == []
    survey.answer({})
    seen = survey.read("conflicts")["items"]
    assert len(seen) in {4, 5}
    survey.close()
    assert len(survey.read("conflicts")["items"]) == 9


def test_whether_an_answer_was_late_is_forgotten_when_it_settles(survey: OpenRound, app: FastAPI) -> None:
    phone = survey.phone()
    survey.close()
    phone.send([phone.freeze(ANSWERS, "en", NOON) for _ in range(6)])
    assert stored(app, submission.c.settled, submission.c.late) == [(True, False)] * 6


def test_who_stays_behind_is_drawn_at_random(survey: OpenRound, app: FastAPI) -> None:
    phone = survey.phone()
    items = [phone.freeze(ANSWERS, "en", NOON) for _ in range(50)]
    for start in range(0, 50, 10):
        phone.send(items[start : start + 10])
    waiting = {row[0] for row in stored(app, submission.c.instance_id, submission.c.settled) if not row[1]}
    assert len(waiting) == 5
    assert waiting != {UUID(one["instance_id"]) for one in items[-5:]}


def test_anonymous_answers_have_no_column_that_orders_or_times(survey: OpenRound, app: FastAPI) -> None:
    survey.answer(*[{}] * 12)
    with app.state.database.read() as db:
        rows = list(db.execute(select(submission)).mappings())
    assert {(row["seq"], row["received_on"]) for row in rows} == {(None, None)}
    for table in (submission, conflict):
        telling = {column.name for column in table.columns if isinstance(column.type, Date | DateTime | Integer)}
        assert telling <= {"rev", "seq", "received_on"}
        assert not table.dialect_options["sqlite"]["with_rowid"], "SQLite would number the rows as they come"
    for name in ("card", "capability"):
        kinds = {type(column.type).__name__ for column in metadata.tables[name].columns}
        assert kinds <= {"AutoString", "Uuid", "Boolean"}


def test_settled_rows_of_a_group_were_written_in_one_transaction(survey: OpenRound, app: FastAPI) -> None:
    """PostgreSQL numbers transactions: rows that were not written again would still tell their order."""
    if app.state.database.engine.dialect.name != "postgresql":
        pytest.skip("SQLite keeps no trace of transactions in its rows")
    phone = survey.phone()
    for _ in range(20):
        phone.send([phone.freeze(ANSWERS, "en", NOON)])
    with app.state.database.read() as db:
        groups = db.execute(text("select count(*) from submission where settled group by xmin::text")).scalars()
        assert sorted(groups) == [5, 5, 5]
