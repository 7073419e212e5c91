"""Looks that an author asks for: counting, thousands, addresses, upright scales, choices that lead on."""

from playwright.sync_api import Browser, Page, expect

from support.browsers import DESK, PHONE
from support.hands import Hands
from support.programme import Programme
from support.questions import Draft, Row
from support.respondent import Respondent
from support.serving import ServerProcess

SOON_MS = 1_200  # well after a choice has led on


def form(*survey: Row) -> Draft:
    """Ask these, with a list of yes and no."""
    return {
        "survey": [*survey, {"type": "text", "name": "end", "label": "Anything else?"}],
        "choices": [{"list_name": "yn", "name": name, "label": name.capitalize()} for name in ("yes", "no", "maybe")],
        "settings": {"form_id": "looks", "form_title": "Looks", "default_language": "English (en)"},
    }


def arrive(page: Page, server: ServerProcess, programme: Programme, *survey: Row) -> tuple[Respondent, str]:
    """Stand before the first of these questions."""
    opened = programme.open(programme.publish(form(*survey)), mode="interview")
    person = Respondent(page)
    person.open_invitation(server.url, opened["join_code"])
    person.agree()
    person.asked(survey[0]["label"])
    return person, opened["id"]


def answers(person: Respondent, programme: Programme, round_id: str) -> dict[str, str]:
    """Finish; return what was received."""
    person.go_on()
    person.finish()
    person.received(seconds=30)
    [row] = programme.rows(round_id)
    return row


def test_counting_begins_with_nothing_and_never_goes_below_it(
    browser: Browser, server: ServerProcess, programme: Programme
) -> None:
    count = {"type": "integer", "name": "people", "label": "How many people?", "appearance": "counter"}
    with browser.new_context(**PHONE) as phone:
        person, round_id = arrive(phone.new_page(), server, programme, count)
        box = person.page.get_by_role("textbox", name="How many people?")
        expect(box).to_have_value("")
        person.button("One less").click()
        expect(box).to_have_value("0")
        expect(person.button("One less")).to_have_attribute("aria-disabled", "true")
        for heard in ("1", "2"):
            person.button("One more").click()
            expect(person.page.get_by_role("status").filter(has_text=heard)).to_have_count(1)
        box.fill("41")
        person.button("One more").click()  # at once, before what was typed is on its way
        expect(box).to_have_value("42")
        person.page.wait_for_timeout(SOON_MS)
        person.saved()
        person.page.reload()
        expect(box).to_have_value("42")
        person.go_on()
        row = answers(person, programme, round_id)
    assert row["people"] == "42"


def test_thousands_are_set_apart_while_nobody_types_and_kept_plain(
    browser: Browser, server: ServerProcess, programme: Programme
) -> None:
    pay = {"type": "decimal", "name": "pay", "label": "What is your pay?", "appearance": "thousands-sep"}
    with browser.new_context(**PHONE) as phone:
        person, round_id = arrive(phone.new_page(), server, programme, pay)
        page = person.page
        box = page.get_by_role("textbox", name="What is your pay?")
        box.click()
        box.press_sequentially("1234567.50")
        expect(box).to_have_value("1234567.50")
        box.blur()
        expect(box).to_have_value("1,234,567.50")
        box.focus()
        expect(box).to_have_value("1234567.50")
        box.press("End")
        box.press_sequentially("x")
        box.blur()
        expect(box).to_have_value("1234567.50x")
        box.fill("98765.50")
        person.saved()
        page.reload()
        expect(box).to_have_value("98,765.50")
        person.go_on()
        row = answers(person, programme, round_id)
    assert row["pay"] == "98765.50"


def test_an_address_is_typed_into_a_field_for_addresses(
    browser: Browser, server: ServerProcess, programme: Programme
) -> None:
    site = {"type": "text", "name": "site", "label": "Where is that?", "appearance": "url"}
    with browser.new_context(**PHONE) as phone:
        person, round_id = arrive(phone.new_page(), server, programme, site)
        box = person.page.get_by_role("textbox", name="Where is that?")
        expect(box).to_have_attribute("type", "url")
        box.fill("example.org/not quite an address")
        person.go_on()
        row = answers(person, programme, round_id)
    assert row["site"] == "example.org/not quite an address"


