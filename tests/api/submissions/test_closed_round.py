"""A round that is over: answers are still stored, and say that they are late."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from askwell import clock
from support.people import People
from support.rounds import ANSWERS, NOON, OpenRound, item, open_round

SetClock = Callable[[datetime], None]


def test_an_answer_to_a_closed_round_is_stored_as_late(interviews: OpenRound) -> None:
    phone = interviews.phone()
    interviews.close()
    results = phone.send([phone.freeze(ANSWERS, "en", NOON) for _ in range(5)])
    outcomes = {(result["status"], result["stored"], result["receipt"]["quality"]) for result in results}
    assert outcomes == {("late", True, "late")}
    assert interviews.question("fair")["answered"] == 5
    header, row, *_ = interviews.editor.get(f"{interviews.path}/export.csv").text.splitlines()
    assert dict(zip(header.split(","), row.split(","), strict=True))["submission/late"] == "1"


def test_the_same_again_is_late_still(interviews: OpenRound) -> None:
    phone = interviews.phone()
    interviews.close()
    late = phone.freeze(ANSWERS, "en", NOON)
    first, again = phone.send([late])[0], phone.send([late])[0]
    assert again == {**first, "status": "already_received"}


def test_an_answer_that_came_in_time_stays_in_time(interviews: OpenRound) -> None:
    phone = interviews.phone()
    early = phone.freeze(ANSWERS, "en", NOON)
    first = phone.send([early])[0]
    interviews.close()
    assert phone.send([early])[0]["receipt"] == first["receipt"]


def test_rubbish_after_the_end_is_in_quarantine_and_late(interviews: OpenRound) -> None:
    phone = interviews.phone()
    interviews.close()
    assert phone.send([item("rubbish")])[0]["status"] == "quarantined"
    assert interviews.read("quarantine")["items"][0]["late"] is True


def test_lateness_of_anonymous_answers_is_told_to_nobody(survey: OpenRound) -> None:
    phone = survey.phone()
    phone.send([*(phone.freeze(ANSWERS, "en", NOON) for _ in range(6)), item("rubbish")])
    survey.close()
    assert [one["late"] for one in survey.read("quarantine")["items"]] == [None]
    assert "late" not in survey.editor.get(f"{survey.path}/export.csv").text.splitlines()[0]


def test_a_round_is_over_when_its_last_day_has_ended_everywhere(people: People, set_clock: SetClock) -> None:
    last_day = clock.now().date() + timedelta(days=3)
    midnight = datetime(last_day.year, last_day.month, last_day.day, tzinfo=UTC) + timedelta(days=1)
    interviews = open_round(people, "interview", closes_on=last_day.isoformat())
    phone = interviews.phone()
    set_clock(midnight + timedelta(hours=11, minutes=59))
    assert phone.send([phone.freeze(ANSWERS, "en", NOON)])[0]["status"] == "received"
    set_clock(midnight + timedelta(hours=12, minutes=1))
    assert phone.send([phone.freeze(ANSWERS, "en", NOON)])[0]["status"] == "late"


def test_who_looks_after_the_last_day_sees_the_last_group(people: People, set_clock: SetClock) -> None:
    opened = clock.now()
    survey = open_round(people, closes_on=opened.date().isoformat())
    survey.answer(*[{}] * 7)
    assert survey.read("results")["shown"] is False
    set_clock(opened + timedelta(days=3))
    survey.editor = people.sign_in(f"ed@{survey.org_id[:8]}.example")
    assert survey.question("fair")["answered"] == 7
    assert survey.editor.get(survey.path).json()["state"] == "closed"


def test_an_answer_before_the_first_day_is_stored_like_any_other(people: People, set_clock: SetClock) -> None:
    interviews = open_round(people, "interview")
    phone = interviews.phone()
    set_clock(clock.now() - timedelta(days=30))  # a server whose clock was wrong, and was set right
    assert phone.send([phone.freeze(ANSWERS, "en", NOON)])[0]["status"] == "received"
