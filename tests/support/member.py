"""A member at the desk: what they click, by the names that they (and a screen reader) see."""

import re
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from support.programme import EDITOR, PASSWORD


@dataclass
class Member:
    """Works at the desk on one page."""

    page: Page
    url: str

    def sign_in(self, email: str = EDITOR.email, password: str = PASSWORD) -> None:
        """Open the desk and sign in."""
        self.enter(email, password)
        expect(self.page.get_by_role("navigation", name="Places at this desk")).to_be_visible()

    def enter(self, email: str, password: str) -> None:
        """Open the desk and say who is there."""
        self.page.goto(f"{self.url}/#/desk")
        self.page.get_by_label("E-mail address").fill(email)
        self.page.get_by_label("Password").fill(password)
        self.button("Sign in").click()

    def go_to(self, place: str) -> None:
        """Follow a link of the navigation."""
        self.page.get_by_role("navigation", name="Places at this desk").get_by_role("link", name=place).click()

    def open(self, name: str) -> None:
        """Follow a link whose name begins like this."""
        self.page.get_by_role("main").get_by_role("link", name=re.compile(f"^{re.escape(name)}")).first.click()

    def reads(self, heading: str) -> None:
        """Wait until a heading is on the screen."""
        expect(self.page.get_by_role("heading", name=heading, exact=True)).to_be_visible()

    def sees(self, words: str) -> None:
        """Wait until these words are on the screen."""
        expect(self.page.get_by_text(words).first).to_be_visible()

    def button(self, name: str) -> Locator:
        """Find a button by its name."""
        return self.page.get_by_role("button", name=name, exact=True)

    def saves(self, button: str, folder: Path) -> Path:
        """Press a button that hands over a file; return the file."""
        with self.page.expect_download() as started:
            self.button(button).click()
        path = folder / started.value.suggested_filename
        started.value.save_as(path)
        return path
