"""The phone's clock is a year off, or the round is not open: every answer is received, and the words stay kind."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, expect

from support.programme import Programme
from support.questions import SHIFTS
from support.respondent import Respondent
from support.serving import ServerProcess

YEAR = timedelta(days=365)


def begin(phone: BrowserContext, server: ServerProcess, opened: dict[str, Any]) -> Respondent:
    """Answer the first question on a phone that can do without a server from now on."""
    person = Respondent(phone.new_page())
    person.open_invitation(server.url, opened["join_code"])
    person.agree()
    person.choose("No")
    person.saved()
    person.ready_for_offline()
    person.page.reload()
    person.asked("Can you swap shifts?")
    return person


def finish(person: Respondent) -> None:
    """Answer the second question and finish."""
    person.go_on()
    person.write("What gets in the way?", "Beta")
    person.button("All questions").click()
    person.finish()
    person.button("Finish now").click()


@pytest.mark.parametrize("off", [YEAR, -YEAR], ids=["a year ahead", "a year behind"])
def test_a_wrong_clock_hinders_nothing(
    off: timedelta, phone: BrowserContext, server: ServerProcess, programme: Programme
) -> None:
    opened = programme.open(programme.publish(SHIFTS), mode="interview")
    phone.clock.install(time=datetime.now(UTC) + off)
    person = begin(phone, server, opened)
    assert person.page.evaluate("new Date().getFullYear()") == (datetime.now(UTC) + off).year
    server.stop()
    finish(person)
    person.sees("Saved on this phone, not sent yet")
    server.start()
    person.received(seconds=90)
    assert [(row["swap"], row["why"]) for row in programme.rows(opened["id"])] == [("no", "Beta")]


@pytest.mark.parametrize("jump", [YEAR, -YEAR], ids=["forward", "back"])
def test_a_clock_that_is_put_right_while_an_answer_waits_does_not_keep_it_waiting(
    jump: timedelta, phone: BrowserContext, server: ServerProcess, programme: Programme
) -> None:
    opened = programme.open(programme.publish(SHIFTS), mode="interview")
    phone.clock.install(time=datetime.now(UTC) - jump)
    person = begin(phone, server, opened)
    server.stop()
    finish(person)
    person.sees("Saved on this phone, not sent yet")
    person.page.wait_for_timeout(3000)
    phone.clock.set_system_time(datetime.now(UTC))
    server.start()
    person.received(seconds=90)
    assert len(programme.rows(opened["id"])) == 1


def test_a_round_that_closes_in_mid_interview_still_receives_it(
    phone: BrowserContext, server: ServerProcess, programme: Programme
) -> None:
    opened = programme.open(programme.publish(SHIFTS), mode="interview")
    person = begin(phone, server, opened)
    programme.close(opened["id"])
    person.page.reload()
    finish(person)
    person.received(seconds=30)
    person.sees("Your answers are stored on the server, exactly as you gave them.")
    rows = programme.rows(opened["id"])
    assert [(row["swap"], row["why"], row["submission/late"]) for row in rows] == [("no", "Beta", "1")]

    person.page.get_by_role("link", name="Begin another interview").click()
    person.sees("This round has ended")
    person.sees("What you have finished already stays as it is.")
    expect(person.button("I agree, begin")).to_have_count(0)


def test_who_comes_after_the_end_is_thanked(phone: BrowserContext, server: ServerProcess, programme: Programme) -> None:
    opened = programme.open(programme.publish(SHIFTS))
    programme.close(opened["id"])
    person = Respondent(phone.new_page())
    person.open_invitation(server.url, opened["join_code"])
    person.sees("This round has ended. Thank you for wanting to answer.")


def test_who_comes_too_early_hears_the_day_and_can_come_again(
    phone: BrowserContext, server: ServerProcess, programme: Programme
) -> None:
    body = {"title": "Spring", "version_id": programme.publish(SHIFTS), "mode": "open_link", "k": 5}
    answer = programme.desk.client.post(
        f"/v1/organizations/{programme.org_id}/rounds", json={**body, "opens_on": "2031-05-01"}
    )
    person = Respondent(phone.new_page())
    person.open_invitation(server.url, answer.json()["join_code"])
    person.sees("This round opens on May 1, 2031. Your code stays good")
    expect(person.button("Try again")).to_be_enabled()


def test_a_window_that_may_be_cleared_says_so_before_the_first_question(
    phone: BrowserContext, server: ServerProcess, programme: Programme
) -> None:
    """Chromium's private windows do not call themselves so; what they have in common with others is said."""
    person = Respondent(phone.new_page())
    person.open_invitation(server.url, programme.open(programme.publish(SHIFTS))["join_code"])
    person.sees("Please finish and send within a few days")
    person.sees("This browser may clear what it keeps")
    expect(person.button("I agree, begin")).to_be_visible()
