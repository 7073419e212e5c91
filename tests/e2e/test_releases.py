"""A newer app, or an older one, comes to a phone that holds answers: none is lost, hidden, doubled or interrupted."""

from collections.abc import Callable, Iterator
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
from support.waiting import wait_until

EVERY_RELEASE = pytest.mark.parametrize("release", releases(), ids=lambda release: release.name)
EVERY_APP = pytest.mark.parametrize("release", releases(with_app=True), ids=lambda release: release.name)
OFFER = "There is a newer Askwell"
HELD_BACK = "It can be used once the open interview is finished or left."


def mark(page: Page) -> None:
    """Leave something that a reload would take away."""
    page.evaluate("globalThis.marked = true")


def expect_reloaded(page: Page) -> None:
    wait_until(page, "globalThis.marked === undefined")


def is_marked(page: Page) -> bool:
    return bool(page.evaluate("globalThis.marked === true"))


def version_shown(person: Respondent, url: str) -> str:
    person.page.goto(f"{url}/#/settings")
    return person.page.get_by_text("Version ").inner_text()


def finish(person: Respondent) -> None:
    person.button("All questions").click()
    person.finish()
    person.button("Finish now").click()


def begin(phone: BrowserContext, server: ServerProcess, code: str) -> Respondent:
    """Answer the first question on a phone that can start without a network from now on."""
    person = Respondent(phone.new_page())
    person.open_invitation(server.url, code)
    person.agree()
    person.choose("No")
    person.saved()
    person.ready_for_offline()
    person.page.reload()
    person.asked("Can you swap shifts?")
    return person


def visit(phone: BrowserContext, url: str) -> Respondent:
    """Open the start page in one more window."""
    person = Respondent(phone.new_page())
    person.page.goto(f"{url}/#/")
    return person


def finish_without_a_server(person: Respondent, server: ServerProcess) -> None:
    """Answer once more in the round that is on the start page; it waits on the phone."""
    person.page.get_by_role("link", name="Open", exact=True).first.click()
    person.agree()
    person.choose("Yes")
    person.saved()
    server.stop()
    finish(person)
    person.sees("Saved on this phone, not sent yet")


@pytest.mark.parametrize("direction", ["forward", "back"])
@EVERY_APP
def test_another_app_waits_until_no_window_has_an_interview_open(
    release: Release, direction: str, phone: BrowserContext, server: ServerProcess, programme: Programme, tmp_path: Path
) -> None:
    apps = [release.unpack_app(tmp_path), next_release(BUILT, tmp_path)]
    before, after = apps if direction == "forward" else reversed(apps)
    server.hand_out(before)
    opened = programme.open(programme.publish(SHIFTS), mode="interview")
    first = begin(phone, server, opened["join_code"])
    second = visit(phone, server.url)
    finish_without_a_server(second, server)

    server.hand_out(after)
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
    first.received(seconds=90)
    second.page.goto(f"{server.url}/#/")
    expect(second.page.get_by_text("Received", exact=True)).to_have_count(2, timeout=90_000)
    rows = programme.rows(opened["id"])
    assert sorted((row["swap"], row["why"]) for row in rows) == [
        ("no", "Nobody picks up the phone."),
        ("yes", ".not_asked"),
    ]


@pytest.fixture
def installed(
    phone: BrowserContext, server: ServerProcess, programme: Programme, tmp_path: Path
) -> tuple[Respondent, str]:
    """Return a phone that starts without a network, within an interview, and its round; a newer app is served."""
    opened = programme.open(programme.publish(SHIFTS), mode="interview")
    person = begin(phone, server, opened["join_code"])
    server.hand_out(next_release(BUILT, tmp_path))
    return person, opened["id"]


LOOK = "navigator.serviceWorker.getRegistration().then((found) => found.update())"
PAGES = "caches.keys().then((names) => names.filter((name) => name.startsWith('askwell-page-')).length)"
WAIT = """async () => {
  const found = await navigator.serviceWorker.getRegistration();
  while (!found.waiting) await new Promise((soon) => setTimeout(soon, 50));
}"""


def test_a_window_opened_while_the_newer_app_is_being_fetched_offers_it_too(
    installed: tuple[Respondent, str], phone: BrowserContext, server: ServerProcess
) -> None:
    person, _ = installed
    person.page.evaluate(LOOK)
    visit(phone, server.url).sees(OFFER)


