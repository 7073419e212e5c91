"""Opening rounds and dealing cards: version, mode and k are settled once, and only hashes of cards are kept."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest
from fastapi import FastAPI
from sqlalchemy import text

from support.joining import Door, outcome
from support.people import People
from support.rounds import PULSE, OpenRound, open_round, publish
from support.world import made

CARD = re.compile(r"(?:[0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}")


def wish(survey: OpenRound, **changes: Any) -> dict[str, Any]:
    return {"title": "Winter", "version_id": survey.version["id"], "mode": "open_link", **changes}


@pytest.fixture
def rounds(survey: OpenRound) -> str:
    return f"/v1/organizations/{survey.org_id}/rounds"


def test_an_open_round_has_a_link_with_the_code_in_its_fragment(survey: OpenRound) -> None:
    code = survey.round["join_code"]
    assert re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}", code)
    assert survey.round["link"] == f"http://testserver/#/join/{code}"
    assert (survey.round["state"], survey.round["k"], survey.round["cards"]) == ("open", 5, 0)


@pytest.mark.parametrize(
    ("mode", "word"), [("open_link", "anonymous"), ("cards", "anonymous"), ("interview", "confidential")]
)
def test_the_mode_decides_the_word(people: People, mode: str, word: str) -> None:
    assert open_round(people, mode).round["word"] == word


def test_nobody_writes_the_word_or_a_k_below_five(survey: OpenRound, rounds: str) -> None:
    refused = [
        wish(survey, word="anonymous"),
        wish(survey, k=4),
        wish(survey, mode="roster"),
        wish(survey, title="  "),
        wish(survey, cards=3),
        wish(survey, opens_on="2026-12-01", closes_on="2026-11-01"),
    ]
    assert [survey.editor.post(rounds, json=body).status_code for body in refused] == [422] * len(refused)


def test_a_round_is_not_opened_when_its_last_day_is_over(people: People, set_clock: Callable[[datetime], None]) -> None:
    set_clock(datetime(2030, 6, 2, 11, 59, tzinfo=UTC))  # in one zone it is the first of June still
    survey = open_round(people, closes_on="2030-06-01")
    set_clock(datetime(2030, 6, 2, 12, 1, tzinfo=UTC))
    path = f"/v1/organizations/{survey.org_id}/rounds"
    answer = survey.editor.post(path, json=wish(survey, closes_on="2030-06-01"))
    assert outcome(answer) == (422, "last_day_over")
    assert [fault["where"] for fault in answer.json()["faults"]] == ["body.closes_on"]


def test_only_a_published_version_of_this_organization_is_opened(
    survey: OpenRound, rounds: str, people: People
) -> None:
    elsewhere = people.organization("Nuevo Oficio (invented)")
    theirs = publish(people.member(elsewhere, "editor", name="Eva"), elsewhere, PULSE)
    for version_id in (str(uuid4()), theirs["id"]):
        answer = survey.editor.post(rounds, json=wish(survey, version_id=version_id))
        assert outcome(answer) == (422, "not_published")


def test_rounds_are_listed_in_pages_with_the_latest_first(survey: OpenRound, rounds: str) -> None:
    for day in ("2027-01-02", "2027-01-01", "2027-01-03"):
        made(survey.editor.post(rounds, json=wish(survey, title=day, opens_on=day)))
    first = survey.editor.get(rounds, params={"limit": 2}).json()
    second = survey.editor.get(rounds, params={"limit": 2, "cursor": first["next"]}).json()
    titles = [item["title"] for page in (first, second) for item in page["items"]]
    assert titles == ["2027-01-03", "2027-01-02", "2027-01-01", "Autumn"]
    assert second["next"] is None


def test_a_round_is_read_as_it_was_opened(survey: OpenRound) -> None:
    opened = {name: value for name, value in survey.round.items() if name != "new_cards"}
    assert survey.editor.get(survey.path).json() == opened


def test_the_qr_code_of_a_link_is_an_svg_and_cards_have_none(survey: OpenRound, drawn: OpenRound) -> None:
    answer = survey.editor.get(f"{survey.path}/qr.svg")
    assert answer.headers["Content-Type"] == "image/svg+xml"
    assert "<svg" in answer.text
    assert survey.round["join_code"] not in answer.text
    assert outcome(drawn.editor.get(f"{drawn.path}/qr.svg")) == (404, "not_found")


def test_cards_are_shown_once_and_kept_as_hashes_only(drawn: OpenRound, app: FastAPI) -> None:
    dealt = made(drawn.editor.post(f"{drawn.path}/cards", json={"count": 12}))
    assert all(CARD.fullmatch(code) for code in dealt["codes"])
    assert len(set(dealt["codes"])) == 12
    assert dealt["links"] == [f"http://testserver/#/join/{code}" for code in dealt["codes"]]
    round_ = drawn.editor.get(drawn.path).json()
    assert (round_["cards"], round_["join_code"], round_["link"]) == (12, None, None)
    with app.state.database.read() as db:
        kept = str(list(db.execute(text("select * from card"))))
    assert [code for code in dealt["codes"] if code in kept or code.replace("-", "") in kept] == []


def test_cards_may_be_dealt_at_the_opening(people: People, door: Door) -> None:
    drawn = open_round(people, "cards", cards=3)
    cards = drawn.round["new_cards"]["codes"]
    assert drawn.round["cards"] == 3
    assert [door.join(card).status_code for card in cards] == [200, 200, 200]


def test_how_many_cards_were_used_is_told_to_nobody(drawn: OpenRound, door: Door) -> None:
    cards = drawn.cards(3)
    before = drawn.editor.get(drawn.path).json()
    door.join(cards[0])
    assert drawn.editor.get(drawn.path).json() == before


def test_cards_are_dealt_only_where_they_are_drawn_and_not_after_the_end(survey: OpenRound, drawn: OpenRound) -> None:
    cards = {"count": 1}
    assert outcome(survey.editor.post(f"{survey.path}/cards", json=cards)) == (409, "no_cards_in_this_mode")
    drawn.close()
    assert outcome(drawn.editor.post(f"{drawn.path}/cards", json=cards)) == (409, "round_closed")
    for count in (0, 501):
        assert drawn.editor.post(f"{drawn.path}/cards", json={"count": count}).status_code == 422
