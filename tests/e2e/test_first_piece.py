"""What a phone fetches, and when: up to the first question what `npm run size` weighs, and later what is asked for."""

import re

from playwright.sync_api import Browser, BrowserContext, Route, expect

from support.browsers import PHONE
from support.programme import Programme
from support.questions import SHIFTS
from support.respondent import Respondent
from support.serving import ServerProcess

WEIGHED = {"index", "app", "rolldown-runtime"}
"""As in "size-limit" of pwa/package.json."""
NOTE_WHAT_CAME = """globalThis.came = new Promise((resolve) => new MutationObserver((_, observer) => {
  if (!document.querySelector('.asking-answer')) return;
  observer.disconnect();
  resolve(performance.getEntriesByType('resource').map(({ name }) => name));
}).observe(document, { childList: true, subtree: true }));"""


def test_no_other_script_comes_before_the_first_question(
    phone: BrowserContext, server: ServerProcess, programme: Programme
) -> None:
    opened = programme.open(programme.publish(SHIFTS), mode="interview")
    person = Respondent(phone.new_page())
    person.open_invitation(server.url, opened["join_code"])
    person.agree()
    person.choose("No")
    person.saved()
    address = person.page.url
    person.page.close()

    page = phone.new_page()
    page.add_init_script(NOTE_WHAT_CAME)
    page.goto(address)
    assert _pieces(page.evaluate("came")) == WEIGHED


def test_a_screen_that_comes_late_does_not_take_the_place_of_the_one_asked_for_since(
    browser: Browser, server: ServerProcess
) -> None:
    with browser.new_context(**PHONE, service_workers="block") as phone:
        page = phone.new_page()
        held: list[Route] = []

        def hold(route: Route) -> None:
            held.append(route)

        page.route("**/Home-*.js", hold)
        page.goto(f"{server.url}/#/")
        while not held:
            page.wait_for_timeout(50)
        page.goto(f"{server.url}/#/settings")
        heading = page.get_by_text("Language of the app")
        expect(heading).to_be_visible()
        with page.expect_response("**/Home-*.js"):
            held[0].continue_()
        page.wait_for_timeout(300)
        expect(heading).to_be_visible()


def _pieces(addresses: list[str]) -> set[str]:
    found = [re.search(r"/assets/(.+)-[\w-]{8}\.js$", address) for address in addresses]
    return {one.group(1) for one in found if one}
