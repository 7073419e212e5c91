"""What is compared: the app with a round joined and an interview begun, and the hand-written page. Sets both up."""

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, Playwright

from bench.client.bare import bare_server, write_pages
from bench.client.phone import PHONE, QUIET, SECONDS
from bench.client.questions import draft
from support.browsers import chromium
from support.databases import sqlite_database
from support.programme import programme_on
from support.serving import ServerProcess

ROOT = Path(__file__).parents[2]
SIZES = (60, 500)


@dataclass(frozen=True)
class Side:
    """One of the two. Its first question is a text, its second a select_one."""

    name: str
    answerable: str
    """Selects the first question's field once it can be answered."""
    choices: str
    one_by_one: bool
    """One question a screen: the second comes after a tap on Next."""


ASKWELL = Side("Askwell", ".asking-answer input:not([readonly])", ".asking-answer .choice", one_by_one=True)
# The script has run, so that what is typed is kept.
BARE = Side("hand-written", "html[data-ready] #q1", "label:has([name=q2])", one_by_one=False)


@dataclass(frozen=True)
class Bench:
    """Everything set up: servers, links, a browser for new phones, and a phone with both sides on it."""

    browser: Browser
    version: str
    links: dict[int, str]
    """Invitations, by the number of questions."""
    joined: Path
    """What the storage of a phone holds that has begun the 60 questions."""
    kept: BrowserContext
    """A phone with a profile on disk: everything begun, everything in the caches of service workers."""
    addresses: dict[tuple[str, int], str]
    """Where the first question is: on the kept phone by side and size; on joined phones under "joined"."""
    stop_servers: Callable[[], None]


@contextmanager
def bench_in(folder: Path, playwright: Playwright) -> Iterator[Bench]:
    """Set everything up in an empty folder."""
    with ExitStack() as stack:
        servers = stack.enter_context(ExitStack())
        links = servers.enter_context(_invitations(folder / "askwell"))
        pages = servers.enter_context(_pages(folder / "pages"))
        browser = playwright.chromium.launch(executable_path=chromium(), args=QUIET)
        stack.callback(browser.close)
        kept = playwright.chromium.launch_persistent_context(
            str(folder / "profile"), executable_path=chromium(), args=QUIET, **PHONE
        )
        stack.callback(kept.close)
        addresses = {(ASKWELL.name, size): _begin(kept, links[size]) for size in SIZES}
        addresses |= {(BARE.name, size): f"{pages}/{size}.html" for size in SIZES}
        for size in SIZES:
            _keep(kept, addresses[BARE.name, size] + "#keep")
        addresses["joined", 60] = _joined(browser, links[60], folder / "joined.json")
        yield Bench(browser, browser.version, links, folder / "joined.json", kept, addresses, servers.close)


@contextmanager
def _invitations(folder: Path) -> Iterator[dict[int, str]]:
    # A copy, so that building the app anew while this runs changes nothing.
    shutil.copytree(ROOT / "pwa" / "dist", folder / "app")
    server = ServerProcess(sqlite_database(folder), folder, ASKWELL_PWA_DIR=str(folder / "app")).start()
    try:
        with programme_on(server) as programme:
            versions = {size: programme.publish(draft(size), f"Work week {size}") for size in SIZES}
            codes = {size: programme.open(version)["join_code"] for size, version in versions.items()}
        yield {size: f"{server.url}/#/join/{code}" for size, code in codes.items()}
    finally:
        server.stop()


@contextmanager
def _pages(folder: Path) -> Iterator[str]:
    folder.mkdir()
    write_pages(folder, SIZES)
    with bare_server(folder) as url:
        yield url


def _joined(browser: Browser, link: str, path: Path) -> str:
    context = browser.new_context(**PHONE)
    address = _begin(context, link)
    path.write_text(json.dumps(context.storage_state(indexed_db=True)), encoding="utf-8")
    context.close()
    return address


def _begin(context: BrowserContext, link: str) -> str:
    page = _page(context)
    page.goto(link)
    for name in ("Open the invitation", "I agree, begin"):
        page.get_by_role("button", name=name, exact=True).tap()
    page.locator(ASKWELL.answerable).wait_for()
    _wait_for_worker(page)
    address = page.url
    page.close()
    return address


def _keep(context: BrowserContext, address: str) -> None:
    page = _page(context)
    page.goto(address)
    _wait_for_worker(page)
    page.close()


def _page(context: BrowserContext) -> Page:
    page = context.new_page()
    page.set_default_timeout(SECONDS * 1000)
    return page


def _wait_for_worker(page: Page) -> None:
    late = f"new Promise((_, reject) => setTimeout(() => reject(new Error('no service worker')), {SECONDS * 1000}))"
    page.evaluate(f"Promise.race([navigator.serviceWorker.ready.then(() => true), {late}])")
