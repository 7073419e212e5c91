"""Joining: a code for a place in a round, exactly once, however often the phone asks."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from fastapi import FastAPI
from sqlalchemy import func, select

from askwell import clock
from askwell.rounds.models import Capability
from support.joining import Door, outcome
from support.people import People
from support.rounds import OpenRound, open_round
from support.world import made


def places(app: FastAPI) -> int:
    with app.state.database.read() as db:
        return int(db.execute(select(func.count()).select_from(Capability)).scalar_one())


def test_a_phone_learns_what_it_joined_and_who_will_see_what(survey: OpenRound, door: Door) -> None:
    assert door.join(survey.round["join_code"]).json() == {
        "round_id": survey.round["id"],
        "organization": "Harbor Street Training (invented)",
        "title": "Autumn",
        "mode": "open_link",
        "word": "anonymous",
        "state": "open",
        "version_hash": survey.version["version_hash"],
        "k": 5,
        "opens_on": survey.round["opens_on"],
        "closes_on": None,
        "languages": survey.version["languages"],
        "invented": True,
    }


def test_a_code_is_read_as_it_was_meant(survey: OpenRound, door: Door) -> None:
    code = survey.round["join_code"]
    for typed in (code.lower(), code.replace("-", ""), f" {code} ", code.replace("-", " – "), "-".join(code)):
        assert door.join(typed).status_code == 200
    misread = code.replace("0", "O").replace("1", "l")
    assert door.join(misread).status_code == 200


def test_a_wrong_code_is_unknown_whatever_is_wrong_with_it(survey: OpenRound, door: Door) -> None:
    code = survey.round["join_code"]
    other = ("1" if code[0] != "1" else "2") + code[1:]
    for wrong in ("", "A", other, code + code, "U" * 10, "0" * 20, "💥" * 10):
        assert outcome(door.join(wrong)) == (404, "unknown_code")


def test_asking_again_gives_the_same_answer_and_takes_no_second_place(
    survey: OpenRound, door: Door, app: FastAPI
) -> None:
    code = survey.round["join_code"]
    with ThreadPoolExecutor(12) as pool:
        answers = list(pool.map(lambda _: door.join(code, "my secret"), range(24)))
    assert {(answer.status_code, answer.text) for answer in answers} == {(200, answers[0].text)}
    assert places(app) == 1


def test_a_card_works_once(drawn: OpenRound, door: Door) -> None:
    (card,) = drawn.cards(1)
    assert door.join(card).status_code == 200
    assert outcome(door.join(card)) == (409, "card_used")


def test_the_phone_that_used_the_card_may_ask_again(drawn: OpenRound, door: Door) -> None:
    (card,) = drawn.cards(1)
    first, again = door.join(card, "mine"), door.join(card, "mine")
    assert (first.status_code, first.json()) == (again.status_code, again.json()) == (200, first.json())


def test_of_many_phones_with_one_card_exactly_one_gets_in(drawn: OpenRound, door: Door, app: FastAPI) -> None:
    (card,) = drawn.cards(1)
    with ThreadPoolExecutor(12) as pool:
        statuses = [answer.status_code for answer in pool.map(lambda _: door.join(card), range(24))]
    assert sorted(statuses) == [200] + [409] * 23
    assert places(app) == 1


def test_one_phone_asking_many_times_at_once_with_its_card_always_gets_in(drawn: OpenRound, door: Door) -> None:
    (card,) = drawn.cards(1)
    with ThreadPoolExecutor(12) as pool:
        statuses = {answer.status_code for answer in pool.map(lambda _: door.join(card, "mine"), range(24))}
    assert statuses == {200}


def test_a_closed_round_takes_no_new_phones_and_keeps_its_old_ones(survey: OpenRound, door: Door) -> None:
    code = survey.round["join_code"]
    door.join(code, "early")
    survey.close()
    assert outcome(door.join(code, "late")) == (409, "round_closed")
    again = door.join(code, "early")
    assert (again.status_code, again.json()["state"]) == (200, "closed")


def test_closing_makes_cards_worthless_that_nobody_drew(drawn: OpenRound, door: Door) -> None:
    used, unused = drawn.cards(2)
    door.join(used, "mine")
    drawn.close()
    assert outcome(door.join(unused)) == (409, "round_closed")
    assert door.join(used, "mine").status_code == 200


def test_a_round_that_has_not_begun_takes_nobody_yet(people: People, door: Door, app: FastAPI) -> None:
    for mode in ("open_link", "cards", "interview"):
        survey = open_round(people, mode, opens_on="2031-05-01")
        code = survey.round["join_code"] or survey.cards(1)[0]
        assert survey.round["state"] == "not_yet"
        answer = door.join(code)
        assert outcome(answer) == (409, "round_not_yet")
        assert answer.json()["opens_on"] == "2031-05-01"
    assert places(app) == 0


def test_a_round_begins_when_its_first_day_has_begun_anywhere(
    people: People, door: Door, set_clock: Callable[[datetime], None]
) -> None:
    first_day = clock.now().date() + timedelta(days=3)
    drawn = open_round(people, "cards", opens_on=first_day.isoformat())
    (card,) = drawn.cards(1)
    midnight = datetime(first_day.year, first_day.month, first_day.day, tzinfo=UTC)
    set_clock(midnight - timedelta(hours=14, minutes=1))
    assert outcome(door.join(card, "mine")) == (409, "round_not_yet")
    set_clock(midnight - timedelta(hours=13, minutes=59))
    assert door.join(card, "mine").json()["state"] == "open"
    set_clock(midnight - timedelta(hours=20))  # a server whose clock was set back
    again = door.join(card, "mine")
    assert (again.status_code, again.json()["state"]) == (200, "not_yet")


def test_one_secret_serves_one_round_only(survey: OpenRound, door: Door) -> None:
    body = {"title": "Winter", "version_id": survey.version["id"], "mode": "interview"}
    winter = survey.editor.post(f"/v1/organizations/{survey.org_id}/rounds", json=body).json()
    assert door.join(survey.round["join_code"], "mine").status_code == 200
    assert outcome(door.join(winter["join_code"], "mine")) == (409, "capability_taken")


def test_guessing_codes_is_slowed_down_and_right_codes_are_not(survey: OpenRound, door: Door, app: FastAPI) -> None:
    settings = app.state.settings
    app.state.settings = settings.model_copy(update={"join_attempts": 3})
    try:
        right = [door.join(survey.round["join_code"]).status_code for _ in range(6)]
        wrong = [door.join("0123456789") for _ in range(5)]
    finally:
        app.state.settings = settings
    assert right == [200] * 6
    assert [answer.status_code for answer in wrong] == [404, 404, 404, 429, 429]
    assert int(wrong[-1].headers["Retry-After"]) >= 1


@pytest.fixture
def guessed(survey: OpenRound, door: Door, app: FastAPI) -> Iterator[OpenRound]:
    """Yield a round in whose neighbourhood somebody has guessed as often as is allowed."""
    settings = app.state.settings
    app.state.settings = settings.model_copy(update={"join_attempts": 3})
    door.join(survey.round["join_code"], "joined before")
    assert [door.join("0123456789").status_code for _ in range(4)] == [404, 404, 404, 429]
    yield survey
    app.state.settings = settings


def test_guesses_nearby_stop_no_card(guessed: OpenRound, door: Door) -> None:
    body = {"title": "By card", "version_id": guessed.version["id"], "mode": "cards"}
    rounds = f"/v1/organizations/{guessed.org_id}/rounds"
    by_card = made(guessed.editor.post(rounds, json=body))
    (card,) = made(guessed.editor.post(f"{rounds}/{by_card['id']}/cards", json={"count": 1}))["codes"]
    assert outcome(door.join("0" * 20)) == (404, "unknown_code")
    assert door.join(card).status_code == 200


def test_guesses_nearby_stop_no_phone_that_has_joined(guessed: OpenRound, door: Door) -> None:
    assert door.join(guessed.round["join_code"], "joined before").status_code == 200
    assert door.join(guessed.round["join_code"], "a new phone").status_code == 429


def test_having_joined_one_round_helps_nobody_to_guess_at_another(guessed: OpenRound, door: Door) -> None:
    body = {"title": "Winter", "version_id": guessed.version["id"], "mode": "interview"}
    winter = made(guessed.editor.post(f"/v1/organizations/{guessed.org_id}/rounds", json=body))
    for code in (winter["join_code"], "9876543210"):
        assert outcome(door.join(code, "joined before")) == (429, "too_many")


def test_guesses_nearby_stop_nobody_elsewhere(guessed: OpenRound) -> None:
    elsewhere = Door(guessed.people.portal.client(desk=False, address="198.51.100.77"))
    assert elsewhere.join(guessed.round["join_code"]).status_code == 200


def test_what_cannot_be_a_code_is_no_guess(survey: OpenRound, door: Door, app: FastAPI) -> None:
    settings = app.state.settings
    app.state.settings = settings.model_copy(update={"join_attempts": 3})
    try:
        assert {outcome(door.join(wrong)) for wrong in ("", "A", "U" * 10, "0" * 20) * 3} == {(404, "unknown_code")}
        assert door.join(survey.round["join_code"]).status_code == 200
    finally:
        app.state.settings = settings


def test_what_was_typed_is_not_echoed(survey: OpenRound, door: Door) -> None:
    canary = "canary-in-the-mine"
    for body in ({"code": canary}, {"code": canary, "capability_hash": canary}, {"code": [canary]}, [canary]):
        answer = door.client.post("/v1/joins", json=body)
        assert answer.status_code == 422
        assert canary not in answer.text
    assert survey.round["state"] == "open"
