"""Repeats on the phone: asked as often as their count says, kept when it falls, and whole in the export."""

from playwright.sync_api import BrowserContext, expect

from support.programme import Draft, Programme
from support.respondent import Respondent
from support.serving import ServerProcess

CHILDREN: Draft = {
    "survey": [
        {"type": "integer", "name": "many", "label": "How many children live with you?"},
        {"type": "begin repeat", "name": "child", "label": "Child", "repeat_count": "${many}"},
        {"type": "text", "name": "called", "label": "What do you call child ${place}?"},
        {"type": "calculate", "name": "place", "calculation": "position(..)"},
        {"type": "end repeat", "name": "child"},
        {"type": "note", "name": "all", "label": "That is ${names}."},
        {"type": "calculate", "name": "names", "calculation": "join(' and ', ${called})"},
    ],
    "choices": [],
    "settings": {"form_id": "children", "form_title": "Children", "default_language": "English (en)"},
}
MANY = "How many children live with you?"


def test_as_many_are_asked_as_there_are_and_none_is_lost_when_the_number_is_mended(
    phone: BrowserContext, server: ServerProcess, programme: Programme
) -> None:
    opened = programme.open(programme.publish(CHILDREN), mode="interview")
    person = Respondent(phone.new_page())
    person.open_invitation(server.url, opened["join_code"])
    person.agree()
    person.asked(MANY)
    person.sees("Perhaps more after this")
    person.write(MANY, "2")
    for number, name in ((1, "the tall one"), (2, "the small one")):
        person.go_on()
        person.write(f"What do you call child {number}?", name)
    person.go_on()
    person.sees("That is the tall one and the small one.")

    for _ in range(3):
        person.button("Back").click()
    person.write(MANY, "1")
    person.go_on()
    person.asked("What do you call child 1?")
    person.go_on()
    person.sees("That is the tall one.")
    person.saved()
    person.page.reload()
    person.sees("That is the tall one.")
    for _ in range(2):
        person.button("Back").click()
    person.write(MANY, "2")
    person.go_on()
    person.go_on()
    person.asked("What do you call child 2?")
    expect(person.page.get_by_role("textbox")).to_have_value("the small one")
    person.go_on()
    person.go_on()
    expect(person.page.get_by_text("What do you call child 2?")).to_be_visible()
    person.finish()
    person.received(seconds=30)
    [row] = programme.rows(opened["id"])
    assert [(name, row[name]) for name in row if name.startswith("child")] == [
        ("child[1]/called", "the tall one"),
        ("child[2]/called", "the small one"),
        ("child[1]/place", "1"),
        ("child[2]/place", "2"),
    ]


def test_who_is_in_a_repeat_that_another_window_takes_away_is_led_back_to_the_beginning(
    phone: BrowserContext, server: ServerProcess, programme: Programme
) -> None:
    opened = programme.open(programme.publish(CHILDREN), mode="interview")
    person = Respondent(phone.new_page())
    person.open_invitation(server.url, opened["join_code"])
    person.agree()
    person.write(MANY, "2")
    person.go_on()
    person.go_on()
    person.write("What do you call child 2?", "the small one")
    person.saved()
    other = Respondent(phone.new_page())
    other.page.goto(person.page.url)
    other.button("Go on here").click()
    for _ in range(2):
        other.button("Back").click()
    other.write(MANY, "1")
    other.saved()
    person.sees("This interview is open in another window")
    person.asked(MANY)
    expect(person.page.get_by_role("textbox", include_hidden=True)).to_have_value("1")


def test_rows_of_an_export_have_as_many_places_as_the_largest_of_them(
    phone: BrowserContext, server: ServerProcess, programme: Programme
) -> None:
    opened = programme.open(programme.publish(CHILDREN), mode="interview")
    person = Respondent(phone.new_page())
    person.open_invitation(server.url, opened["join_code"])
    for many in (1, 0):
        person.agree()
        person.write(MANY, str(many))
        person.saved()
        person.button("All questions").click()
        person.finish()
        if many:
            person.button("Finish now").click()
        person.received(seconds=30)
        person.page.get_by_role("link", name="Begin another interview").click()
    rows = programme.rows(opened["id"])
    assert sorted((row["many"], row["child[1]/called"]) for row in rows) == [("0", ""), ("1", ".not_reached")]
