"""A person with a phone: what they tap, by the names that they (and a screen reader) see."""

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect


@dataclass
class Respondent:
    """Taps through the app on one page."""

    page: Page

    def open_invitation(self, url: str, code: str) -> None:
        """Follow a link with the code in its fragment."""
        self.page.goto(f"{url}/#/join/{code}")
        self.button("Open the invitation").click()

    def type_code(self, url: str, code: str) -> None:
        """Type a code on the start page."""
        self.page.goto(url)
        self.page.get_by_label("Code").fill(code)
        self.button("Go on").click()

    def agree(self) -> None:
        """Agree and begin."""
        self.button("I agree, begin").click()

    def arrive(self, url: str, code: str) -> None:
        """Follow a link, agree, and stand before the first question."""
        self.open_invitation(url, code)
        self.agree()

    def asked(self, words: str) -> None:
        """Wait until this question is on the screen."""
        expect(self.page.get_by_role("heading", name=words)).to_be_visible()

    def choose(self, label: str) -> None:
        """Tap a choice."""
        radio = self.page.get_by_role("radio", name=label, exact=True)
        radio.or_(self.page.get_by_role("checkbox", name=label, exact=True)).check()

    def choose_first(self) -> None:
        """Tap the first choice, or the first place of a scale."""
        first = self.page.locator("main input[type=radio], main input[type=checkbox], main input[type=range]").first
        first.wait_for(state="attached")
        if first.get_attribute("type") == "range":
            first.press("ArrowRight")
            return
        first.check(force=True)  # people tap the card around it

    def write(self, label: str, text: str) -> None:
        """Type into the field of a question."""
        self.page.get_by_role("textbox", name=re.compile(re.escape(label))).fill(text)

    def saved(self) -> None:
        """Wait until the screen says that the answer is on this phone."""
        expect(self.page.get_by_text("Saved on this phone", exact=True)).to_be_visible()

    def go_on(self) -> None:
        """Tap Next."""
        self.button("Next").click()

    def finish(self) -> None:
        """Tap Finish on the list of all answers."""
        self.button("Finish").click()

    def sees(self, words: str, seconds: float = 15) -> None:
        """Wait until these words are on the screen."""
        expect(self.page.get_by_text(words).first).to_be_visible(timeout=seconds * 1000)

    def received(self, seconds: float = 15) -> None:
        """Wait until an interview is called received; other words only speak of that."""
        expect(self.page.get_by_text("Received", exact=True).first).to_be_visible(timeout=seconds * 1000)

    def button(self, name: str) -> Locator:
        """Find a button by its name."""
        return self.page.get_by_role("button", name=name, exact=True)

    def ready_for_offline(self) -> None:
        """Wait until the service worker has everything it needs to start without a network."""
        self.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
