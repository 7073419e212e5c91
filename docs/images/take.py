"""Take pictures of the running product: `make screenshots`; `python docs/images/take.py --all FOLDER` for all.

Without arguments it takes those of the README anew. With `--all` it walks past every screen of phone and desk in both
languages, light and dark, small and large, and writes one picture of each: for looking, not for keeping.
"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
sys.path[:0] = [str(ROOT / "tests")]

from support.browsers import DESK, PHONE, QUIET, chromium  # noqa: E402  after the path is set
from support.databases import sqlite_database  # noqa: E402  after the path is set
from support.programme import Programme, programme_on  # noqa: E402  after the path is set
from support.serving import ServerProcess  # noqa: E402  after the path is set
from support.showroom import furnish  # noqa: E402  after the path is set
from support.tour import Visit, walk_desk, walk_phone  # noqa: E402  after the path is set

# Screens of the tour that the README shows.
SHOWN = {
    "answered-seen": "phone-question",
    "review": "phone-review",
    "receipt": "phone-receipt",
    "results": "desk-results",
}
LOOKS = [("en-US", "light"), ("en-US", "dark"), ("es-MX", "light"), ("es-MX", "dark")]
SIZES = [(360, 740), (768, 1024), (1280, 800)]


def main() -> None:
    """Serve a furnished installation and take the pictures."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = ServerProcess(sqlite_database(Path(folder)), Path(folder)).start()
        browser = playwright.chromium.launch(executable_path=chromium(), args=QUIET)
        try:
            with programme_on(server) as programme:
                _take(browser, server.url, programme)
        finally:
            browser.close()
            server.stop()


def _take(browser: Browser, url: str, programme: Programme) -> None:
    ids = furnish(programme, url)
    if "--all" not in sys.argv:
        _walk(browser, url, programme, ids, PHONE, {**DESK, "device_scale_factor": 1.5}, _for_readme)
        return
    folder = Path(sys.argv[sys.argv.index("--all") + 1])
    for language, scheme in LOOKS:
        look = {"locale": language, "color_scheme": scheme}
        for width, height in SIZES:
            into = folder / f"{language[:2]}-{scheme}-{width}"
            size = {"viewport": {"width": width, "height": height}, "device_scale_factor": 1}
            _walk(browser, url, programme, ids, {**PHONE, **look, **size}, {**DESK, **look, **size}, _into(into))


def _walk(
    browser: Browser,
    url: str,
    programme: Programme,
    ids: dict[str, str],
    phone: dict[str, Any],
    desk: dict[str, Any],
    visit: Visit,
) -> None:
    with browser.new_context(**phone) as context:
        walk_phone(context.new_page(), url, ids["code"], visit)
    with browser.new_context(**desk) as context:
        walk_desk(context.new_page(), url, programme, ids, visit)


def _for_readme(name: str, page: Page) -> None:
    if name == "results":  # the first charts, not what stands before them
        page.locator(".results").evaluate("found => scrollTo(0, found.getBoundingClientRect().top + scrollY - 90)")
    if name in SHOWN:
        page.screenshot(path=HERE / f"{SHOWN[name]}.png")


def _into(folder: Path) -> Callable[[str, Page], None]:
    folder.mkdir(parents=True, exist_ok=True)
    taken: list[str] = []

    def visit(name: str, page: Page) -> None:
        taken.append(name)
        page.screenshot(path=folder / f"{len(taken):02}-{name}.png", full_page=True)

    return visit


if __name__ == "__main__":
    main()
