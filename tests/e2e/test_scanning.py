"""A code is scanned inside the app: from the camera or a picture, and nothing it says is followed elsewhere."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Playwright, expect

from support.camera import film, phone_seeing, photograph, square
from support.programme import Programme
from support.questions import SHIFTS
from support.respondent import Respondent
from support.serving import ServerProcess

NO_DETECTOR = "delete window.BarcodeDetector"
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


@pytest.fixture
def opened(programme: Programme) -> dict[str, Any]:
    """Return an open round."""
    return programme.open(programme.publish(SHIFTS))


@pytest.fixture
def poster(programme: Programme, opened: dict[str, Any]) -> str:
    """Return the picture that the desk offers for the wall."""
    answer = programme.desk.client.get(f"/v1/organizations/{programme.org_id}/rounds/{opened['id']}/qr.svg")
    assert answer.status_code == 200
    return answer.text


def scanning(phone: BrowserContext, url: str) -> Respondent:
    person = Respondent(phone.new_page())
    person.page.goto(url)
    person.page.get_by_role("link", name="Scan the code").click()
    expect(person.page.get_by_role("heading", name="Scan the code")).to_be_visible()
    return person


def test_a_scanned_poster_leads_to_the_first_question(
    playwright: Playwright, browser: Browser, server: ServerProcess, poster: str, tmp_path: Path
) -> None:
    with phone_seeing(playwright, film(browser, poster, tmp_path / "poster.mjpeg")) as phone:
        phone.add_init_script(NO_DETECTOR)
        phone.add_init_script(TRACKS)
        person = scanning(phone, server.url)
        person.button("Open the invitation").click()
        person.agree()
        person.asked("Can you swap shifts?")
        assert person.page.evaluate("tracks.length") >= 1
        assert person.page.evaluate(LIVE) == 0
        person.page.go_back()  # not into the camera again
        assert "#/scan" not in person.page.url


def test_what_is_no_invitation_of_this_server_is_said_and_not_opened(
    playwright: Playwright, browser: Browser, server: ServerProcess, tmp_path: Path
) -> None:
    foreign = square("https://other.example.org/#/join/7F3KD-Q2MHT")
    with phone_seeing(playwright, film(browser, foreign, tmp_path / "foreign.mjpeg")) as phone:
        person = scanning(phone, server.url)
        person.sees("This invitation is for another server")
        person.sees("other.example.org")
        menu = photograph(browser, square("https://other.example.org/menu"))
        person.page.get_by_label("Choose a picture of it").set_input_files(
            {"name": "menu.png", "mimeType": "image/png", "buffer": menu}
        )
        person.sees("This is not an invitation to Askwell. Nothing was opened.")
        assert person.page.url == f"{server.url}/#/scan"


def test_without_leave_for_the_camera_a_picture_or_typing_is_the_way_in(
    playwright: Playwright, browser: Browser, server: ServerProcess, poster: str, opened: dict[str, Any], tmp_path: Path
) -> None:
    with phone_seeing(playwright, film(browser, poster, tmp_path / "poster.mjpeg"), permissions=[]) as phone:
        person = scanning(phone, server.url)
        person.sees("The camera is not allowed here")
        chooser = person.page.get_by_label("Choose a picture of it")
        chooser.set_input_files({"name": "notes.txt", "mimeType": "text/plain", "buffer": b"not a picture"})
        person.sees("This file could not be opened as a picture.")
        chooser.set_input_files({"name": "wall.png", "mimeType": "image/png", "buffer": photograph(browser, "<svg/>")})
        person.sees("No code could be read in this picture.")
        chooser.set_input_files({"name": "qr.svg", "mimeType": "image/svg+xml", "buffer": poster.encode()})
        expect(person.page.get_by_text(opened["join_code"])).to_be_visible()
        person.page.goto(f"{server.url}/#/scan")
        chooser.set_input_files(
            {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": photograph(browser, poster, type="jpeg")}
        )
        expect(person.page.get_by_text(opened["join_code"])).to_be_visible()


def test_a_machine_without_a_camera_says_so_and_a_code_can_be_typed_there(
    playwright: Playwright, server: ServerProcess, opened: dict[str, Any]
) -> None:
    with phone_seeing(playwright, None) as phone:
        person = scanning(phone, server.url)
        person.sees("No camera was found")
        person.page.get_by_label("Code", exact=True).fill(opened["join_code"])
        person.button("Go on").click()
        person.button("Open the invitation").click()
        person.agree()
        person.asked("Can you swap shifts?")


def test_scanning_works_without_a_network_and_lets_the_camera_go_when_left(
    playwright: Playwright, browser: Browser, server: ServerProcess, poster: str, opened: dict[str, Any], tmp_path: Path
) -> None:
    blank = film(browser, "<svg/>", tmp_path / "blank.mjpeg")
    with phone_seeing(playwright, blank) as phone:
        phone.add_init_script(TRACKS)
        person = Respondent(phone.new_page())
        person.page.goto(server.url)
        person.ready_for_offline()
        server.stop()
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
        person.page.get_by_label("Choose a picture of it").set_input_files(
            {"name": "photo.png", "mimeType": "image/png", "buffer": photograph(browser, poster)}
        )
        expect(person.page.get_by_text(opened["join_code"])).to_be_visible()
        person.button("Open the invitation").click()
        person.sees("Joining needs a connection once")
