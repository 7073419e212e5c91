"""Moments, places and long lists: what is stored of them, and what happens where the phone will not help."""

import re
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Playwright, expect

from support.browsers import PHONE
from support.camera import film, phone_seeing, square
from support.programme import Draft, Programme
from support.respondent import Respondent
from support.serving import ServerProcess

AREAS = 60
FORM: Draft = {
    "survey": [
        {"type": "dateTime", "name": "seen", "label": "When did you see it?", "required": "yes"},
        {"type": "geopoint", "name": "spot", "label": "Where was it?"},
        {"type": "select_one areas", "name": "area", "label": "Which area is that?"},
        {"type": "select_multiple towns", "name": "towns", "label": "Which towns?", "choice_filter": "in = ${area}"},
    ],
    "choices": [
        *({"list_name": "areas", "name": f"a{number}", "label": f"Área {number}"} for number in range(AREAS)),
        *({"list_name": "towns", "name": f"t{n}", "label": f"Town {n}", "in": f"a{n % 2}"} for n in range(AREAS)),
    ],
    "settings": {"form_id": "more", "form_title": "More", "default_language": "English (en)"},
}
WHERE = {"latitude": 19.432608, "longitude": -99.133209, "accuracy": 12}


def arrive(phone: BrowserContext, server: ServerProcess, programme: Programme) -> tuple[Respondent, str]:
    """Stand before the first question of an interview."""
    opened = programme.open(programme.publish(FORM), mode="interview")
    person = Respondent(phone.new_page())
    person.arrive(server.url, opened["join_code"])
    person.asked("When did you see it?")
    return person, opened["id"]


def test_a_moment_has_the_offset_of_where_it_was_a_place_how_sure_it_is_and_a_long_list_is_searched(
    browser: Browser, server: ServerProcess, programme: Programme
) -> None:
    with browser.new_context(**{**PHONE, "timezone_id": "America/Mexico_City"}) as phone:
        phone.grant_permissions(["geolocation"])
        phone.set_geolocation(WHERE)  # type: ignore[arg-type]  # a dict of these
        person, round_id = arrive(phone, server, programme)
        page = person.page
        page.get_by_label("Time").fill("08:30")
        person.go_on()
        person.sees("Please give both the day and the time.")
        page.reload()
        page.get_by_label("Day").fill("2026-03-15")
        page.get_by_label("Time").fill("08:30")
        person.go_on()

        person.button("Use where I am now").click()
        person.sees("Sure to within 12 metres")
        person.button("That is good enough").click()
        person.sees("19.43261, -99.13321")
        person.saved()
        page.reload()
        person.sees("19.43261, -99.13321")
        person.go_on()

        search = page.get_by_role("searchbox", name="Search the list")
        expect(page.get_by_role("radio")).to_have_count(20)
        search.fill("area 41")
        page.get_by_role("radio", name="Área 41").check(force=True)
        search.fill("AREA 1")
        page.get_by_role("radio", name="Área 1", exact=True).check(force=True)
        person.go_on()
        expect(page.get_by_role("checkbox")).to_have_count(20)
        for town in ("Town 59", "Town 7"):
            search.fill(town)
            page.get_by_role("checkbox", name=town, exact=True).check(force=True)
        person.go_on()
        expect(page.get_by_role("button", name=re.compile("When did you see it. March 15, 2026 08:30"))).to_be_visible()
        expect(page.get_by_role("button", name=re.compile("Which towns. Town 7 · Town 59"))).to_be_visible()
        person.finish()
        person.received(seconds=30)
    [row] = programme.rows(round_id)
    assert row["seen"] == "2026-03-15T08:30:00.000-06:00"
    assert row["spot"] == "19.432608 -99.133209 0 12"
    assert row["area"] == "a1"
    assert [name for name in row if name.startswith("towns") and row[name] == "1"] == ["towns/t7", "towns/t59"]


