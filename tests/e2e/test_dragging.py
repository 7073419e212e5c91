"""The order of a rank is changed by dragging, too, by finger and by mouse. A drag may be given up."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from support.browsers import DESK, PHONE
from support.programme import Programme
from support.questions import Draft
from support.respondent import Respondent
from support.serving import ServerProcess

SETTLED_MS = 500
STEPS = 8


def form(count: int) -> Draft:
    """Ask for an order of so many wishes."""
    return {
        "survey": [{"type": "rank wishes", "name": "order", "label": "Put these in your order."}],
        "choices": [{"list_name": "wishes", "name": f"w{place}", "label": f"Wish {place}"} for place in range(count)],
        "settings": {"form_id": "drag", "form_title": "Drag", "default_language": "English (en)"},
    }


Arrive = Callable[[BrowserContext, int], tuple[Respondent, str]]


@pytest.fixture
def arrive(server: ServerProcess, programme: Programme) -> Arrive:
    """Stand before a rank in which everything has its place, in the order of the list."""

    def arrived(context: BrowserContext, count: int) -> tuple[Respondent, str]:
        opened = programme.open(programme.publish(form(count)), mode="interview")
        person = Respondent(context.new_page())
        person.open_invitation(server.url, opened["join_code"])
        person.agree()
        for place in range(count):
            person.button(f"Wish {place}: give place {place + 1}").press("Enter")
        expect(person.page.locator(".ranked-item")).to_have_count(count)
        person.page.evaluate("scrollTo(0, 0)")
        person.page.wait_for_timeout(SETTLED_MS)
        return person, opened["id"]

    return arrived


def order(page: Page) -> list[str]:
    """The wishes as they stand, by their numbers."""
    return [words.removeprefix("Wish ") for words in page.locator(".ranked-item .choice-label").all_inner_texts()]


def middle(page: Page, place: int, part: str = ".rank-grip") -> tuple[float, float]:
    """Where the grip at a place is."""
    box = page.locator(f".ranked-item {part}").nth(place).bounding_box() or {}
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


class Finger:
    """A finger on the glass; Playwright only taps."""

    def __init__(self, page: Page) -> None:
        self._session = page.context.new_cdp_session(page)

    def _touch(self, kind: str, *at: tuple[float, float]) -> None:
        points = [{"x": x, "y": y} for x, y in at]
        self._session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    def drag(self, start: tuple[float, float], to: tuple[float, float], *, lift: bool = True) -> None:
        """Touch, move and, unless it stays, let go."""
        self._touch("touchStart", start)
        for step in range(1, STEPS + 1):
            share = step / STEPS
            self._touch("touchMove", (start[0] + (to[0] - start[0]) * share, start[1] + (to[1] - start[1]) * share))
        if lift:
            self.lift()

    def lift(self) -> None:
        """Let go."""
        self._touch("touchEnd")


def test_a_finger_moves_a_row_by_its_grip_and_the_page_stays(
    browser: Browser, programme: Programme, arrive: Arrive
) -> None:
    with browser.new_context(**PHONE) as phone:
        person, round_id = arrive(phone, 5)
        page = person.page
        told = page.get_by_role("group", name="Put these in your order.").get_by_role("status")
        page.evaluate("scrollTo(0, 60)")
        Finger(page).drag(middle(page, 0), middle(page, 2))
        expect(told).to_have_text("Wish 0 is now at place 3 of 5")
        assert order(page) == ["1", "2", "0", "3", "4"]
        assert page.evaluate("scrollY") == 60
        person.button("Wish 0: one place up").click()
        assert order(page) == ["1", "0", "2", "3", "4"], "the buttons work as ever"
        person.go_on()
        person.finish()
        person.received(seconds=30)
    [row] = programme.rows(round_id)
    assert row["order"] == "w1 w0 w2 w3 w4"


def test_beside_the_grip_a_finger_scrolls(browser: Browser, arrive: Arrive) -> None:
    with browser.new_context(**PHONE) as phone:
        person, _ = arrive(phone, 9)
        page = person.page
        Finger(page).drag(middle(page, 3, ".choice-label"), (middle(page, 3, ".choice-label")[0], 150))
        page.wait_for_timeout(SETTLED_MS)
        assert page.evaluate("scrollY") > 50
        assert order(page) == [str(place) for place in range(9)]


def test_a_list_longer_than_the_screen_comes_along_and_no_further(browser: Browser, arrive: Arrive) -> None:
    with browser.new_context(**PHONE) as phone:
        person, _ = arrive(phone, 12)
        page = person.page
        x, y = middle(page, 0)
        finger = Finger(page)
        finger.drag((x, y), (x, 660), lift=False)
        expect(page.locator(".ranked-item.is-dragged")).to_have_count(1)
        expect(page.locator(".ranked-item").last).to_be_in_viewport()
        page.wait_for_timeout(SETTLED_MS)
        scrolled = page.evaluate("scrollY")
        page.wait_for_timeout(SETTLED_MS)
        assert page.evaluate("scrollY") == scrolled, "it stands still at the end of the list"
        finger.lift()


def test_a_mouse_takes_a_row_anywhere_but_at_its_buttons(browser: Browser, arrive: Arrive) -> None:
    with browser.new_context(**DESK) as context:
        person, _ = arrive(context, 4)
        page = person.page
        page.mouse.move(*middle(page, 3, ".choice-label"))
        page.mouse.down()
        page.mouse.move(*middle(page, 0, ".choice-label"), steps=STEPS)
        expect(page.locator(".ranked-item .rank-place")).to_have_text(["2", "3", "4", "1"])
        page.mouse.up()
        assert order(page) == ["3", "0", "1", "2"]
        expect(page.locator(".ranked-item .rank-place")).to_have_text(["1", "2", "3", "4"])
        page.mouse.move(*middle(page, 1, ".rank-acts"))
        page.mouse.down()
        page.mouse.move(*middle(page, 3, ".rank-acts"), steps=STEPS)
        page.mouse.up()
        assert order(page) == ["3", "0", "1", "2"]


def test_escape_gives_a_drag_up_and_says_so(browser: Browser, arrive: Arrive) -> None:
    with browser.new_context(**DESK, reduced_motion="reduce") as context:
        person, _ = arrive(context, 4)
        page = person.page
        x, y = middle(page, 1)
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x, y + 200, steps=STEPS)
        expect(page.locator(".ranked-item.is-dragged")).to_have_count(1)
        glides = page.locator(".ranked-item").nth(2).evaluate("each => getComputedStyle(each).transitionProperty")
        assert glides == "none", "nothing glides where motion is not wanted"
        page.keyboard.press("Escape")
        expect(page.locator(".ranked-item.is-dragged")).to_have_count(0)
        page.mouse.up()
        assert order(page) == ["0", "1", "2", "3"]
        expect(page.get_by_role("status").filter(has_text="Wish 1 is now at place 2 of 4")).to_have_count(1)
