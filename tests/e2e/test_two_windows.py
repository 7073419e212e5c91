"""One interview in two windows: one writes, the other follows and may take over; nothing is left behind."""

import pytest
from playwright.sync_api import BrowserContext, expect

from support.programme import Programme
from support.questions import SHIFTS
from support.respondent import Respondent
from support.serving import ServerProcess

NO_LOCKS = "Object.defineProperty(navigator, 'locks', { value: undefined })"


@pytest.fixture
def windows(phone: BrowserContext, server: ServerProcess, programme: Programme) -> tuple[Respondent, Respondent, str]:
    """Return two windows on the same interview, and its round."""
    opened = programme.open(programme.publish(SHIFTS), mode="interview")
    first, second = Respondent(phone.new_page()), Respondent(phone.new_page())
    first.open_invitation(server.url, opened["join_code"])
    first.agree()
    first.asked("Can you swap shifts?")
    second.page.goto(first.page.url)
    second.asked("Can you swap shifts?")
    return first, second, opened["id"]


def given(programme: Programme, round_id: str) -> list[tuple[str, ...]]:
    return [(row["swap"], row["why"], row["weeks"]) for row in programme.rows(round_id)]


def finish(person: Respondent) -> None:
    person.button("All questions").click()
    person.finish()
    person.button("Finish now").click()
    person.received(seconds=30)


def test_one_window_writes_and_the_other_follows_and_takes_over(
    windows: tuple[Respondent, Respondent, str], programme: Programme
) -> None:
    first, second, round_id = windows
    second.sees("This interview is open in another window")
    first.choose("No")
    first.saved()
    expect(second.page.get_by_role("radio", name="No", include_hidden=True)).to_be_checked()

    second.button("Go on here").click()
    first.sees("This interview is open in another window")
    second.go_on()
    second.write("What gets in the way?", "Beta")
    second.saved()
    finish(second)
    first.page.reload()
    first.received()
    assert given(programme, round_id) == [("no", "Beta", ".not_reached")]


@pytest.fixture
def without_locks(phone: BrowserContext) -> None:
    """Take away the browser's locks, as old phones have none: then both windows write."""
    phone.add_init_script(NO_LOCKS)


@pytest.mark.usefixtures("without_locks")
def test_without_locks_both_write_and_whichever_finishes_brings_everything(
    windows: tuple[Respondent, Respondent, str], programme: Programme
) -> None:
    first, second, round_id = windows
    first.choose("No")
    first.saved()
    second.page.get_by_role("radio", name="No").and_(second.page.locator(":checked")).wait_for()
    second.go_on()
    second.write("What gets in the way?", "Beta")
    second.saved()
    second.go_on()
    second.write("How many weeks ahead", "3")
    second.saved()
    finish(first)
    assert given(programme, round_id) == [("no", "Beta", "3")]
