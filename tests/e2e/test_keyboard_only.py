"""The whole way from a link to the receipt by keyboard: every stop is seen, in order, and none is a trap."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, expect

from support.hands import Hands
from support.media import of_every_kind
from support.programme import Programme
from support.questions import EVERY_KIND, SHIFTS
from support.respondent import Respondent
from support.serving import ServerProcess

Answer = Callable[[Hands], None]


def write(stop: str, words: str) -> Answer:
    def answer(hands: Hands) -> None:
        hands.reach(stop)
        hands.type(words)

    return answer


def push(stop: str, *keys: str) -> Answer:
    def answer(hands: Hands) -> None:
        hands.reach(stop)
        hands.press(*keys)

    return answer


def rank(hands: Hands) -> None:
    """Choose in turn: the focus is each time where the next step begins."""
    hands.reach("A say in it: give place 1")
    for words in ("Time: give place 2", "Tools: give place 3", "People: give place 4"):
        hands.press("Enter")
        expect(hands.page.locator(":focus")).to_have_accessible_name(words)
    hands.press("Enter")
    expect(hands.page.locator(":focus")).to_have_accessible_name("People: one place up")


def month(hands: Hands) -> None:
    hands.reach("Month")
    hands.type("Mar")
    hands.reach("Year")
    hands.type("2021")


def rest(hands: Hands) -> None:
    hands.reach("Day")
    hands.type("03152026")
    hands.reach("Time")
    hands.type("0830AM")


def spot(hands: Hands) -> None:
    """Typed: who cannot or will not say where the phone is."""
    hands.reach("Type the place instead")
    hands.press("Enter")
    hands.reach("Latitude")
    hands.type("51.5")
    hands.reach("Longitude")
    hands.type("-0.12")


def typed_places(*places: tuple[str, str]) -> Answer:
    def answer(hands: Hands) -> None:
        """Enter adds a place, and the next one is typed where the hands are then."""
        hands.reach("Type a place")
        hands.press("Enter")
        hands.reach("Latitude")
        for latitude, longitude in places:
            hands.type(latitude)
            hands.reach("Longitude")
            hands.type(longitude)
            hands.press("Enter")
            assert "Latitude" in hands.here()

    return answer


def trade(hands: Hands) -> None:
    hands.reach("Search the list")
    hands.type("elec")
    hands.reach("radio")
    hands.press("Space")


def team(hands: Hands) -> None:
    hands.reach("How many people are in it?")
    hands.type("6")
    hands.reach("What does it do?")
    hands.type("Moves boxes")


def views(hands: Hands) -> None:
    """Each row of a table is one stop; the arrows choose in it."""
    hands.reach('radio "Never')
    hands.press("Space", "Tab", "ArrowRight")


def asked(person: Respondent, heading: str) -> None:
    """Wait for a screen: its heading has the focus, so that reading and tabbing begin there."""
    expect(person.page.get_by_role("heading", name=heading, level=1)).to_be_focused()


def places(hands: Hands) -> None:
    """Add one, take it away, bring it back: the focus is each time where the next step begins."""
    hands.reach('button "Add')
    hands.press("Enter")
    for heading, words in (("What kind of place was it?", "A bakery"), ("For how many years?", "4")):
        expect(hands.page.get_by_role("heading", name=heading)).to_be_focused()
        hands.reach("textbox")
        hands.type(words)
        hands.reach('button "Next')
        hands.press("Enter")
    expect(hands.page.get_by_role("heading", name="Where you worked before")).to_be_focused()
    hands.begin()
    hands.reach("Take away 1 A bakery · 4")
    hands.press("Enter")
    expect(hands.page.get_by_role("button", name="Bring it back")).to_be_focused()
    hands.press("Enter")
    expect(hands.page.get_by_role("heading", name="Where you worked before")).to_be_focused()


WAY: list[tuple[str, Answer | None]] = [
    ("Thank you for making time.", None),
    ("How many hours did you work last week?", write("textbox", "38")),
    ("What is your pay per hour?", push("I’d rather not say", "Space")),
    ("My effort is seen.", push("radio", "ArrowDown")),
    ("Which shift do you mostly work?", push("radio", "Space")),
    ("And which would you choose?", write("combobox", "N")),
    ("Which would you swap?", push("radio", "ArrowDown")),
    ("What is missing most often?", push("Tools", "Space")),
    ("Put these in your order.", rank),
    ("How far is this from your ideal job?", push("slider", "ArrowRight")),
    ("How well do you sleep after it?", push("radio", "Space")),
    ("How many breaks do you take?", write("combobox", "3")),
    ("Since when do you work here?", write("textbox", "03152019")),
    ("In which month did it change?", month),
    ("When does your day begin?", write("textbox", "0830AM")),
    ("When was your last break?", rest),
    ("Where do you mostly work?", spot),
    ("Which way do you walk to it?", typed_places(("51.5", "-0.12"), ("51.6", "-0.13"))),
    ("Which area do you look after?", typed_places(("1", "1"), ("2", "1"), ("2", "2"))),
    ("What is the number of your machine?", write("textbox", "4006381333931")),
    ("Which word opens the door?", write("textbox", "sesame")),
    ("What is your trade?", trade),
    ("You may use what I said in your own words.", push("OK, I agree", "Space")),
    ("About your team", team),
    ("How are your days?", views),
    ("How many work beside you?", push("One more", "Enter", "Enter")),
    ("How high do you stand here?", push("slider", "ArrowUp")),
    ("Where you worked before", places),
    ("What should we have asked?", write("textbox", "This.")),
]
GIVEN = {
    "hours": "38",
    "pay": ".rather_not_say",
    "seen": "rarely",
    "shift": "early",
    "wish": "night",
    "swap": "late",
    "order": "say time tools people",
    "ideal": "6",
    "stars": "1",
    "breaks": "3",
    "since": "2019-03-15",
    "month": "2021-03-01",
    "begin": "08:30:00.000",
    "spot": "51.5 -0.12 0 0",
    "way": "51.5 -0.12 0 0;51.6 -0.13 0 0",
    "area": "1 1 0 0;2 1 0 0;2 2 0 0;1 1 0 0",
    "tag": "4006381333931",
    "word": "sesame",
    "trade": "electrician",
    "agree": "OK",
    "people": "6",
    "does": "Moves boxes",
    "pauses": "never",
    "heard": "rarely",
    "crew": "2",
    "ladder": "6",
    "place[1]/called": "A bakery",
    "place[1]/stayed": "4",
    "more": "This.",
}


@pytest.fixture
def opened(programme: Programme) -> dict[str, Any]:
    """Open a round with every kind of question."""
    return programme.open(programme.publish(EVERY_KIND, media=of_every_kind()), mode="interview")


def test_the_whole_way_by_keyboard(
    phone: BrowserContext, server: ServerProcess, programme: Programme, opened: dict[str, Any]
) -> None:
    person = Respondent(phone.new_page())
    hands = Hands(person.page)
    person.page.goto(f"{server.url}/#/join/{opened['join_code']}")
    hands.reach("Open the invitation")
    hands.press("Enter")
    expect(person.button("I agree, begin")).to_be_visible()
    hands.reach("I agree, begin")
    hands.press("Enter")
    asked(person, WAY[0][0])
    person.page.wait_for_load_state("networkidle")  # kinds of questions that come later
    for heading, answer in WAY:
        asked(person, heading)
        hands.begin()
        if answer is not None:
            answer(hands)
        hands.reach('button "Next')
        expected = ["Next"] if heading == WAY[0][0] else ["Back", "Next"]
        assert [stop.split('"')[1] for stop in hands.stops[-len(expected) :]] == expected
        assert not any("All questions" in stop or "Leave" in stop for stop in hands.stops), f"{heading}: {hands.stops}"
        hands.press("Enter")

    asked(person, "Your answers")
    hands.reach("How many hours did you work last week? 38")
    hands.press("Enter")
    asked(person, "How many hours did you work last week?")
    hands.reach("Back to all answers")
    hands.press("Space")
    asked(person, "Your answers")
    hands.reach('button "Finish')
    hands.press("Enter")
    person.received(seconds=30)
    hands.reach("To the start page")
    (row,) = programme.rows(opened["id"])
    assert {name: row[name] for name in GIVEN} == GIVEN


def test_tab_leads_around_a_question_and_out_of_a_dialog_and_back(
    phone: BrowserContext, server: ServerProcess, opened: dict[str, Any]
) -> None:
    person = Respondent(phone.new_page())
    hands = Hands(person.page)
    person.open_invitation(server.url, opened["join_code"])
    person.agree()
    person.go_on()
    asked(person, "How many hours")
    for _ in range(2):
        hands.reach('button "Next')
        hands.reach("Leave. Your answers stay on this phone")
        hands.reach("All questions")
        hands.reach("textbox")
    hands.type("38")
    hands.reach('button "Next')
    hands.press("Enter")
    asked(person, "What is your pay per hour?")
    for _ in range(12):
        hands.press("Shift+Tab")
        if "All questions" in hands.here():
            break
    hands.press("Enter")
    asked(person, "Your answers")
    hands.reach('button "Finish')
    hands.press("Enter")
    expect(person.page.get_by_role("dialog", name="Finish now?")).to_be_visible()
    assert "Go on answering" in hands.here(), "the safe one has the focus"
    hands.press("Escape")
    expect(person.page.get_by_role("dialog")).to_have_count(0)
    expect(person.button("Finish")).to_be_focused()


# As soon as the field is there, and before the browser has drawn it.
FIRST_THING = """async () => {
    const drawn = new Promise((done) => requestAnimationFrame(() => setTimeout(done, 500)));
    document.querySelector('.asking-ways .button-primary').click();
    while (!document.querySelector('main textarea, main input[type=text]')) await Promise.resolve();
    const field = document.querySelector('main textarea, main input[type=text]');
    field.focus();
    await drawn;
    return document.activeElement === field;
}"""


def test_who_is_quicker_than_the_phone_keeps_the_field_they_are_in(
    phone: BrowserContext, server: ServerProcess, programme: Programme
) -> None:
    person = Respondent(phone.new_page())
    person.open_invitation(server.url, programme.open(programme.publish(SHIFTS), mode="interview")["join_code"])
    person.agree()
    person.choose("No")
    assert person.page.evaluate(FIRST_THING)