def test_a_worker_that_took_over_all_the_same_reloads_nobody_in_the_middle_of_an_interview(
    installed: tuple[Respondent, str], phone: BrowserContext, server: ServerProcess
) -> None:
    person, _ = installed
    other = visit(phone, server.url)
    other.page.evaluate(LOOK)
    other.sees(OFFER)
    mark(person.page)
    mark(other.page)
    tools = phone.new_cdp_session(other.page)
    tools.send("ServiceWorker.enable")
    tools.send("ServiceWorker.skipWaiting", {"scopeURL": f"{server.url}/"})
    expect_reloaded(other.page)
    person.go_on()
    person.write("What gets in the way?", "Nobody picks up the phone.")
    person.saved()
    assert is_marked(person.page)
    person.button("Leave. Your answers stay on this phone").click()
    expect_reloaded(person.page)
    person.page.get_by_role("link", name="Go on").click()
    expect(person.page.get_by_role("textbox")).to_have_value("Nobody picks up the phone.")


def test_a_newer_app_that_waited_starts_without_a_network_when_the_phone_is_switched_on_again(
    lasting_phone: Callable[[], BrowserContext], server: ServerProcess, programme: Programme, tmp_path: Path
) -> None:
    opened = programme.open(programme.publish(SHIFTS), mode="interview")
    phone = lasting_phone()
    person = begin(phone, server, opened["join_code"])
    server.hand_out(next_release(BUILT, tmp_path))
    person.page.evaluate(LOOK)
    person.page.evaluate(WAIT)
    assert person.page.evaluate(PAGES) == 2, "the page of the app that waits, and of the one that runs"
    server.stop()
    phone.close()
    again = visit(lasting_phone(), server.url)
    again.page.get_by_role("link", name="Go on").click()
    again.asked("Can you swap shifts?")
    assert version_shown(again, server.url) == f"Version {NEXT}"


LATER_STORE = """() => new Promise((resolve, reject) => {
  const opening = indexedDB.open("askwell", 7);
  opening.onupgradeneeded = () => opening.result.createObjectStore("thought-of-later", { keyPath: "id" });
  opening.onsuccess = () => { opening.result.close(); resolve(); };
  opening.onerror = () => reject(opening.error);
})"""


def test_an_app_that_was_put_back_opens_what_a_later_one_has_left(
    phone: BrowserContext, server: ServerProcess, programme: Programme
) -> None:
    opened = programme.open(programme.publish(SHIFTS), mode="interview")
    person = Respondent(phone.new_page())
    person.open_invitation(server.url, opened["join_code"])
    person.agree()
    person.choose("No")
    person.saved()
    person.page.evaluate(LATER_STORE)
    person.page.goto(f"{server.url}/#/")
    person.page.reload()
    person.page.get_by_role("link", name="Go on").click()
    person.choose("Yes")
    person.saved()
    finish(person)
    person.received(seconds=30)
    assert [row["swap"] for row in programme.rows(opened["id"])] == ["yes"]


def test_the_desk_opens_on_a_phone_whose_app_is_older_than_the_server(
    installed: tuple[Respondent, str], phone: BrowserContext, server: ServerProcess
) -> None:
    person, _ = installed
    person.button("Leave. Your answers stay on this phone").click()
    desk = Respondent(phone.new_page())
    desk.page.goto(f"{server.url}/#/desk")
    desk.sees("The desk could not be opened")
    desk.button("Use it now").click()
    expect(desk.page.get_by_role("button", name="Sign in")).to_be_visible()


@pytest.fixture
def server_of(release: Release, tmp_path: Path) -> Iterator[ServerProcess]:
    """Yield a server of today over the database of a release."""
    release.restore_database(tmp_path)
    process = ServerProcess(sqlite_database(tmp_path), tmp_path).start()
    yield process
    process.stop()


@EVERY_RELEASE
def test_what_a_release_left_on_a_phone_is_opened_gone_on_with_and_received_once(
    release: Release, server_of: ServerProcess, phone: BrowserContext
) -> None:
    kept = release.phone()
    page = phone.new_page()
    page.goto(f"{server_of.url}/healthz")
    restore_phone(page, kept)
    page.goto(f"{server_of.url}/#/")
    person = Respondent(page)
    expect(page.get_by_text("Received", exact=True)).to_have_count(2, timeout=90_000)
    page.get_by_role("link", name="Go on").click()
    person.asked("What gets in the way?")
    expect(page.get_by_role("textbox")).to_have_value("The roster is full.")
    finish(person)
    person.received(seconds=30)
    with Desk.sign_in(server_of.url, EDITOR.email, PASSWORD) as desk:
        rows = Programme(desk, kept["organization"]).rows(kept["round"])
    assert sorted((row["swap"], row["why"]) for row in rows) == [
        ("no", "Nobody picks up the phone."),
        ("no", "The roster is full."),
        ("yes", ".not_asked"),
    ]
