"""Letters twice as large on a screen of 320 pixels: everything is there, and nothing has to be pushed sideways."""

import pytest
from playwright.sync_api import Browser, Page, expect

from support.browsers import PHONE
from support.looking import sticking_out
from support.programme import Programme
from support.respondent import Respondent
from support.serving import ServerProcess
from support.showroom import furnish
from support.tour import walk_phone

NARROW = {"viewport": {"width": 320, "height": 640}}
# The root's letters, as a browser's own setting would make them.
TWICE = "document.documentElement.style.fontSize = '200%'"


@pytest.mark.slow
def test_twice_as_large_on_320_pixels_nothing_sticks_out(
    browser: Browser, server: ServerProcess, programme: Programme
) -> None:
    ids = furnish(programme, server.url)
    found: list[str] = []

    def visit(name: str, page: Page) -> None:
        page.evaluate(TWICE)
        found.extend(f"{name}: {out}" for out in sticking_out(page))

    with browser.new_context(**{**PHONE, **NARROW}) as phone:
        walk_phone(phone.new_page(), server.url, ids["code"], visit)
    assert not found, "\n".join(found)


def test_what_is_chosen_in_the_settings_stays(browser: Browser, server: ServerProcess) -> None:
    with browser.new_context(**PHONE) as phone:
        person = Respondent(phone.new_page())
        person.page.goto(f"{server.url}/#/settings")
        for choice in ("Very large", "Dark", "High"):
            person.button(choice).click()
            expect(person.button(choice)).to_have_attribute("aria-pressed", "true")
        person.page.reload()
        person.button("Very large").wait_for()
        root = person.page.locator("html")
        looks = [root.get_attribute(f"data-{name}") for name in ("letters", "scheme", "contrast")]
    assert looks == ["largest", "dark", "more"]
