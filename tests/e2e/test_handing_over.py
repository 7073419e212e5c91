"""One phone, several people: handed over for one interview, and cleared between one person and the next."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from support.looking import everything_readable
from support.programme import Programme
from support.questions import SHIFTS
from support.respondent import Respondent
from support.serving import ServerProcess

PIN = "ladder seven"
OWN_WORDS = "what the interviewer noted"


@pytest.fixture
def rounds(programme: Programme) -> tuple[dict[str, str], dict[str, str]]:
    """Return two open rounds."""
    version = programme.publish(SHIFTS)
    return programme.open(version, "Spring", mode="interview"), programme.open(version, "Autumn", mode="interview")


def begin(person: Respondent, server: ServerProcess, code: str, words: str) -> None:
    person.open_invitation(server.url, code)
    person.agree()
    person.choose("No")
    person.go_on()
    person.write("What gets in the way?", words)
    person.saved()


@pytest.fixture
def interviewer(phone: BrowserContext, server: ServerProcess, rounds: tuple[dict[str, str], ...]) -> Respondent:
    """Return someone with an interview of their own under way, at the start page, with a second round to ask in."""
    person = Respondent(phone.new_page())
    begin(person, server, rounds[0]["join_code"], OWN_WORDS)
    person.open_invitation(server.url, rounds[1]["join_code"])
    person.page.get_by_role("heading", name="Autumn").wait_for()
    person.page.goto(f"{server.url}/#/")
    person.page.get_by_role("heading", name="Your rounds").wait_for()
    return person


def card(page: Page, title: str) -> Respondent:
    """Return the round's card on the start page."""
    section = page.get_by_role("region", name="Your rounds")
    return Respondent(section.get_by_role("listitem").filter(has_text=title))  # type: ignore[arg-type]  a part of a page


def hand_over(person: Respondent, title: str) -> None:
    card(person.page, title).button("Hand over").click()
    person.page.get_by_label("PIN", exact=True).fill(PIN)
    person.page.get_by_label("The same once more").fill(PIN)
    person.button("Hand it over now").click()
    expect(person.button("I agree, begin")).to_be_visible()


def take_back(person: Respondent, pin: str = PIN) -> None:
    person.page.get_by_label("PIN", exact=True).fill(pin)
    person.button("Open the start page").click()


def test_a_handed_over_phone_shows_one_interview_and_nothing_else_until_the_pin(
    interviewer: Respondent, server: ServerProcess, programme: Programme, rounds: tuple[dict[str, str], ...]
) -> None:
    own = interviewer.page.evaluate("location.hash")
    hand_over(interviewer, "Autumn")
    respondent = interviewer
    page = respondent.page
    expect(page.get_by_text("Spring")).to_have_count(0)
    respondent.agree()
    respondent.choose("Yes")
    respondent.saved()
    page.reload()
    respondent.asked("Can you swap shifts?")
    for place in (own, "#/", "#/settings", "#/desk", "#/hand/x", f"#/join/{rounds[0]['join_code']}", "#/lock/x"):
        page.evaluate("place => { location.hash = place }", place)
        page.wait_for_timeout(150)
        respondent.asked("Can you swap shifts?")
    page.go_back()
    page.go_back()
    respondent.asked("Can you swap shifts?")
    page.goto(f"{server.url}/#/settings")
    respondent.asked("Can you swap shifts?")
    assert OWN_WORDS not in page.content()

    respondent.button("All questions").click()
    respondent.finish()
    respondent.button("Finish now").click()
    expect(page.get_by_role("heading", name="Please hand the phone back")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="Please hand the phone back")).to_be_visible()
    expect(page.get_by_role("button", name="Go on answering")).to_have_count(0)
    respondent.button("For whoever handed the phone over").click()
    take_back(respondent, "wrong one")
    respondent.sees("That is not the PIN")
    take_back(respondent)
    interviewer.sees("Go on where you were")
    interviewer.sees("Spring")
    expect(page.get_by_text("Received")).to_be_visible(timeout=30_000)
    assert [row["swap"] for row in programme.rows(rounds[1]["id"])] == ["yes"]


def test_the_address_of_anothers_interview_does_not_open_it_on_a_handed_over_phone(interviewer: Respondent) -> None:
    page = interviewer.page
    other = page.get_by_role("link", name="Go on").get_attribute("href")
    hand_over(interviewer, "Autumn")
    page.evaluate("place => { location.hash = place }", other)
    page.wait_for_timeout(300)
    expect(interviewer.button("I agree, begin")).to_be_visible()
    interviewer.agree()
    interviewer.asked("Can you swap shifts?")
    page.reload()
    interviewer.asked("Can you swap shifts?")
    assert OWN_WORDS not in page.content()