def test_a_code_is_read_by_the_camera_or_typed(
    playwright: Playwright, browser: Browser, server: ServerProcess, programme: Programme, tmp_path: Path
) -> None:
    draft: Draft = {
        "survey": [{"type": "barcode", "name": "tag", "label": "Which machine?"}],
        "choices": [],
        "settings": {"form_id": "tags", "form_title": "Tags", "default_language": "English (en)"},
    }
    opened = programme.open(programme.publish(draft), mode="interview")
    with phone_seeing(playwright, film(browser, square("machine 7"), tmp_path / "tag.mjpeg")) as phone:
        person = Respondent(phone.new_page())
        person.arrive(server.url, opened["join_code"])
        person.button("Scan it").click()
        box = person.page.get_by_role("textbox", name="Which machine?")
        expect(box).to_have_value("machine 7", timeout=60_000)
        expect(person.page.locator("video")).to_have_count(0)
        box.press("End")
        box.press_sequentially(" B")
        person.go_on()
        person.finish()
        person.received(seconds=30)
    [row] = programme.rows(opened["id"])
    assert row["tag"] == "machine 7 B"


def test_looks_that_an_author_asks_for(browser: Browser, server: ServerProcess, programme: Programme) -> None:
    scale = "start=0 end=5 step=1"
    choices = [{"list_name": "six", "name": f"c{number}", "label": f"Choice {number}"} for number in range(6)]
    draft: Draft = {
        "survey": [
            {"type": "range", "name": "stars", "label": "How many?", "parameters": scale, "appearance": "rating"},
            {"type": "range", "name": "picked", "label": "Which one?", "parameters": scale, "appearance": "picker"},
            {"type": "range", "name": "slid", "label": "How far?", "parameters": f"{scale} tick_interval=1"},
            {"type": "select_one six", "name": "one", "label": "One of six?", "appearance": "columns-3"},
            {"type": "text", "name": "code", "label": "A code?", "appearance": "masked"},
            {"type": "note", "name": "end", "label": "# Thank you\n- for **this**\n- <span>and that</span>"},
        ],
        "choices": choices,
        "settings": {"form_id": "looks", "form_title": "Looks", "default_language": "English (en)"},
    }
    opened = programme.open(programme.publish(draft), mode="interview")
    with browser.new_context(viewport={"width": 1280, "height": 800}) as phone:
        person = Respondent(phone.new_page())
        page = person.page
        person.arrive(server.url, opened["join_code"])
        expect(page.get_by_role("radio")).to_have_count(6)
        expect(page.get_by_role("radio", checked=True)).to_have_count(0)
        page.get_by_role("radio", name="4", exact=True).check(force=True)
        person.go_on()
        page.get_by_role("combobox", name="Which one?").select_option("2")
        person.go_on()
        expect(page.get_by_role("slider")).to_have_attribute("aria-valuetext", "nothing chosen yet")
        expect(page.locator(".range-ends span")).to_have_text(["0", "1", "2", "3", "4", "5"])
        page.get_by_role("slider").press("ArrowRight")
        person.go_on()
        expect(page.get_by_role("radio")).to_have_count(6)
        page.wait_for_timeout(500)  # the screen slides in
        tops = [round((page.locator(".choice").nth(place).bounding_box() or {})["y"]) for place in range(4)]
        assert tops[0] == tops[1] == tops[2] < tops[3]
        page.get_by_role("radio", name="Choice 5").check(force=True)
        person.go_on()
        expect(page.get_by_role("textbox", name="A code?")).to_have_attribute("type", "password")
        page.get_by_role("textbox", name="A code?").fill("secret")
        person.go_on()
        expect(page.get_by_role("heading", level=1)).to_have_text("Thank you")
        person.sees("• for this")
        person.sees("• and that")
        person.go_on()
        person.finish()
        person.received(seconds=30)
    [row] = programme.rows(opened["id"])
    kept = {name: row[name] for name in ("stars", "picked", "slid", "one", "code")}
    assert kept == {"stars": "4", "picked": "2", "slid": "4", "one": "c5", "code": "secret"}
