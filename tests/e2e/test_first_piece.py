"""What a phone fetches up to the first question is what `npm run size` weighs, and nothing else."""

import re

from playwright.sync_api import BrowserContext

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


def _pieces(addresses: list[str]) -> set[str]:
    found = [re.search(r"/assets/(.+)-[\w-]{8}\.js$", address) for address in addresses]
    return {one.group(1) for one in found if one}
