"""In Firefox and WebKit: another app, a captive portal, no room, storage cleared, a wrong clock, a phone handed over.

Each has a module of its own for Chromium, with more cases.
"""

import shutil
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Error
from selenium.common.exceptions import WebDriverException

from support.engines import Kind, Phone, Window, begin, finish, join, type_pin
from support.programme import Programme
from support.questions import SHIFTS
from support.relay import Relay
from support.releases import BUILT, NEXT, Release, next_release, releases
from support.serving import ServerProcess

Start = Callable[..., Phone]
YEAR = timedelta(days=365)
WORDS = "Nobody picks up the phone."
READY = "navigator.serviceWorker.ready.then(() => true)"
MARK = "globalThis.marked = true"
MARKED = "globalThis.marked === true"
ROOM = 12_000_000
LONG = 400_000
# Writes ever smaller things until not even the smallest is taken, all of chance; says how much was.
FILL = """(async () => {
  const mixed = (size) => {
    const bytes = new Uint8Array(size);
    for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
    return bytes;
  };
  const opening = indexedDB.open("something-else");
  opening.onupgradeneeded = () => opening.result.createObjectStore("heap", { autoIncrement: true });
  await new Promise((ready) => { opening.onsuccess = ready; });
  let taken = 0;
  for (let size = 4_000_000; size > 1_000; ) {
    const isTaken = await new Promise((ended) => {
      const transaction = opening.result.transaction("heap", "readwrite");
      transaction.oncomplete = () => ended(true);
      transaction.onabort = () => ended(false);
      try {
        transaction.objectStore("heap").put(mixed(size));
      } catch {
        ended(false);  // Firefox, where the transaction before found no room
      }
    });
    if (isTaken) taken += size;
    else size = size / 2;
  }
  opening.result.close();
  return taken;
})()"""
MAKE_ROOM = """new Promise((done) => {
  const deleting = indexedDB.deleteDatabase("something-else");
  deleting.onsuccess = () => done(true);
})"""
# As if a sheet of paper were pasted.
PASTED = """(() => {
  const field = document.querySelector('main textarea, main input[type=text]');
  field.value = Array.from({ length: %d }, () => 'abcdefghijklmnopqrstuvwxyz'[Math.floor(Math.random() * 26)]).join('');
  field.dispatchEvent(new Event('input', { bubbles: true }));
})()"""
# The last one is of the round; the one above would hand over the interview that was begun.
HAND_OVER = """(() => {
  const all = [...document.querySelectorAll('main button, main a')];
  all.filter((one) => one.textContent.trim() === 'Hand over').at(-1).click();
})()"""
# Where these browsers keep what the app keeps in IndexedDB, in their profiles.
KEPT = {"firefox": "storage/default/http+++localhost+*/idb", "webkit": "data/databases/indexeddb/*/http_localhost_*"}


@pytest.fixture(params=("firefox", "webkit"))
def engine(request: pytest.FixtureRequest) -> str:
    """Return the name of an engine."""
    return str(request.param)


def ready(window: Window, url: str, code: str) -> None:
    """Answer the first question on a phone that can start without a network from now on."""
    begin(window, url, code)
    window.run(READY)
    window.choose("No")
    window.sees("Saved on this phone")
    window.reload()
    window.sees("Can you swap shifts?")


def answer_and_finish(window: Window) -> None:
    """Give the second answer, and finish."""
    window.tap("Next")
    window.write(WORDS)
    window.sees("Saved on this phone")
    finish(window)


def reloaded(window: Window) -> None:
    """Wait until what marked the page is gone with it."""
    deadline = time.monotonic() + 20
    is_marked = True
    while is_marked:
        assert time.monotonic() < deadline, "the page was not loaded again"
        time.sleep(0.1)
        with suppress(Error, WebDriverException):  # on its way
            is_marked = window.run(MARKED) is not False


@pytest.mark.parametrize("direction", ["forward", "back"])
@pytest.mark.parametrize("release", releases(with_app=True)[-1:], ids=lambda release: release.name)
def test_another_app_waits_until_no_window_has_an_interview_open(
    release: Release, direction: str, switch_on: Start, server: ServerProcess, programme: Programme, tmp_path: Path
) -> None:
    apps = [release.unpack_app(tmp_path), next_release(BUILT, tmp_path)]
    before, after = apps if direction == "forward" else reversed(apps)
    server.hand_out(before)
    opened = programme.open(programme.publish(SHIFTS), mode="interview")
    phone = switch_on()
    first = phone.window()
    ready(first, server.url, opened["join_code"])
    second = phone.window()
    second.open(f"{server.url}/#/")
    second.sees("Go on where you were")

    server.hand_out(after)
    second.reload()
    second.sees("There is a newer Askwell")
    first.run(MARK)
    second.run(MARK)
    second.tap("Use it now")
    second.sees("It can be used once the open interview is finished or left.")
    first.tap("Next")
    first.write(WORDS)
    first.sees("Saved on this phone")
    assert first.run(MARKED) is True
    assert second.run(MARKED) is True

    first.tap("Leave. Your answers stay on this phone")
    first.sees("There is a newer Askwell")
    first.tap("Use it now")
    reloaded(first)
    reloaded(second)
    second.open(f"{server.url}/#/settings")
    second.sees(f"Version {NEXT if direction == 'forward' else release.name}")
    first.tap("Go on")
    first.sees("What gets in the way?")
    assert first.written() == WORDS
    finish(first)
    first.received(seconds=90)
    assert [(row["swap"], row["why"]) for row in programme.rows(opened["id"])] == [("no", WORDS)]


