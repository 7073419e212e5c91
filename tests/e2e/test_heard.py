"""What a screen reader is told: the name, role and state of every kind of question, and every change that matters."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from support.media import of_every_kind
from support.programme import Programme
from support.questions import EVERY_KIND
from support.respondent import Respondent
from support.serving import ServerProcess

HOURS = "How many hours did you work last week?"
Hear = Callable[[Page], None]


def hours(page: Page) -> None:
    """A hint belongs to its field; what is wrong is said, tied to the field, and gone once it is right."""
    box = page.get_by_role("textbox", name=HOURS)
    expect(box).to_have_accessible_description("Without the way there and back.")
    page.get_by_role("button", name="Next").click()
    expect(box).to_be_focused()
    expect(box).to_have_attribute("aria-invalid", "true")
    expect(box).to_have_accessible_description(
        re.compile("Without the way .+ This one needs an answer before you go on")
    )
    fault = page.locator("[aria-live=polite]").filter(has_text="This one needs an answer before you go on.")
    expect(fault).to_have_count(1)
    box.fill("38")
    expect(fault).to_have_count(0)
    expect(box).not_to_have_attribute("aria-invalid", "true")
    expect(page.get_by_role("status").filter(has_text="Saved on this phone")).to_be_visible()


def pay(page: Page) -> None:
    """A reason for no answer is a button that is pressed or not."""
    reason = page.get_by_role("button", name="I’d rather not say", pressed=False)
    reason.click()
    expect(page.get_by_role("button", name="I’d rather not say", pressed=True)).to_be_visible()


def one_of(heading: str, first: str) -> Hear:
    def hear(page: Page) -> None:
        group = page.get_by_role("radiogroup", name=heading)
        choice = group.get_by_role("radio", name=first, exact=True)
        expect(choice).not_to_be_checked()
        choice.check(force=True)
        expect(group.get_by_role("radio", name=first, exact=True, checked=True)).to_have_count(1)

    return hear


def list_that_opens(page: Page) -> None:
    page.get_by_role("combobox", name="And which would you choose?").select_option("Late")
    expect(page.get_by_role("option", name="Late", selected=True)).to_have_count(1)


def picked(page: Page) -> None:
    page.get_by_role("combobox", name="How many breaks do you take?").select_option("3")
    expect(page.get_by_role("option", name="3", selected=True)).to_have_count(1)


def many(page: Page) -> None:
    group = page.get_by_role("group", name="What is missing most often?")
    expect(group).to_have_accessible_description("Choose all that fit")
    for name in ("Time", "People"):
        group.get_by_role("checkbox", name=name, exact=True).check(force=True)
    expect(group.get_by_role("checkbox", checked=True)).to_have_count(2)


def order(page: Page) -> None:
    """Each step says what it does, and then where the choice is now."""
    group = page.get_by_role("group", name="Put these in your order.")
    told = group.get_by_role("status")
    group.get_by_role("button", name="Tools: give place 1").click()
    expect(told).to_have_text("Tools is now at place 1 of 1")
    group.get_by_role("button", name="Time: give place 2").click()
    group.get_by_role("button", name="Time: one place up").click()
    expect(told).to_have_text("Time is now at place 1 of 2")
    items = page.get_by_role("list", name="Your order").get_by_role("listitem")
    expect(items).to_contain_text(["Time", "Tools"])
    group.get_by_role("button", name="Tools: take out of the order").click()
    expect(told).to_have_text("Tools is out of the order")


def scale(page: Page) -> None:
    slider = page.get_by_role("slider", name="How far is this from your ideal job?")
    expect(slider).to_have_attribute("aria-valuetext", "nothing chosen yet")
    page.get_by_role("button", name="More", exact=True).click()
    expect(slider).to_have_attribute("aria-valuetext", "0")
    slider.press("ArrowRight")
    expect(slider).to_have_attribute("aria-valuetext", "1")


def month(page: Page) -> None:
    group = page.get_by_role("group", name="In which month did it change?")
    group.get_by_role("combobox", name="Month").select_option("March")
    group.get_by_role("textbox", name="Year").fill("2021")


def rest(page: Page) -> None:
    """Half of it is not enough, and stays."""
    group = page.get_by_role("group", name="When was your last break?")
    group.get_by_label("Day").fill("2026-03-15")
    page.get_by_role("button", name="Next").click()
    fault = page.locator("[aria-live=polite]").filter(has_text="Please give both the day and the time.")
    expect(fault).to_have_count(1)
    group.get_by_label("Time").fill("08:30")
    expect(fault).to_have_count(0)


def spot(page: Page) -> None:
    group = page.get_by_role("group", name="Where do you mostly work?")
    expect(group.get_by_role("button", name="Use where I am now")).to_be_visible()
    expect(group.get_by_text("Type the place instead")).to_be_visible()


def way(page: Page) -> None:
    """How many places there are is told with each of them, and how many more are needed."""
    group = page.get_by_role("group", name="Which way do you walk to it?")
    told = group.get_by_role("status")
    expect(told).to_have_text("No place yet.")
    expect(group.get_by_role("button", name="Add where I am now")).to_be_visible()
    group.get_by_text("Type a place").click()
    for place, words in (("51.5", "1 place. One more is needed."), ("51.6", "2 places.")):
        group.get_by_role("textbox", name="Latitude").fill(place)
        group.get_by_role("textbox", name="Longitude").fill(place)
        group.get_by_role("button", name="Add this place").click()
        expect(told).to_have_text(words)
    expect(group.get_by_role("img", name="The places, drawn as seen from above")).to_be_visible()


def area(page: Page) -> None:
    """Too few places are said at the question, and stay."""
    group = page.get_by_role("group", name="Which area do you look after?")
    group.get_by_text("Type a place").click()
    group.get_by_role("textbox", name="Latitude").fill("1")
    page.get_by_role("button", name="Next").click()
    fault = page.locator("[aria-live=polite]").filter(has_text="The place you have typed is not added yet.")
    expect(fault).to_have_count(1)
    expect(group.get_by_role("textbox", name="Latitude")).to_be_focused()
    group.get_by_role("textbox", name="Latitude").fill("")
    expect(fault).to_have_count(0)


def tag(page: Page) -> None:
    """Without a camera that is said, and typing goes on."""
    page.get_by_role("button", name="Scan it").click()
    expect(page.get_by_role("status").filter(has_text="The camera cannot be used here.")).to_have_count(1)
    page.get_by_role("textbox", name="What is the number of your machine?").fill("4006381333931")


def trade(page: Page) -> None:
    """How many fit is told with every letter; what was chosen stays in sight."""
    group = page.get_by_role("radiogroup", name="What is your trade?")
    page.get_by_role("searchbox", name="Search the list").fill("bäk")
    expect(page.get_by_role("status").filter(has_text="1 choice")).to_have_count(1)
    group.get_by_role("radio", name="Baker").check(force=True)
    page.get_by_role("searchbox", name="Search the list").fill("zzz")
    expect(page.get_by_role("status").filter(has_text="Nothing fits.")).to_have_count(1)
    expect(group.get_by_role("radio", name="Baker", checked=True)).to_have_count(1)


def agreement(page: Page) -> None:
    group = page.get_by_role("group", name="You may use what I said in your own words.")
    group.get_by_role("checkbox", name="OK, I agree").check(force=True)


def team(page: Page) -> None:
    """Several questions on a screen: each is a region with a heading of its own."""
    for words in ("How many people are in it?", "What does it do?"):
        region = page.get_by_role("region", name=words)
        expect(region.get_by_role("heading", name=words, level=2)).to_be_visible()
        expect(region.get_by_role("textbox", name=words)).to_be_visible()


def views(page: Page) -> None:
    """Each row of a table is a group named by its statement; every choice says its own words."""
    one_of("I can take my breaks.", "Never")(page)
    one_of("Somebody listens to me.", "Almost always")(page)
    expect(page.get_by_role("radio", checked=True)).to_have_count(2)


def crew(page: Page) -> None:
    """Each step says what the number is now."""
    for heard in ("1", "2"):
        page.get_by_role("button", name="One more", exact=True).click()
        expect(page.get_by_role("status").filter(has_text=re.compile(f"^{heard}$"))).to_have_count(1)
    expect(page.get_by_role("textbox", name="How many work beside you?")).to_have_value("2")


def ladder(page: Page) -> None:
    slider = page.get_by_role("slider", name="How high do you stand here?")
    expect(slider).to_have_attribute("aria-orientation", "vertical")
    slider.press("ArrowUp")
    expect(slider).to_have_attribute("aria-valuetext", "6")


def places(page: Page) -> None:
    """What can be added is a list; what was taken away is said at once, with the way back."""
    expect(page.get_by_role("list")).to_have_count(0)
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_role("heading", name="What kind of place was it?", level=1)).to_be_focused()
    page.get_by_role("textbox").fill("A bakery")
    page.get_by_role("button", name="Back", exact=True).click()
    item = page.get_by_role("list").get_by_role("listitem")
    expect(item.get_by_role("button", name="1 A bakery Change", exact=True)).to_be_visible()
    item.get_by_role("button", name="Take away 1 A bakery", exact=True).click()
    told = page.get_by_role("status").filter(has_text="Taken away: A bakery")
    expect(told.get_by_role("button", name="Bring it back")).to_be_focused()
    expect(page.get_by_role("listitem")).to_have_count(0)


def field(name: str) -> Hear:
    return lambda page: expect(page.get_by_role("textbox", name=name)).to_be_visible()


WAY: list[tuple[str, Hear]] = [
    ("Thank you for making time.", lambda page: None),
    (HOURS, hours),
    ("What is your pay per hour?", pay),
    ("My effort is seen.", one_of("My effort is seen.", "Never")),
    ("Which shift do you mostly work?", one_of("Which shift do you mostly work?", "Late")),
    ("And which would you choose?", list_that_opens),
    ("Which would you swap?", one_of("Which would you swap?", "Night")),
    ("What is missing most often?", many),
    ("Put these in your order.", order),
    ("How far is this from your ideal job?", scale),
    ("How well do you sleep after it?", one_of("How well do you sleep after it?", "4")),
    ("How many breaks do you take?", picked),
    ("Since when do you work here?", field("Since when do you work here?")),
    ("In which month did it change?", month),
    ("When does your day begin?", field("When does your day begin?")),
    ("When was your last break?", rest),
    ("Where do you mostly work?", spot),
    ("Which way do you walk to it?", way),
    ("Which area do you look after?", area),
    ("What is the number of your machine?", tag),
    ("Which word opens the door?", field("Which word opens the door?")),
    ("What is your trade?", trade),
    ("You may use what I said in your own words.", agreement),
    ("About your team", team),
    ("How are your days?", views),
    ("How many work beside you?", crew),
    ("How high do you stand here?", ladder),
    ("Where you worked before", places),
    ("What should we have asked?", field("What should we have asked?")),
]


@pytest.fixture
def person(phone: BrowserContext, server: ServerProcess, programme: Programme) -> Respondent:
    """Return someone before the first of every kind of question."""
    opened = programme.open(programme.publish(EVERY_KIND, media=of_every_kind()), mode="interview")
    person = Respondent(phone.new_page())
    person.open_invitation(server.url, opened["join_code"])
    person.agree()
    person.asked("Thank you for making time.")
    return person


def test_every_kind_of_question_says_what_it_is_and_what_has_become_of_it(person: Respondent) -> None:
    page = person.page
    progress = page.get_by_role("progressbar", name="How far you are")
    left = len(WAY) + 1  # two stand on each screen with a group, none where places are added
    for heading, hear in WAY:
        expect(page.get_by_role("heading", name=heading, level=1)).to_be_focused()
        left -= {team: 2, views: 2, places: 0}.get(hear, 1)
        words = f"About {left} more after this" if (heading, hear) != WAY[-1] else "The last question"
        expect(progress).to_have_attribute("aria-valuetext", words)
        hear(page)
        page.locator(".asking-ways button[type=submit]").click()
    expect(page.get_by_role("heading", name="Your answers", level=1)).to_be_focused()
    expect(page.get_by_role("button", name="My effort is seen. Never Change")).to_be_visible()
    expect(page.get_by_role("button", name="What is your pay per hour? Rather not say Change")).to_be_visible()
    expect(page.get_by_role("button", name="Which way do you walk to it? 2 places Change")).to_be_visible()
    person.finish()
    expect(page.get_by_role("status").filter(has_text="Received")).to_be_visible(timeout=30_000)


def test_what_goes_wrong_is_heard_at_once(person: Respondent, server: ServerProcess) -> None:
    """An alert interrupts; it stands in the page only while it is true."""
    page = person.page
    person.ready_for_offline()
    page.reload()
    page.context.set_offline(True)
    person.button("Leave. Your answers stay on this phone").click()
    expect(page.get_by_role("status").filter(has_text="No connection right now.")).to_be_visible()
    page.context.set_offline(False)
    expect(page.get_by_text("No connection right now.")).to_have_count(0)
    page.goto(f"{server.url}/#/join/0000000000")
    person.button("Open the invitation").click()
    expect(page.get_by_role("alert").filter(has_text="Nobody here knows this code.")).to_be_visible()
