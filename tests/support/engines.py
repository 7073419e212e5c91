"""Phones of three engines: Chromium, Firefox, WebKit; each with just the steps that the stories of all of them need."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Protocol

from playwright.sync_api import BrowserContext, Page, Playwright, expect

from support.browsers import PHONE, QUIET, chromium, firefox
from support.killing import kill_all
from support.webkit import WebKitPhone

ENGINES = ("chromium", "firefox", "webkit")
SIZE = {"viewport": PHONE["viewport"], "locale": "en-US"}
# What a person is asked by Firefox when an app wants its storage kept: here the answer is yes.
YES_KEEP = {"dom.storageManager.prompt.testing": True, "dom.storageManager.prompt.testing.allow": True}
PRIVATE = {"browser.privatebrowsing.autostart": True}
ROOM = "dom.quotaManager.temporaryStorage.fixedLimit"  # in KiB

# Screens with a PIN have two fields, or one that is no text field.
FILLED = """(() => {
    for (const field of document.querySelectorAll('main input[type=password]')) {
        field.value = 'ladder seven';
        field.dispatchEvent(new Event('input', { bubbles: true }));
    }
})()"""


@dataclass(frozen=True)
class Kind:
    """What is special about a phone."""

    private: bool = False
    ahead: timedelta = timedelta()
    """How much its clock is ahead."""
    room: int | None = None
    """How many bytes all it keeps may take; not for Chromium, where tests set that from outside."""


USUAL = Kind()


class Window(Protocol):
    """A tab, and what a person does and sees in it."""

    @property
    def address(self) -> str:
        """Where it is."""

    def open(self, url: str) -> None:
        """Go to an address."""

    def reload(self) -> None:
        """Load the page again."""

    def tap(self, name: str) -> None:
        """Tap the button or the link of this name, once it is there."""

    def choose(self, label: str) -> None:
        """Tap a choice."""

    def write(self, text: str) -> None:
        """Write into the one text field of the screen, instead of what is there."""

    def written(self) -> str:
        """Return what is in that field."""

    def sees(self, words: str, seconds: float = 20) -> None:
        """Wait until these words are on the screen."""

    def received(self, seconds: float = 20) -> None:
        """Wait until an interview is called received; other words only speak of that."""

    def chosen(self, label: str, seconds: float = 20) -> None:
        """Wait until this choice is chosen."""

    def attach(self, path: Path) -> None:
        """Choose a file in the one file field of the screen."""

    def run(self, script: str) -> Any:
        """Return what an expression, or its promise, is in the page."""


class Phone(Protocol):
    """A browser and its profile."""

    def window(self) -> Window:
        """Open a tab."""

    def close(self) -> None:
        """Close the browser in good order."""

    def kill(self) -> None:
        """End every process of it at once, as an empty battery would."""


def start(engine: str, playwright: Playwright, display: str, profile: Path, kind: Kind = USUAL) -> Phone:
    """Switch a phone on. The same profile again finds what it has kept, unless it is private."""
    if engine == "webkit":
        return WebKitPhone(display, profile, private=kind.private, ahead=kind.ahead, room=kind.room)
    context = _launch(engine, playwright, profile, kind)
    if kind.ahead:
        context.clock.install(time=datetime.now(UTC) + kind.ahead)
    return PlaywrightPhone(context, profile)


def _launch(engine: str, playwright: Playwright, profile: Path, kind: Kind) -> BrowserContext:
    if engine == "firefox":
        return playwright.firefox.launch_persistent_context(
            str(profile),
            channel="moz-firefox",
            executable_path=firefox(),
            firefox_user_prefs={
                **YES_KEEP,
                **(PRIVATE if kind.private else {}),
                **({ROOM: kind.room // 1024} if kind.room else {}),
            },
            **SIZE,
        )
    if kind.private:  # a context of its own is what Chromium calls incognito
        launched = playwright.chromium.launch(executable_path=chromium(), args=QUIET)
        return launched.new_context(**PHONE)
    return playwright.chromium.launch_persistent_context(str(profile), executable_path=chromium(), args=QUIET, **PHONE)


class PlaywrightPhone:
    """Chromium or Firefox."""

    def __init__(self, context: BrowserContext, profile: Path) -> None:
        self.context = context
        self.profile = profile

    def window(self) -> Window:
        """Open a tab."""
        return PlaywrightWindow(self.context.new_page())

    def close(self) -> None:
        """Close the browser in good order."""
        browser = self.context.browser
        self.context.close()
        if browser is not None:
            browser.close()

    def kill(self) -> None:
        """End every process of it at once."""
        kill_all(str(self.profile))


class PlaywrightWindow:
    """A tab that Playwright steers."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.set_default_timeout(20_000)

    @property
    def address(self) -> str:
        """Where it is."""
        return self.page.url

    def open(self, url: str) -> None:
        """Go to an address."""
        self.page.goto(url)

    def reload(self) -> None:
        """Load the page again."""
        self.page.reload()

    def tap(self, name: str) -> None:
        """Tap the button or the link of this name, once it is there."""
        button = self.page.get_by_role("button", name=name, exact=True)
        button.or_(self.page.get_by_role("link", name=name, exact=True)).first.click()

    def choose(self, label: str) -> None:
        """Tap a choice."""
        self.page.get_by_role("radio", name=label, exact=True).check()

    def write(self, text: str) -> None:
        """Write into the one text field of the screen."""
        self.page.get_by_role("textbox").fill(text)

    def written(self) -> str:
        """Return what is in that field."""
        return self.page.get_by_role("textbox").input_value()

    def sees(self, words: str, seconds: float = 20) -> None:
        """Wait until these words are on the screen."""
        expect(self.page.get_by_text(words).first).to_be_visible(timeout=seconds * 1000)

    def received(self, seconds: float = 20) -> None:
        """Wait until an interview is called received."""
        expect(self.page.get_by_text("Received", exact=True).first).to_be_visible(timeout=seconds * 1000)

    def chosen(self, label: str, seconds: float = 20) -> None:
        """Wait until this choice is chosen."""
        radio = self.page.get_by_role("radio", name=label, exact=True, include_hidden=True)
        expect(radio).to_be_checked(timeout=seconds * 1000)

    def attach(self, path: Path) -> None:
        """Choose a file in the one file field of the screen."""
        self.page.locator("input[type=file]").set_input_files(path)

    def run(self, script: str) -> Any:
        """Return what an expression, or its promise, is in the page."""
        return self.page.evaluate(script)


def join(window: Window, url: str, code: str) -> None:
    """Open the invitation of a round."""
    window.open(f"{url}/#/join/{code}")
    window.tap("Open the invitation")
    window.sees("I agree, begin")


def begin(window: Window, url: str, code: str) -> None:
    """Come to the first question of SHIFTS."""
    join(window, url, code)
    window.tap("I agree, begin")
    window.sees("Can you swap shifts?")


def finish(window: Window) -> None:
    """Finish, with questions unanswered."""
    window.tap("All questions")
    window.tap("Finish")
    window.tap("Finish now")


def type_pin(window: Window) -> None:
    """Type the PIN wherever the screen asks for it."""
    window.run(FILLED)
