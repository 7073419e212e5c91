"""A card is one answer: what comes after it with the same card is kept for a person to look at."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from askwell.demonstration.phone import Phone
from support.people import People
from support.rounds import ANSWERS, NOON, OpenRound, item, open_round

SECOND = ("quarantined", True, "second_with_one_card")


@pytest.fixture
def drawn(people: People) -> OpenRound:
    return open_round(people, "cards")


@pytest.fixture
def phone(drawn: OpenRound) -> Phone:
    return drawn.phone(drawn.cards(1)[0])


def outcome(phone: Phone, *items: dict[str, str]) -> list[tuple[str, bool, str | None]]:
    return [(one["status"], one["stored"], one["detail"]) for one in phone.send(list(items))]


def test_a_second_answer_with_one_card_is_stored_in_quarantine(phone: Phone) -> None:
    first, second = (phone.freeze(ANSWERS, "en", NOON) for _ in range(2))
    assert outcome(phone, first) == [("received", True, None)]
    assert outcome(phone, second) == [SECOND]
    again = [("already_received", True, None), ("already_received", True, "second_with_one_card")]
    assert outcome(phone, first, second) == again


def test_of_two_in_one_request_only_one_counts(phone: Phone) -> None:
    two = [phone.freeze(ANSWERS, "en", NOON) for _ in range(2)]
    assert sorted(outcome(phone, *two)) == [SECOND, ("received", True, None)]


def test_of_many_at_once_only_one_counts(phone: Phone) -> None:
    items = [phone.freeze(ANSWERS, "en", NOON) for _ in range(10)]
    with ThreadPoolExecutor(10) as pool:
        outcomes = [one for (one,) in pool.map(lambda item: outcome(phone, item), items)]
    assert sorted(outcomes) == [SECOND] * 9 + [("received", True, None)]


def test_rubbish_uses_the_card_up_too(phone: Phone) -> None:
    assert outcome(phone, item("rubbish")) == [("quarantined", True, "not_json")]
    assert outcome(phone, phone.freeze(ANSWERS, "en", NOON)) == [SECOND]


def test_what_was_not_stored_does_not_use_the_card_up(phone: Phone) -> None:
    answer = phone.freeze(ANSWERS, "en", NOON)
    assert outcome(phone, {**answer, "sha256": "0" * 64}) == [("garbled", False, None)]
    assert outcome(phone, answer) == [("received", True, None)]


def test_one_person_with_one_card_makes_up_no_group(drawn: OpenRound, phone: Phone) -> None:
    for card in drawn.cards(4):
        other = drawn.phone(card)
        other.send([other.freeze(ANSWERS, "en", NOON)])
    phone.send([phone.freeze(ANSWERS, "en", NOON) for _ in range(30)])
    assert drawn.read("results")["shown"] is False
    drawn.close()
    assert drawn.question("fair")["answered"] == 5
    assert {one["problem"] for one in drawn.read("quarantine")["items"]} == {"second_with_one_card"}