def test_an_upright_scale_rises_and_a_place_to_begin_is_no_answer(
    browser: Browser, server: ServerProcess, programme: Programme
) -> None:
    scale = "start=0 end=10 step=1"
    high = {"type": "range", "name": "high", "label": "How high?", "parameters": scale, "appearance": "vertical"}
    near = {"type": "range", "name": "near", "label": "How near?", "parameters": f"{scale} placeholder=3"}
    left = {"type": "range", "name": "left", "label": "And this?", "parameters": f"{scale} placeholder=3"}
    with browser.new_context(**PHONE) as phone:
        page = phone.new_page()
        person, round_id = arrive(page, server, programme, high, near, left)
        slider = page.get_by_role("slider", name="How high?")
        expect(slider).to_have_attribute("aria-valuetext", "nothing chosen yet")
        box = slider.bounding_box() or {}
        assert box["height"] > 2 * box["width"]
        ends = page.locator(".range-ends span")
        assert (ends.nth(0).bounding_box() or {})["y"] > (ends.nth(1).bounding_box() or {})["y"], "0 stands below 10"
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] - 4)
        expect(slider).to_have_attribute("aria-valuetext", "0")
        slider.press("ArrowUp")
        person.button("More").click()
        expect(slider).to_have_attribute("aria-valuetext", "2")
        person.go_on()
        slider = page.get_by_role("slider", name="How near?")
        expect(slider).to_have_attribute("aria-valuetext", "nothing chosen yet")
        expect(slider).to_have_value("3")
        person.button("More").click()
        expect(slider).to_have_attribute("aria-valuetext", "4")
        person.go_on()
        person.asked("And this?")
        person.go_on()
        row = answers(person, programme, round_id)
    assert {name: row[name] for name in ("high", "near", "left")} == {"high": "2", "near": "4", "left": ".skipped"}


QUICK = {"type": "select_one yn", "name": "swap", "label": "Can you swap?", "appearance": "quick"}
AGAIN = {"type": "select_one yn", "name": "again", "label": "Do you?", "appearance": "quick"}


def test_a_choice_leads_on_by_itself_and_back_leads_to_it_again(
    browser: Browser, server: ServerProcess, programme: Programme
) -> None:
    with browser.new_context(**PHONE) as phone:
        page = phone.new_page()
        person, round_id = arrive(page, server, programme, QUICK, AGAIN)
        person.sees("Your choice leads on by itself.")
        page.get_by_role("radio", name="Yes").dblclick()  # hands that shake
        person.asked("Do you?")
        expect(page.get_by_role("radio", checked=True)).to_have_count(0)
        person.button("Back").click()
        person.asked("Can you swap?")
        page.wait_for_timeout(SOON_MS)
        expect(page.get_by_role("radio", name="Yes", checked=True)).to_have_count(1)
        page.get_by_role("radio", name="Yes").tap()
        person.asked("Do you?")
        page.get_by_role("radio", name="No").tap()
        person.asked("Anything else?")
        person.go_on()
        page.get_by_role("button", name="Can you swap? Yes Change").click()
        expect(page.get_by_text("Your choice leads on by itself.")).to_have_count(0)
        page.get_by_role("radio", name="Maybe").tap()
        page.wait_for_timeout(SOON_MS)
        person.asked("Can you swap?")
        person.button("Back to all answers").click()
        person.finish()
        person.received(seconds=30)
    [row] = programme.rows(round_id)
    assert {name: row[name] for name in ("swap", "again")} == {"swap": "maybe", "again": "no"}


def test_arrows_look_at_choices_space_and_enter_choose(
    browser: Browser, server: ServerProcess, programme: Programme
) -> None:
    with browser.new_context(**DESK) as context:
        page = context.new_page()
        person, round_id = arrive(page, server, programme, QUICK, AGAIN)
        hands = Hands(page)
        hands.reach("radio")
        expect(page.get_by_role("radiogroup")).to_have_accessible_description(
            "Your choice leads on by itself. Back brings you here again."
        )
        hands.press("ArrowDown", "ArrowDown")
        page.wait_for_timeout(SOON_MS)
        person.asked("Can you swap?")
        expect(page.get_by_role("radio", name="Maybe", checked=True)).to_have_count(1)
        hands.press("ArrowUp", "Space")
        person.asked("Do you?")
        hands.begin()
        hands.reach("radio")
        hands.press("Enter")
        person.asked("Anything else?")
        row = answers(person, programme, round_id)
    assert {name: row[name] for name in ("swap", "again")} == {"swap": "no", "again": "yes"}
