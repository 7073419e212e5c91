"""axe finds nothing on any screen: of the phone and of the desk, light and dark, in both languages, small and large."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from support.browsers import DESK, PHONE
from support.programme import Programme
from support.serving import ServerProcess
from support.showroom import furnish
from support.tour import walk_desk, walk_phone

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}


class Findings:
    """Runs axe on each screen it is shown, and remembers what it found."""

    def __init__(self) -> None:
        self.screens: list[str] = []
        self.found: list[str] = []

    def __call__(self, name: str, page: Page) -> None:
        self.screens.append(name)
        with _whole(page):
            violations: list[dict[str, Any]] = Axe().run(page, options=RULES).response["violations"]
        self.found += [
            f"{name}: {violation['id']}: {node['html'][:120]}"
            for violation in violations
            for node in violation["nodes"]
        ]


@contextmanager
def _whole(page: Page) -> Iterator[None]:
    """Make the screen as high as the page: a button half under the foot would count as too small."""
    size = page.viewport_size or {"width": 360, "height": 740}
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": size["width"], "height": max(height + 1, size["height"])})
    yield
    page.set_viewport_size(size)


@pytest.mark.slow
@pytest.mark.parametrize(("language", "scheme"), [("en-US", "light"), ("es-MX", "dark")])
def test_axe_finds_nothing_on_any_screen(
    browser: Browser, server: ServerProcess, programme: Programme, language: str, scheme: Any
) -> None:
    ids = furnish(programme, server.url)
    findings = Findings()
    with browser.new_context(**{**PHONE, "locale": language, "color_scheme": scheme}) as phone:
        walk_phone(phone.new_page(), server.url, ids["code"], findings)
    with browser.new_context(**{**DESK, "locale": language, "color_scheme": scheme}) as desk:
        walk_desk(desk.new_page(), server.url, programme, ids, findings)
    assert len(findings.screens) > 40
    assert not findings.found, "\n".join(findings.found)
