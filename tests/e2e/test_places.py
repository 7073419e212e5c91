"""Places, ways and areas: found by the phone or typed, never lost half-way, and in nobody's way."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from support.browsers import PHONE
from support.programme import Draft, Programme
from support.respondent import Respondent
from support.serving import ServerProcess

SPOT, WAY, AREA = "Where was it?", "Which way do you walk?", "Which area do you clean?"
FORM: Draft = {
    "survey": [
        {"type": "geopoint", "name": "spot", "label": SPOT},
        {"type": "geotrace", "name": "way", "label": WAY, "required": "yes"},
        {"type": "geoshape", "name": "area", "label": AREA},
    ],
    "choices": [],
    "settings": {"form_id": "places", "form_title": "Places", "default_language": "English (en)"},
}


@pytest.fixture
def opened(programme: Programme) -> dict[str, Any]:
    """Open a round that asks for places."""
    return programme.open(programme.publish(FORM), mode="interview")


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """Yield a phone whose owner has not said whether it may tell where it is."""
    with browser.new_context(**PHONE) as context:
        context.set_default_timeout(15_000)
        yield context


@pytest.fixture
def person(phone: BrowserContext, server: ServerProcess, opened: dict[str, Any]) -> Respondent:
    """Return somebody who is asked for a place."""
    person = Respondent(phone.new_page())
    person.arrive(server.url, opened["join_code"])
    person.asked(SPOT)
    return person


def at(phone: BrowserContext, latitude: float, longitude: float, accuracy: float = 4) -> None:
    """Let the phone be there. It stops looking by itself when it is sure to within 5 metres."""
    phone.set_geolocation({"latitude": latitude, "longitude": longitude, "accuracy": accuracy})


def type_place(person: Respondent, latitude: str, longitude: str) -> None:
    """Type the two numbers, where they can be seen already."""
    person.page.get_by_label("Latitude").fill(latitude)
    person.page.get_by_label("Longitude").fill(longitude)


def send(person: Respondent) -> None:
    """Finish, and wait for the receipt."""
    person.finish()
    person.received(seconds=30)


def test_where_the_phone_will_not_say_where_it_is_places_are_typed(
    person: Respondent, programme: Programme, opened: dict[str, Any]
) -> None:
    person.button("Use where I am now").click()
    person.sees("This page may not see where the phone is.")
    person.page.get_by_text("Type the place instead").click()
    type_place(person, "95", "-99,1")
    person.sees("Both are needed, in degrees")
    person.page.get_by_label("Latitude").fill("19.4")
    person.sees("19.4, -99.1")
    person.page.get_by_label("Latitude").press("Enter")

    person.asked(WAY)
    person.button("Add where I am now").click()
    person.sees("or type the place")
    person.page.get_by_text("Type a place").click()
    type_place(person, "19,4", "-99.1")
    person.button("Add this place").click()
    expect(person.page.get_by_label("Latitude")).to_be_focused()
    person.sees("1 place. One more is needed.")
    type_place(person, "19.5", "-99.2")
    person.page.get_by_label("Longitude").press("Enter")
    person.sees("2 places.")
    person.go_on()

    person.asked(AREA)
    person.page.get_by_text("Type a place").click()
    for latitude in ("1", "2", "3"):
        type_place(person, latitude, str(int(latitude) % 2))
        person.button("Add this place").click()
    person.sees("3 places.")
    person.go_on()
    expect(person.page.get_by_role("button", name=f"{WAY} 2 places Change", exact=True)).to_be_visible()
    expect(person.page.get_by_role("button", name=f"{AREA} 3 places Change", exact=True)).to_be_visible()
    send(person)
    [row] = programme.rows(opened["id"])
    assert row["spot"] == "19.4 -99.1 0 0"
    assert row["way"] == "19.4 -99.1 0 0;19.5 -99.2 0 0"
    assert row["area"] == "1 1 0 0;2 0 0 0;3 1 0 0;1 1 0 0"


def test_half_a_place_is_no_answer_and_is_not_lost(
    person: Respondent, programme: Programme, opened: dict[str, Any]
) -> None:
    page = person.page
    page.get_by_text("Type the place instead").click()
    page.get_by_label("Latitude").fill("19.4")
    person.saved()
    page.reload()
    expect(page.get_by_label("Latitude")).to_have_value("19.4")
    person.go_on()
    person.sees("Both are needed, in degrees")
    expect(page.get_by_label("Latitude")).to_be_focused()
    person.button("All questions").click()
    expect(page.get_by_role("button", name=re.compile(f"{re.escape(SPOT)} 19.4, … .*Needs"))).to_be_visible()
    page.get_by_role("button", name=re.compile(re.escape(SPOT))).click()
    page.get_by_label("Longitude").fill("-99.1")
    person.button("Take the place away").click()
    expect(person.button("Use where I am now")).to_be_focused()
    expect(page.get_by_label("Latitude")).to_have_value("")


def test_too_few_places_are_kept_and_how_many_are_needed_is_said(
    person: Respondent, phone: BrowserContext, programme: Programme, opened: dict[str, Any]
) -> None:
    page = person.page
    phone.grant_permissions(["geolocation"])
    at(phone, 10, 20)
    person.go_on()
    person.go_on()  # nothing at all is in nobody's way
    person.asked(AREA)
    person.button("Add where I am now").click()
    person.sees("1 place. 2 more are needed.")
    person.saved()
    page.reload()
    person.sees("1 place. 2 more are needed.")
    person.go_on()
    person.sees("2 more places are needed. You can also take away what is here and go on.")
    page.get_by_text("Type a place").click()
    type_place(person, "11", "21")
    person.go_on()
    person.sees("The place you have typed is not added yet.")
    page.reload()
    expect(page.get_by_label("Longitude")).to_have_value("21")
    person.button("Add this place").click()
    person.button("All questions").click()
    expect(page.get_by_role("button", name=re.compile(f"{re.escape(AREA)} 2 places .*Needs"))).to_be_visible()
    person.finish()
    person.asked(AREA)
    person.button("Take the last place away").click()
    person.sees("1 place. 2 more are needed.")
    person.button("Take the last place away").click()
    expect(person.button("Add where I am now")).to_be_focused()
    page.get_by_role("button", name="Back to all answers").click()
    send(person)
    [row] = programme.rows(opened["id"])
    assert (row["way"], row["area"]) == (".skipped", ".skipped")


def test_the_focus_stays_on_the_button_while_the_phone_looks_and_after(
    person: Respondent, phone: BrowserContext
) -> None:
    phone.grant_permissions(["geolocation"])
    at(phone, 10, 20, accuracy=12)
    for name in ("Use where I am now", "That is good enough"):
        person.button(name).focus()
        person.button(name).press("Enter")
    expect(person.button("Look again")).to_be_focused()
    person.go_on()
    person.asked(WAY)
    person.button("Add where I am now").focus()
    for count in ("1 place.", "2 places."):
        person.button("Add where I am now").press("Enter")
        expect(person.button("That is good enough")).to_be_focused()
        person.button("That is good enough").press("Enter")
        person.sees(count)
        expect(person.button("Add where I am now")).to_be_focused()


def test_a_position_that_was_found_outlives_the_signal(person: Respondent, phone: BrowserContext) -> None:
    phone.grant_permissions(["geolocation"])
    at(phone, 10, 20, accuracy=12)
    person.button("Use where I am now").click()
    person.sees("Sure to within 12 metres")
    phone.set_geolocation(None)  # the phone says that it cannot tell any more
    expect(person.button("Look again")).to_be_visible()
    person.sees("10, 20")
    expect(person.page.get_by_text("The phone cannot tell where it is here.")).to_have_count(0)
    person.saved()


def test_a_way_is_taken_place_by_place_and_the_last_one_may_go(
    person: Respondent, phone: BrowserContext, programme: Programme, opened: dict[str, Any]
) -> None:
    phone.grant_permissions(["geolocation"])
    person.go_on()
    for question, count in ((WAY, 2), (AREA, 3)):
        person.asked(question)
        person.sees("No place yet.")
        for place in range(3):
            at(phone, 10 + place, 20 + place % 2)
            person.button("Add where I am now").click()
            person.sees(f"{place + 1} place")
        expect(person.page.get_by_role("img", name="The places, drawn as seen from above")).to_be_visible()
        if count == 2:
            person.button("Take the last place away").click()
        person.sees(f"{count} places.")
        person.saved()
        person.page.reload()
        person.sees(f"{count} places.")
        person.go_on()
    send(person)
    [row] = programme.rows(opened["id"])
    assert row["way"] == "10 20 0 4;11 21 0 4"
    assert row["area"] == "10 20 0 4;11 21 0 4;12 20 0 4;10 20 0 4"
