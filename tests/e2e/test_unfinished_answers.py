"""What is no answer yet stays: half a moment, half a date, words for a number. Over a reload, and until it is one."""

import re

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from support.programme import Draft, Programme
from support.respondent import Respondent
from support.serving import ServerProcess

SEEN, MONTH, TIMES = "When did you see it?", "In which month did it begin?", "How many times was it?"
FORM: Draft = {
    "survey": [
        {"type": "dateTime", "name": "seen", "label": SEEN},
        {"type": "date", "name": "month", "label": MONTH, "appearance": "month-year"},
        {"type": "integer", "name": "times", "label": TIMES, "answer_options": "dont-know skip"},
    ],
    "choices": [],
    "settings": {"form_id": "halves", "form_title": "Halves", "default_language": "English (en)"},
}


@pytest.fixture
def person(phone: BrowserContext, server: ServerProcess) -> Respondent:
    """Return somebody with a phone."""
    return Respondent(phone.new_page())


def begin(person: Respondent, server: ServerProcess, programme: Programme) -> str:
    """Stand before the first question; return the round's id."""
    opened = programme.open(programme.publish(FORM), mode="interview")
    person.arrive(server.url, opened["join_code"])
    person.asked(SEEN)
    return str(opened["id"])


def review_of(page: Page, question: str) -> Locator:
    """Find a question in the list of all answers."""
    return page.get_by_role("button", name=re.compile(re.escape(question)))


def test_half_a_moment_is_kept_and_becomes_whole(
    person: Respondent, server: ServerProcess, programme: Programme
) -> None:
    page = person.page
    round_id = begin(person, server, programme)
    page.get_by_label("Day").fill("2026-03-15")
    page.get_by_label("Time").focus()
    expect(page.get_by_text("Please give both the day and the time.")).to_have_count(0)  # they are about to
    person.saved()
    page.reload()
    expect(page.get_by_label("Day")).to_have_value("2026-03-15")
    person.go_on()
    person.sees("Please give both the day and the time.")
    person.button("All questions").click()
    expect(review_of(page, SEEN)).to_have_accessible_name(f"{SEEN} March 15, 2026 Needs another look Change")
    review_of(page, SEEN).click()
    page.get_by_label("Time").fill("08:30")
    person.button("Back to all answers").click()
    person.button("Finish").click()
    person.button("Finish now").click()
    person.received(seconds=30)
    [row] = programme.rows(round_id)
    assert row["seen"][:16] == "2026-03-15T08:30"


def test_half_a_date_and_words_for_a_number_are_kept_as_they_were_entered(
    person: Respondent, server: ServerProcess, programme: Programme
) -> None:
    page = person.page
    round_id = begin(person, server, programme)
    person.go_on()
    page.get_by_label("Month", exact=True).select_option("March")
    person.saved()
    page.reload()
    expect(page.get_by_label("Month", exact=True)).to_have_value("03")
    person.go_on()
    person.sees("Please choose a month, and a year with four digits, such as 1998.")
    page.get_by_label("Year").fill("2021")
    person.go_on()

    person.write(TIMES, "a few")
    page.get_by_role("textbox", name=TIMES).blur()
    person.sees("Please use a whole number, such as 12.")
    person.button("I don’t know").click()
    expect(page.get_by_role("textbox", name=TIMES)).to_have_value("")
    person.button("I don’t know").click()
    expect(page.get_by_role("textbox", name=TIMES)).to_have_value("a few")
    person.button("Back").click()
    person.go_on()
    page.reload()
    expect(page.get_by_role("textbox", name=TIMES)).to_have_value("a few")
    person.write(TIMES, "3")
    person.go_on()
    person.finish()
    person.received(seconds=30)
    [row] = programme.rows(round_id)
    assert (row["month"], row["times"]) == ("2021-03-01", "3")


def test_a_moment_keeps_the_clock_it_was_typed_by_wherever_the_phone_goes(
    person: Respondent, server: ServerProcess, programme: Programme
) -> None:
    page = person.page
    round_id = begin(person, server, programme)
    phone = page.context.new_cdp_session(page)
    phone.send("Emulation.setTimezoneOverride", {"timezoneId": "America/Mexico_City"})
    page.get_by_label("Day").fill("2026-07-15")
    page.get_by_label("Time").fill("23:30")
    person.saved()
    phone.send("Emulation.setTimezoneOverride", {"timezoneId": "Asia/Tokyo"})
    page.reload()
    expect(page.get_by_label("Time")).to_have_value("23:30")
    person.button("All questions").click()
    expect(review_of(page, SEEN)).to_have_accessible_name(f"{SEEN} July 15, 2026 23:30 Change")
    person.finish()
    person.button("Finish now").click()
    person.received(seconds=30)
    [row] = programme.rows(round_id)
    assert row["seen"] == "2026-07-15T23:30:00.000-06:00"