def test_behind_a_captive_portal_it_waits_and_arrives_once(
    switch_on: Start, relay: Relay, programme: Programme
) -> None:
    opened = programme.open(programme.publish(SHIFTS), mode="interview")
    window = switch_on().window()
    ready(window, relay.url, opened["join_code"])
    relay.turn("portal")
    window.reload()
    window.sees("Can you swap shifts?")
    answer_and_finish(window)
    window.sees("Saved on this phone, not sent yet")
    relay.turn("pass")
    window.received(seconds=90)
    assert [(row["swap"], row["why"]) for row in programme.rows(opened["id"])] == [("no", WORDS)]


def test_what_found_no_room_stays_on_the_screen_and_is_kept_once_there_is_room(
    switch_on: Start, shared_server: ServerProcess, shared_programme: Programme, opened: dict[str, Any]
) -> None:
    window = switch_on(Kind(room=ROOM)).window()
    begin(window, shared_server.url, opened["join_code"])
    window.choose("No")
    window.sees("Saved on this phone")
    window.tap("Next")
    window.sees("What gets in the way?")
    assert 0 < window.run(FILL) <= ROOM
    window.run(PASTED % LONG)
    window.sees("This phone could not save your answer")
    window.run(MAKE_ROOM)
    window.sees("Saved on this phone", seconds=40)
    window.reload()
    window.sees("What gets in the way?")
    assert len(window.written()) == LONG
    finish(window)
    window.received(seconds=60)
    [row] = shared_programme.rows(opened["id"])
    assert (row["swap"], len(row["why"])) == ("no", LONG)


def test_a_cleared_phone_notices_and_says_how_much_it_was(
    switch_on: Start, engine: str, server: ServerProcess, programme: Programme, tmp_path: Path
) -> None:
    opened = programme.open(programme.publish(SHIFTS), mode="interview")
    phone = switch_on()
    window = phone.window()
    ready(window, server.url, opened["join_code"])
    phone.close()
    kept = list((tmp_path / "profile").glob(KEPT[engine]))
    assert kept, "the engine keeps it somewhere else now"
    for folder in kept:
        shutil.rmtree(folder)
    window = switch_on().window()
    window.open(f"{server.url}/#/")
    window.sees("This phone’s browser has cleared 1 interview that was not received yet")
    window.tap("I have read this")
    join(window, server.url, opened["join_code"])


@pytest.mark.parametrize("ahead", [YEAR, -YEAR], ids=["a year ahead", "a year behind"])
def test_a_wrong_clock_hinders_nothing(
    ahead: timedelta, switch_on: Start, server: ServerProcess, programme: Programme
) -> None:
    opened = programme.open(programme.publish(SHIFTS), mode="interview")
    window = switch_on(Kind(ahead=ahead)).window()
    ready(window, server.url, opened["join_code"])
    assert window.run("new Date().getFullYear()") == (datetime.now(UTC) + ahead).year
    server.stop()
    answer_and_finish(window)
    window.sees("Saved on this phone, not sent yet")
    server.start()
    window.received(seconds=90)
    assert [(row["swap"], row["why"]) for row in programme.rows(opened["id"])] == [("no", WORDS)]


def test_a_code_that_has_expired_is_refused_kindly_and_what_was_begun_is_received(
    switch_on: Start, shared_server: ServerProcess, shared_programme: Programme, opened: dict[str, Any]
) -> None:
    window = switch_on().window()
    ready(window, shared_server.url, opened["join_code"])
    shared_programme.close(opened["id"])
    window.reload()
    answer_and_finish(window)
    window.received(seconds=30)
    assert [(row["swap"], row["submission/late"]) for row in shared_programme.rows(opened["id"])] == [("no", "1")]
    window.tap("Begin another interview")
    window.sees("This round has ended")


def test_a_phone_handed_over_shows_one_interview_until_the_pin(
    switch_on: Start, shared_server: ServerProcess, shared_programme: Programme, opened: dict[str, Any]
) -> None:
    other = shared_programme.open(shared_programme.publish(SHIFTS), "Autumn", mode="interview")
    window = switch_on().window()
    ready(window, shared_server.url, opened["join_code"])
    window.tap("Next")
    window.write(WORDS)
    window.sees("Saved on this phone")
    own = window.address
    window.tap("Leave. Your answers stay on this phone")
    window.sees("Go on where you were")
    window.run(HAND_OVER)
    window.sees("Hand it over now")
    type_pin(window)
    window.tap("Hand it over now")
    window.tap("I agree, begin")
    window.choose("Yes")
    window.sees("Saved on this phone")
    for place in (own, f"{shared_server.url}/#/", f"{shared_server.url}/#/join/{other['join_code']}"):
        window.open(place)
        window.sees("Can you swap shifts?")
        window.chosen("Yes")
    window.reload()
    window.chosen("Yes")
    assert WORDS not in window.run("document.documentElement.outerHTML")
    finish(window)
    window.sees("Please hand the phone back")
    window.tap("For whoever handed the phone over")
    type_pin(window)
    window.tap("Open the start page")
    window.received(seconds=60)
    window.tap("Go on")
    window.sees("What gets in the way?")
    assert window.written() == WORDS
    assert [row["swap"] for row in shared_programme.rows(opened["id"])] == ["yes"]
