"""Cards, capabilities and submissions of a round: no number that PostgreSQL keeps with its rows joins them."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from fastapi import FastAPI
from sqlalchemy import text

from support.people import People
from support.rounds import ANSWERS, NOON, OpenRound, open_round

TABLES = ("card", "capability", "submission", "conflict")
_JOINED = """select count(*) from {one} one join {other} other on one.xmin = other.xmin
where one.round_id = '{round_id}' and other.round_id = '{round_id}'"""
_WRITTEN = "select count(distinct xmin::text) from {one} where round_id = '{round_id}'"


@pytest.fixture
def drawn(people: People) -> OpenRound:
    return open_round(people, "cards")


@pytest.fixture(autouse=True)
def _numbered(app: FastAPI) -> None:
    if app.state.database.engine.dialect.name != "postgresql":
        pytest.skip("SQLite keeps no trace of transactions in its rows")


def ask(app: FastAPI, survey: OpenRound, statement: str, **tables: str) -> int:
    with app.state.database.read() as db:
        found: int = db.execute(text(statement.format(**tables, round_id=survey.round["id"]))).scalar_one()
        return found


def pairs(app: FastAPI, survey: OpenRound) -> dict[str, int]:
    """Count the pairs of rows of two tables that one transaction wrote."""
    two = [(one, other) for one in TABLES for other in TABLES if one < other]
    return {f"{one} {other}": ask(app, survey, _JOINED, one=one, other=other) for one, other in two}


def nothing_but(**all_with_all: int) -> dict[str, int]:
    two = [f"{one} {other}" for one in TABLES for other in TABLES if one < other]
    return dict.fromkeys(two, 0) | {name.replace("_", " "): count for name, count in all_with_all.items()}


def test_a_phone_that_has_joined_is_joined_with_every_card(drawn: OpenRound, app: FastAPI) -> None:
    cards = drawn.cards(8)
    for count, card in enumerate(cards[:3], 1):
        drawn.phone(card)
        assert pairs(app, drawn) == nothing_but(capability_card=8 * count)


def test_what_was_sent_is_joined_with_no_card_and_no_phone(drawn: OpenRound, app: FastAPI) -> None:
    phones = [drawn.phone(card) for card in drawn.cards(8)[:4]]
    for phone in phones[:2]:
        phone.send([phone.freeze(ANSWERS, "en", NOON)])
        assert pairs(app, drawn) == nothing_but(capability_card=8 * 4)


def test_so_it_is_when_a_group_settles_and_when_the_round_closes(drawn: OpenRound, app: FastAPI) -> None:
    phones = [drawn.phone(card) for card in drawn.cards(15)[:11]]
    for phone in phones:
        phone.send([phone.freeze(ANSWERS, "en", NOON)])
    assert pairs(app, drawn) == nothing_but(capability_card=15 * 11)
    drawn.close()
    assert pairs(app, drawn) == nothing_but(capability_card=15 * 11)


def test_many_at_once_get_in_and_are_mixed_all_the_same(drawn: OpenRound, app: FastAPI) -> None:
    cards = drawn.cards(24)

    def answer(card: str) -> str:
        phone = drawn.phone(card)
        status: str = phone.send([phone.freeze(ANSWERS, "en", NOON)])[0]["status"]
        return status

    with ThreadPoolExecutor(12) as pool:
        assert set(pool.map(answer, cards)) == {"received"}
    assert [ask(app, drawn, _WRITTEN, one=one) for one in ("card", "capability")] == [1, 1]
    assert ask(app, drawn, _JOINED, one="submission", other="capability") == 0
    assert ask(app, drawn, _JOINED, one="submission", other="card") == 0


def test_an_open_link_leaves_no_pair_either(people: People, app: FastAPI) -> None:
    survey = open_round(people)
    for _ in range(11):
        survey.answer({})
    assert pairs(app, survey) == nothing_but()
    survey.close()
    assert pairs(app, survey) == nothing_but()
    assert ask(app, survey, _WRITTEN, one="capability") == 1
