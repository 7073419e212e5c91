"""One bad item never keeps the others back, and never loses what can be stored of it."""

import json
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import text

from support.rounds import ANSWERS, NOON, OpenRound, item

GARBLED: list[Any] = [
    None,
    7,
    "an answer",
    {},
    {"instance_id": "not-an-id", "rev": 1, "sha256": "0" * 64, "content": ""},
    {**item("x"), "rev": 0},
    {**item("x"), "rev": 2**40},
    {**item("x"), "sha256": "abc"},
    {**item("x"), "content": None},
]


def test_items_that_cannot_be_read_do_not_block_the_rest(interviews: OpenRound) -> None:
    phone = interviews.phone()
    first, last = (phone.freeze(ANSWERS, "en", NOON) for _ in range(2))
    results = phone.send([first, *GARBLED, last])
    outcomes = [(result["status"], result["stored"], result["receipt"] is not None) for result in results]
    assert outcomes == [("received", True, True), *[("garbled", False, False)] * len(GARBLED), ("received", True, True)]


def test_bytes_that_were_changed_on_the_way_are_not_stored(interviews: OpenRound) -> None:
    phone = interviews.phone()
    frozen = phone.freeze(ANSWERS, "en", NOON)
    (result,) = phone.send([{**frozen, "content": frozen["content"] + " "}])
    assert (result["status"], result["stored"]) == ("garbled", False)
    assert result["sha256"] not in {None, frozen["sha256"]}
    assert phone.send([frozen])[0]["status"] == "received"


def test_half_a_character_has_no_bytes_and_is_sent_back(interviews: OpenRound) -> None:
    phone = interviews.phone()
    good = phone.freeze(ANSWERS, "en", NOON)
    body = json.dumps({"items": [{**good, "content": "\ud800"}, good]})
    answer = phone.client.post("/v1/submissions", content=body, headers={"Authorization": f"Bearer {phone.capability}"})
    results = answer.json()["results"]
    assert [(result["instance_id"], result["status"]) for result in results] == [
        (good["instance_id"], "garbled"),
        (good["instance_id"], "received"),
    ]


def test_half_a_character_inside_an_answer_is_stored_and_read_without_it(interviews: OpenRound) -> None:
    phone = interviews.phone()
    frozen = phone.freeze({**ANSWERS, "/data/why": {"value": "half HALF"}}, "en", NOON)
    content = frozen["content"].replace("HALF", "\\ud83d").replace("half", "\\u0000")
    assert phone.send([item(content, frozen["instance_id"])])[0]["status"] == "received"
    assert interviews.words_beside_others() == ["\0 \ufffd"]
    assert interviews.editor.get(f"{interviews.path}/export.xlsx").status_code == 200


def test_what_is_too_large_says_so_and_what_is_too_much_comes_later(interviews: OpenRound) -> None:
    phone = interviews.phone()
    sizes = [400_000, 1_048_577, 400_000, 400_000, 200_000]
    items = [item("x" * size) for size in sizes]
    assert [result["status"] for result in phone.send([items[1], items[2]])] == ["too_large", "quarantined"]
    statuses = [result["status"] for result in phone.send([items[0], items[2], items[3], items[4]])]
    assert statuses == ["quarantined", "already_received", "later", "quarantined"]


@pytest.fixture
def database_that_refuses(app: FastAPI) -> Any:
    """Let the database refuse rows by their revision: with answers (77), or in any form (78)."""
    engine = app.state.database.writer
    with engine.begin() as connection:
        if engine.dialect.name == "sqlite":
            connection.execute(text(_SQLITE_TRIGGER))
        else:
            connection.execute(text(_POSTGRESQL_FUNCTION))
            connection.execute(text(_POSTGRESQL_TRIGGER))
    yield
    with engine.begin() as connection:
        on = "" if engine.dialect.name == "sqlite" else " on submission"
        connection.execute(text(f"drop trigger refuse_some{on}"))


_WHEN = "new.rev = 78 or (new.rev = 77 and new.problem is null)"
_SQLITE_TRIGGER = f"""create trigger refuse_some before insert on submission when {_WHEN}
begin select raise(abort, 'refused'); end"""
_POSTGRESQL_FUNCTION = """create or replace function refuse() returns trigger language plpgsql
as 'begin raise exception ''refused''; end'"""
_POSTGRESQL_TRIGGER = f"""create trigger refuse_some before insert on submission for each row
when ({_WHEN}) execute function refuse()"""


@pytest.mark.usefixtures("database_that_refuses")
def test_a_row_that_the_database_refuses_is_kept_without_its_answers_or_comes_later(interviews: OpenRound) -> None:
    phone = interviews.phone()
    items = [phone.freeze(ANSWERS, "en", NOON) for _ in range(4)]
    for number, rev in ((1, 77), (2, 78)):
        content = items[number]["content"].replace('"rev":1', f'"rev":{rev}')
        items[number] = item(content, items[number]["instance_id"], rev=rev)
    results = phone.send(items)
    assert [(result["status"], result["stored"]) for result in results] == [
        ("received", True),
        ("quarantined", True),
        ("later", False),
        ("received", True),
    ]
    assert [one["problem"] for one in interviews.read("quarantine")["items"]] == ["not_understood"]