def test_another_window_of_the_app_is_handed_over_with_it(interviewer: Respondent, server: ServerProcess) -> None:
    other = interviewer.page.context.new_page()
    other.goto(f"{server.url}/#/settings")
    other.get_by_role("heading", name="How it looks").wait_for()
    hand_over(interviewer, "Autumn")
    expect(other.get_by_role("heading", name="Autumn")).to_be_visible()


def test_with_a_pin_set_one_tap_hands_over_and_a_begun_interview_goes_on_where_it_was(
    interviewer: Respondent, programme: Programme, rounds: tuple[dict[str, str], ...]
) -> None:
    hand_over(interviewer, "Autumn")
    interviewer.button("Close").click()
    interviewer.button("For whoever handed the phone over").click()
    take_back(interviewer)
    begun = interviewer.page.get_by_role("region", name="Go on where you were")
    begun.get_by_role("button", name="Hand over").click()
    interviewer.asked("What gets in the way?")
    interviewer.button("Leave. Your answers stay on this phone").click()
    interviewer.sees("Please hand the phone back")
    interviewer.button("Go on answering").click()
    expect(interviewer.page.get_by_role("textbox")).to_have_value(OWN_WORDS)


def test_a_forgotten_pin_opens_the_way_back_after_an_hour_and_loses_nothing(
    phone: BrowserContext, interviewer: Respondent
) -> None:
    hand_over(interviewer, "Autumn")
    page = interviewer.page
    page.clock.install()
    page.reload()
    interviewer.button("Close").click()
    interviewer.button("For whoever handed the phone over").click()
    interviewer.button("I have forgotten the PIN").click()
    interviewer.button("Open it in one hour").click()
    interviewer.sees("The way back opens at")
    page.clock.fast_forward("00:59:00")
    expect(page.get_by_role("button", name="Open the start page").and_(page.locator("[type=button]"))).to_have_count(0)
    page.clock.fast_forward("00:01:10")
    interviewer.sees("The hour is over")
    interviewer.button("Open the start page").click()
    interviewer.sees("Go on where you were")


def test_between_two_people_the_start_page_is_cleared_and_nothing_is_deleted(
    phone: BrowserContext, server: ServerProcess, rounds: tuple[dict[str, str], ...]
) -> None:
    first = Respondent(phone.new_page())
    begin(first, server, rounds[0]["join_code"], OWN_WORDS)
    first.button("Leave. Your answers stay on this phone").click()
    first.button("I’m finished here").click()
    page = first.page
    expect(page.get_by_role("heading", name="Good that you are here")).to_be_visible()
    expect(page.get_by_text("Spring")).to_have_count(0)
    page.go_back()
    page.wait_for_timeout(300)
    assert OWN_WORDS not in page.content()
    page.reload()
    expect(page.get_by_text("Spring")).to_have_count(0)

    second = first
    page.goto(f"{server.url}/#/join/{rounds[0]['join_code']}")
    second.agree()
    second.choose("No")
    second.saved()
    second.button("Leave. Your answers stay on this phone").click()
    expect(page.get_by_role("link", name="Go on")).to_have_count(1)
    page.get_by_role("button", name=re.compile("Show what was put away")).click()
    expect(page.get_by_role("link", name="Go on")).to_have_count(2)
    assert OWN_WORDS in everything_readable(page)


def test_two_people_on_one_phone_send_each_under_their_own_card(
    phone: BrowserContext, server: ServerProcess, programme: Programme
) -> None:
    opened = programme.open(programme.publish(SHIFTS), mode="cards")
    cards = programme.cards(opened["id"], 2)
    page = phone.new_page()
    sent: list[tuple[str, str]] = []
    page.on(
        "request",
        lambda request: (
            sent.append((request.headers["authorization"], request.post_data or ""))
            if request.url.endswith("/v1/submissions")
            else None
        ),
    )
    people = [Respondent(page), Respondent(page)]
    page.goto(server.url)
    people[0].ready_for_offline()
    page.reload()
    for person, code in zip(people, cards, strict=True):
        phone.set_offline(False)
        person.open_invitation(server.url, code)
        person.button("I agree, begin").wait_for()
        phone.set_offline(True)
        person.agree()
        person.choose("No")
        person.go_on()
        person.write("What gets in the way?", f"words of {code}")
        person.button("All questions").click()
        person.finish()
        person.button("Finish now").click()
        person.sees("Saved on this phone, not sent yet")
        person.button("I’m finished here").click()
        person.page.get_by_role("heading", name="Good that you are here").wait_for()
    phone.set_offline(False)
    page.reload()
    page.get_by_role("button", name=re.compile("Show what was put away")).click()
    expect(page.get_by_text("Received")).to_have_count(2, timeout=60_000)
    owners = {code: {who for who, what in sent if f"words of {code}" in what} for code in cards}
    assert [len(who) for who in owners.values()] == [1, 1]
    assert len(set.union(*owners.values())) == 2
