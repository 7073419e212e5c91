"""A real Chromium, phone-sized or desk-sized, against a real server process."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Playwright, expect, sync_playwright

from support import engines
from support.browsers import DESK, PHONE, QUIET, chromium
from support.installation import Installation
from support.programme import Programme
from support.questions import SHIFTS
from support.relay import Relay
from support.serving import ServerProcess
from support.webkit import unseen_screen

# Tests run side by side, on machines that may be slow: what takes longer than this is broken.
expect.set_options(timeout=15_000)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Yield Playwright's driver."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Yield one Chromium for the whole run."""
    launched = playwright.chromium.launch(executable_path=chromium(), args=QUIET)
    yield launched
    launched.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """Yield a phone: a small touch screen with storage of its own."""
    context = browser.new_context(**PHONE)
    context.set_default_timeout(15_000)
    yield context
    context.close()


@pytest.fixture
def desk(browser: Browser) -> Iterator[BrowserContext]:
    """Yield a member's browser on a large screen."""
    context = browser.new_context(**DESK, accept_downloads=True)
    context.set_default_timeout(15_000)
    yield context
    context.close()


@pytest.fixture(scope="session")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """Return an installation to copy: an organization with an editor."""
    return Installation.in_folder(tmp_path_factory.mktemp("installation"))


@pytest.fixture
def server(installation: Installation, tmp_path: Path) -> Iterator[ServerProcess]:
    """Yield a real server process over a copy of the installation."""
    with installation.server_in(tmp_path) as serving:
        yield serving


@pytest.fixture
def programme(installation: Installation, server: ServerProcess) -> Iterator[Programme]:
    """Yield its organization, with the editor signed in."""
    with installation.programme_on(server) as made:
        yield made


@pytest.fixture(scope="module")
def shared_server(installation: Installation, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    """Yield one server for all stories of a module; who stops it starts it again."""
    with installation.server_in(tmp_path_factory.mktemp("server")) as serving:
        yield serving


@pytest.fixture(scope="module")
def shared_programme(installation: Installation, shared_server: ServerProcess) -> Iterator[Programme]:
    """Yield its organization, with the editor signed in."""
    with installation.programme_on(shared_server) as made:
        yield made


@pytest.fixture
def relay(server: ServerProcess) -> Iterator[Relay]:
    """Yield a relay before the server, which can turn silent or into a captive portal."""
    started = Relay(server.port)
    yield started
    started.close()


@pytest.fixture
def lasting_phone(playwright: Playwright, tmp_path: Path) -> Iterator[Callable[[], BrowserContext]]:
    """Yield a way to open the same phone again and again: its profile lasts on disk."""
    opened: list[BrowserContext] = []

    def open_again() -> BrowserContext:
        context = playwright.chromium.launch_persistent_context(
            str(tmp_path / "profile"), executable_path=chromium(), args=QUIET, **PHONE
        )
        opened.append(context)
        return context

    yield open_again
    for context in opened:
        context.close()


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """Yield a screen for WebKit."""
    with unseen_screen() as name:
        yield name


@pytest.fixture
def switch_on(
    engine: str, playwright: Playwright, display: str, tmp_path: Path
) -> Iterator[Callable[..., engines.Phone]]:
    """Yield a way to switch the same phone on, again and again; `engine` is a fixture of the module's own."""
    phones: list[engines.Phone] = []

    def switch(kind: engines.Kind = engines.USUAL) -> engines.Phone:
        phones.append(engines.start(engine, playwright, display, tmp_path / "profile", kind))
        return phones[-1]

    yield switch
    for phone in phones:
        with suppress(Error):
            phone.close()


@pytest.fixture
def opened(shared_programme: Programme) -> dict[str, Any]:
    """Return a round of its own on the shared server."""
    return shared_programme.open(shared_programme.publish(SHIFTS), mode="interview")
