"""The browser clears what a phone kept: the app notices, says how much it was, and never raises a false alarm."""

import pytest
from playwright.sync_api import BrowserContext, expect

from support.programme import Programme
from support.questions import SHIFTS
from support.respondent import Respondent
from support.serving import ServerProcess
from support.waiting import wait_until

LOST = "This phone’s browser has cleared"
COUNTED = "localStorage.getItem('askwell-not-received')"
NOW = "() => new Promise((soon) => setTimeout(soon, 1500))"


@pytest.fixture
def person(phone: BrowserContext, server: ServerProcess, programme: Programme) -> Respondent:
    """Return someone with one interview finished and not sent, and one under way."""
    opened = programme.open(programme.publish(SHIFTS), mode="interview")
    person = Respondent(phone.new_page())
    person.open_invitation(server.url, opened["join_code"])
    person.agree()
    person.choose("No")
    person.saved()
    person.ready_for_offline()
    server.stop()
    finish(person)
    person.sees("Saved on this phone, not sent yet")
    person.page.get_by_role("link", name="Begin another interview").click()
    person.agree()
    person.choose("Yes")
    person.saved()
    wait_until(person.page, f"{COUNTED} === '2'")
    return person


def finish(person: Respondent) -> None:
    person.button("All questions").click()
    person.finish()
    person.button("Finish now").click()


def clear(person: Respondent, url: str, stores: str) -> None:
    """Clear a kind of storage, as a browser does that needs room."""
    tools = person.page.context.new_cdp_session(person.page)
    tools.send("Storage.clearDataForOrigin", {"origin": url, "storageTypes": stores})
    tools.detach()


def come_back(person: Respondent, url: str) -> None:
    person.page.goto(f"{url}/#/")
    person.page.reload()
    expect(person.page.get_by_role("textbox", name="Code")).to_be_visible()
    person.page.evaluate(NOW)


def test_a_cleared_store_is_noticed_with_its_count_until_someone_has_read_it(
    person: Respondent, server: ServerProcess
) -> None:
    clear(person, server.url, "indexeddb")
    come_back(person, server.url)
    person.sees(f"{LOST} 2 interviews that were not received yet")
    come_back(person, server.url)
    person.sees(f"{LOST} 2 interviews that were not received yet")
    person.button("I have read this").click()
    expect(person.page.get_by_text(LOST)).to_have_count(0)
    come_back(person, server.url)
    expect(person.page.get_by_text(LOST)).to_have_count(0)


def test_a_phone_on_which_everything_was_cleared_starts_as_a_new_one(person: Respondent, server: ServerProcess) -> None:
    server.start()
    clear(person, server.url, "all")
    come_back(person, server.url)
    person.sees("Good that you are here")
    expect(person.page.get_by_text(LOST)).to_have_count(0)


def test_what_was_received_or_discarded_is_not_missed(person: Respondent, server: ServerProcess) -> None:
    server.start()
    finish(person)
    person.received(seconds=90)
    come_back(person, server.url)
    expect(person.page.get_by_text("Received", exact=True)).to_have_count(2, timeout=90_000)
    assert person.page.evaluate(COUNTED) is None
    person.page.get_by_role("link", name="Open", exact=True).first.click()
    person.agree()
    person.choose("Yes")
    person.saved()
    assert person.page.evaluate(COUNTED) == "1"
    person.button("Leave. Your answers stay on this phone").click()
    person.button("Discard").click()
    person.button("Discard for good").click()
    wait_until(person.page, f"{COUNTED} === null")
    clear(person, server.url, "indexeddb")
    come_back(person, server.url)
    expect(person.page.get_by_text(LOST)).to_have_count(0)
