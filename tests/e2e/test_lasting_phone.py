"""The phone is closed, or killed, and opened again without a network: everything that was called saved is there."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import BrowserContext, expect

from support.killing import kill_all
from support.programme import Programme
from support.questions import SHIFTS
from support.respondent import Respondent
from support.serving import ServerProcess

KILLS = 20


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
    person.received(seconds=90)
    assert [(row["swap"], row["why"]) for row in programme.rows(opened["id"])] == [("no", "Beta")]


def test_what_was_called_saved_survives_a_killed_browser(
    lasting_phone: Callable[[], BrowserContext], server: ServerProcess, programme: Programme, tmp_path: Path
) -> None:
    opened = programme.open(programme.publish(SHIFTS), mode="interview")
    person = Respondent(lasting_phone().new_page())
    person.open_invitation(server.url, opened["join_code"])
    person.agree()
    person.asked("Can you swap shifts?")
    address = person.page.url
    kept = ["", ""]
    for number in range(KILLS):
        place = number % 2
        kept[place] = give(person, place, number)
        person.saved()
        kill_all(str(tmp_path / "profile"))
        person = Respondent(lasting_phone().new_page())
        person.page.goto(address)
        assert found(person) == kept[place]
        if place == 0:
            person.go_on()
        elif number + 1 < KILLS:
            person.button("Back").click()
    person.button("All questions").click()
    person.finish()
    person.button("Finish now").click()
    person.received(seconds=30)
    assert [[row["swap"], row["why"]] for row in programme.rows(opened["id"])] == [[kept[0].lower(), kept[1]]]


def give(person: Respondent, place: int, number: int) -> str:
    """Answer the first question or the second; return what has to be there from now on."""
    if place == 1:
        person.write("What gets in the way?", f"answer {number}")
        return f"answer {number}"
    # Both ways, and never what stands there already; only with "No" is there a second question.
    person.choose("Yes")
    person.choose("No")
    return "No"


def found(person: Respondent) -> str:
    """Read what stands on the screen after the phone was switched on again."""
    box = person.page.get_by_role("textbox")
    chosen = person.page.locator("label:has(input:checked)")
    expect(box.or_(chosen).first).to_be_visible()
    return box.input_value() if box.count() else chosen.inner_text().strip()
