"""The phone is closed, or killed, and opened again without a network: everything that was called saved is there."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import BrowserContext

from support.killing import kill_all
from support.programme import Programme
from support.questions import SHIFTS
from support.respondent import Respondent
from support.serving import ServerProcess

KILLS = 5


def test_a_cold_start_without_a_network_goes_on_where_one_was(
    lasting_phone: Callable[[], BrowserContext], server: ServerProcess, programme: Programme
) -> None:
    opened = programme.open(programme.publish(SHIFTS), mode="interview")
    phone = lasting_phone()
    person = Respondent(phone.new_page())
    person.open_invitation(server.url, opened["join_code"])
    person.agree()
    person.ready_for_offline()
    person.choose("No")
    person.saved()
    phone.close()
    server.stop()

    person = Respondent(lasting_phone().new_page())
    person.page.goto(f"{server.url}/#/")
    person.page.get_by_role("link", name="Go on").click()
    person.asked("Can you swap shifts?")
    person.go_on()
    person.write("What gets in the way?", "Beta")
    person.saved()
    person.button("All questions").click()
    person.finish()
    person.button("Finish now").click()
    person.sees("Saved on this phone, not sent yet")

    server.start()
    person.sees("Received", seconds=90)
    assert [(row["swap"], row["why"]) for row in programme.rows(opened["id"])] == [("no", "Beta")]


def test_what_was_called_saved_survives_a_killed_browser(
    lasting_phone: Callable[[], BrowserContext], server: ServerProcess, programme: Programme, tmp_path: Path
) -> None:
    opened = programme.open(programme.publish(SHIFTS), mode="interview")
    person = Respondent(lasting_phone().new_page())
    person.open_invitation(server.url, opened["join_code"])
    person.agree()
    person.choose("No")
    person.go_on()
    person.asked("What gets in the way?")
    address = person.page.url
    for number in range(KILLS):
        person.write("What gets in the way?", f"answer {number}")
        person.saved()
        kill_all(str(tmp_path / "profile"))
        person = Respondent(lasting_phone().new_page())
        person.page.goto(address)
        person.asked("What gets in the way?")
        assert person.page.get_by_role("textbox").input_value() == f"answer {number}"
