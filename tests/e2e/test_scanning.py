"""A code is scanned inside the app: from the camera or a picture, and nothing it says is followed elsewhere."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Playwright, expect

from support.camera import film, phone_seeing, photograph, poster_of, square
from support.programme import Programme
from support.questions import SHIFTS
from support.respondent import Respondent
from support.serving import ServerProcess

# Debian's Chromium has no detector of its own; these stand in for phones that have one, or only the name of one.
DETECTOR = """
  window.BarcodeDetector = class {
    static async getSupportedFormats() { return %s; }
    async detect() { %s }
  };
"""
FINDS = DETECTOR % ("['qr_code']", "return [{ rawValue: '7F3KD-Q2MHT' }];")
LACKS_SQUARES = DETECTOR % ("['ean_13']", "throw new TypeError();")
OUT_OF_SERVICE = DETECTOR % ("['qr_code']", "throw new DOMException('', 'NotSupportedError');")
TRACKS = """
  window.tracks = [];
  const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (wish) => {
    const stream = await ask(wish);
    tracks.push(...stream.getTracks());
    return stream;
  };
"""
LIVE = "tracks.filter((track) => track.readyState === 'live').length"


@pytest.fixture(scope="module")
def opened(shared_programme: Programme) -> dict[str, Any]:
    """Return an open round."""
    return shared_programme.open(shared_programme.publish(SHIFTS))


@pytest.fixture(scope="module")
def poster(shared_programme: Programme, opened: dict[str, Any]) -> str:
    """Return the picture that the desk offers for the wall."""
    return poster_of(shared_programme, opened["id"])


def scanning(phone: BrowserContext, url: str) -> Respondent:
    person = Respondent(phone.new_page())
    person.page.goto(url)
    person.page.get_by_role("link", name="Scan the code").click()
    expect(person.page.get_by_role("heading", name="Scan the code")).to_be_visible()
    return person


def choose(person: Respondent, name: str, kind: str, content: bytes) -> None:
    chooser = person.page.get_by_label("Choose a picture of it")
    chooser.set_input_files({"name": name, "mimeType": kind, "buffer": content})


def test_a_scanned_poster_leads_to_the_first_question(
    playwright: Playwright, browser: Browser, shared_server: ServerProcess, poster: str, tmp_path: Path
) -> None:
    with phone_seeing(playwright, film(browser, poster, tmp_path / "poster.mjpeg")) as phone:
        phone.add_init_script(TRACKS)
        person = scanning(phone, shared_server.url)
        person.button("Open the invitation").click()
        person.agree()
        person.asked("Can you swap shifts?")
        assert person.page.evaluate("tracks.length") >= 1
        assert person.page.evaluate(LIVE) == 0
        person.page.go_back()  # not into the camera again
        assert "#/scan" not in person.page.url


def test_what_is_no_invitation_of_this_server_is_said_and_not_opened(
    playwright: Playwright, browser: Browser, shared_server: ServerProcess, tmp_path: Path
) -> None:
    foreign = square("https://other.example.org/#/join/7F3KD-Q2MHT")
    with phone_seeing(playwright, film(browser, foreign, tmp_path / "foreign.mjpeg")) as phone:
        person = scanning(phone, shared_server.url)
        person.sees("This invitation is for another server")
        person.sees("other.example.org")
        menu = photograph(browser, square("https://other.example.org/menu"))
        choose(person, "menu.png", "image/png", menu)
        person.sees("This is not an invitation to Askwell. Nothing was opened.")
        # What is still before the camera was told already: it does not wipe away what is said of the picture.
        person.page.wait_for_timeout(1_000)
        expect(person.page.get_by_text("This invitation is for another server")).to_be_hidden()
        person.sees("This is not an invitation to Askwell. Nothing was opened.")
        assert person.page.url == f"{shared_server.url}/#/scan"


def test_without_leave_for_the_camera_a_picture_or_typing_is_the_way_in(
    playwright: Playwright,
    browser: Browser,
    shared_server: ServerProcess,
    poster: str,
    opened: dict[str, Any],
    tmp_path: Path,
) -> None:
    with phone_seeing(playwright, film(browser, poster, tmp_path / "poster.mjpeg"), permissions=[]) as phone:
        person = scanning(phone, shared_server.url)
        person.sees("The camera is not allowed here")
        choose(person, "notes.txt", "text/plain", b"not a picture")
        person.sees("This file could not be opened as a picture.")
        choose(person, "wall.png", "image/png", photograph(browser, "<svg/>"))
        person.sees("No code could be read in this picture.")
        choose(person, "qr.svg", "image/svg+xml", poster.encode())
        person.sees(opened["join_code"])
        person.page.goto(f"{shared_server.url}/#/scan")
        choose(person, "photo.jpg", "image/jpeg", photograph(browser, poster, type="jpeg"))
        person.sees(opened["join_code"])


def test_a_detector_of_the_browser_is_used(
    playwright: Playwright, browser: Browser, shared_server: ServerProcess, tmp_path: Path
) -> None:
    with phone_seeing(playwright, film(browser, "<svg/>", tmp_path / "blank.mjpeg")) as phone:
        phone.add_init_script(FINDS)
        person = scanning(phone, shared_server.url)
        person.sees("7F3KD-Q2MHT")


@pytest.mark.parametrize("detector", [LACKS_SQUARES, OUT_OF_SERVICE], ids=["lacks squares", "out of service"])
def test_where_the_detector_cannot_read_the_library_does(
    phone: BrowserContext,
    browser: Browser,
    shared_server: ServerProcess,
    poster: str,
    opened: dict[str, Any],
    detector: str,
) -> None:
    phone.add_init_script(detector)
    person = scanning(phone, shared_server.url)
    choose(person, "photo.jpg", "image/jpeg", photograph(browser, poster, type="jpeg"))
    person.sees(opened["join_code"])


def test_a_machine_without_a_camera_says_so_and_a_code_can_be_typed_there(
    playwright: Playwright, shared_server: ServerProcess, opened: dict[str, Any]
) -> None:
    with phone_seeing(playwright, None) as phone:
        person = scanning(phone, shared_server.url)
        person.sees("No camera was found")
        person.page.get_by_label("Code", exact=True).fill(opened["join_code"])
        person.button("Go on").click()
        person.button("Open the invitation").click()
        person.agree()
        person.asked("Can you swap shifts?")


def test_scanning_works_without_a_network_and_lets_the_camera_go_when_left(
    playwright: Playwright,
    browser: Browser,
    shared_server: ServerProcess,
    poster: str,
    opened: dict[str, Any],
    tmp_path: Path,
) -> None:
    blank = film(browser, "<svg/>", tmp_path / "blank.mjpeg")
    with phone_seeing(playwright, blank) as phone:
        phone.add_init_script(TRACKS)
        person = Respondent(phone.new_page())
        person.page.goto(shared_server.url)
        person.ready_for_offline()
        phone.set_offline(True)
        person.page.reload()
        person.page.get_by_role("link", name="Scan the code").click()
        person.sees("You can scan without a connection.")
        expect(person.page.get_by_text("The camera is on.")).to_be_attached()
        assert person.page.evaluate(LIVE) == 1
        person.page.get_by_role("link", name="To the start page").click()
        person.sees("Good that you are here")
        assert person.page.evaluate(LIVE) == 0
        person.page.get_by_role("link", name="Scan the code").click()
        choose(person, "photo.png", "image/png", photograph(browser, poster))
        person.sees(opened["join_code"])
        person.button("Open the invitation").click()
        person.sees("Joining needs a connection once")
