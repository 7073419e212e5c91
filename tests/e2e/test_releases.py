"""A newer app, or an older one, comes to a phone that holds answers: nothing is lost, hidden, doubled, or reloaded under somebody's hands."""

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from askwell.demonstration.desk import Desk
from support.databases import sqlite_database
from support.programme import EDITOR, PASSWORD, Programme
from support.questions import SHIFTS
from support.releases import BUILT, NEXT, Release, next_release, releases, restore_phone
from support.respondent import Respondent
from support.serving import ServerProcess

EVERY_RELEASE = pytest.mark.parametrize("release", releases(), ids=lambda release: release.name)
OFFER = "There is a newer Askwell"
HELD_BACK = "It can be used once the open interview is finished or left."


def serve(server: ServerProcess, app: Path) -> None:
    """Replace the server by one that hands out this app."""
    server.stop()
    server.environment["ASKWELL_PWA_DIR"] = str(app)
    server.start()


def mark(page: Page) -> None:
    """Leave something that a reload would take away."""
    page.evaluate("globalThis.marked = true")


def expect_reloaded(page: Page) -> None:
    page.wait_for_function("globalThis.marked === undefined")


def is_marked(page: Page) -> bool:
    return bool(page.evaluate("globalThis.marked === true"))


def version_shown(person: Respondent, url: str) -> str:
    person.page.goto(f"{url}/#/settings")
    return person.page.get_by_text("Version ").inner_text()


def finish(person: Respondent) -> None:
    person.button("All questions").click()
    person.finish()
    person.button("Finish now").click()


def visit(phone: BrowserContext, url: str) -> Respondent:
    """Open the start page in one more window."""
    person = Respondent(phone.new_page())
    person.page.goto(f"{url}/#/")
    return person


@pytest.mark.parametrize("direction", ["forward", "back"])
@EVERY_RELEASE
def test_another_app_waits_until_no_window_has_an_interview_open(
    release: Release, direction: str, phone: BrowserContext, server: ServerProcess, programme: Programme, tmp_path: Path
) -> None:
    apps = [release.unpack_app(tmp_path), next_release(BUILT, tmp_path)]
    before, after = apps if direction == "forward" else reversed(apps)
    serve(server, before)
    opened = programme.open(programme.publish(SHIFTS), mode="interview")
    first = Respondent(phone.new_page())
    first.open_invitation(server.url, opened["join_code"])
    first.agree()
    first.choose("No")
    first.saved()
    first.ready_for_offline()
    first.page.reload()
    first.asked("Can you swap shifts?")
    second = visit(phone, server.url)
    second.page.get_by_role("link", name="Open", exact=True).first.click()
    second.agree()
    second.choose("Yes")
    second.saved()
    server.stop()
    finish(second)
    second.sees("Saved on this phone, not sent yet")

    serve(server, after)
    second.page.goto(f"{server.url}/#/")
    second.page.reload()
    second.sees(OFFER)
    mark(first.page)
    mark(second.page)
    second.button("Use it now").click()
    second.sees(HELD_BACK)
    first.go_on()
    first.write("What gets in the way?", "Nobody picks up the phone.")
    first.saved()
    assert is_marked(first.page)
    assert is_marked(second.page)

    first.button("Leave. Your answers stay on this phone").click()
    first.sees(OFFER)
    first.button("Use it now").click()
    expect_reloaded(first.page)
    expect_reloaded(second.page)
    assert version_shown(second, server.url) == f"Version {NEXT if direction == 'forward' else release.name}"
    first.page.get_by_role("link", name="Go on").click()
    first.asked("What gets in the way?")
    expect(first.page.get_by_role("textbox")).to_have_value("Nobody picks up the phone.")
    finish(first)
    first.sees("Received", seconds=90)
    second.page.goto(f"{server.url}/#/")
    expect(second.page.get_by_text("Received", exact=True)).to_have_count(2, timeout=90_000)
    rows = programme.rows(opened["id"])
    assert sorted((row["swap"], row["why"]) for row in rows) == [
        ("no", "Nobody picks up the phone."),
        ("yes", ".not_asked"),
    ]


@pytest.fixture
def server_of(release: Release, tmp_path: Path) -> ServerProcess:
    """Return a server of today over the database of a release."""
    release.restore_database(tmp_path)
    return ServerProcess(sqlite_database(tmp_path), tmp_path)
