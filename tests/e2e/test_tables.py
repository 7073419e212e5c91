"""Tables: statements that share their choices. Each is a question of its own, for eyes, ears and hands."""

import pytest
from playwright.sync_api import Browser, Page, expect

from support.browsers import DESK, PHONE
from support.hands import Hands
from support.looking import sticking_out
from support.programme import Programme
from support.questions import Draft, Row
from support.respondent import Respondent
from support.serving import ServerProcess

WORDS = {
    "en": ("Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"),
    "es": (
        "Totalmente en desacuerdo",
        "En desacuerdo",
        "Ni una cosa ni la otra",
        "De acuerdo",
        "Totalmente de acuerdo",
    ),
    "ar": ("لا", "قليلا", "بين بين", "غالبا", "نعم"),
}
TITLES = {"en": "How do you see your work?", "es": "¿Cómo ve su trabajo?", "ar": "كيف ترى عملك؟"}
TWICE = "document.documentElement.style.fontSize = '200%'"
SETTLED_MS = 500


def _row(type_: str, name: str, label: str, **more: str) -> Row:
    return {"type": type_, "name": name, "label": label, **more}


def form(language: str = "en") -> Draft:
    """Ask five things with one list by `table-list`, and two in the older spelling."""
    agree = [
        {"list_name": "agree", "name": f"a{place}", "label": words} for place, words in enumerate(WORDS[language], 1)
    ]
    return {
        "survey": [
            _row("begin_group", "work", TITLES[language], appearance="table-list"),
            _row("select_one agree", "fair", "Shifts are shared out fairly."),
            _row("select_one agree", "say", "I have a say in how my work is done.", required="yes"),
            _row("select_one agree", "safe", "I feel safe here.", hint="In body and mind."),
            _row("select_one agree", "pay", "My pay covers what we need.", answer_options="rather-not-say"),
            _row("select_one agree", "rest", "I get enough rest."),
            {"type": "end_group"},
            _row("begin_group", "week", "Your week", appearance="field-list"),
            _row("select_multiple often", "head", "Which of these do you get?", appearance="label"),
            _row("select_multiple often", "meals", "Meals", appearance="list-nolabel"),
            _row("select_multiple often", "travel", "Travel", appearance="list-nolabel"),
            _row("text", "other", "Anything else?"),
            {"type": "end_group"},
        ],
        "choices": [
            *agree,
            *({"list_name": "often", "name": name, "label": f"Every {name}"} for name in ("week", "month")),
        ],
        "settings": {"form_id": "table", "form_title": "Work", "default_language": f"Words ({language})"},
    }


def arrive(page: Page, server: ServerProcess, programme: Programme, language: str = "en") -> tuple[Respondent, str]:
    """Stand before the first table."""
    opened = programme.open(programme.publish(form(language)), mode="interview")
    person = Respondent(page)
    person.open_invitation(server.url, opened["join_code"])
    person.agree()
    person.asked(TITLES[language])
    page.wait_for_timeout(SETTLED_MS)  # the screen slides in
    return person, opened["id"]


def boxes(page: Page, row: str) -> list[dict[str, int]]:
    """Where the choices of a row are."""
    cards = page.get_by_role("region", name=row).locator(".choice")
    found = [cards.nth(place).bounding_box() or {} for place in range(cards.count())]
    return [{side: round(box[side]) for side in ("x", "y", "width", "height")} for box in found]


def test_each_statement_is_a_question_and_the_words_of_the_choices_are_none(
    browser: Browser, server: ServerProcess, programme: Programme
) -> None:
    with browser.new_context(**PHONE) as phone:
        page = phone.new_page()
        person, round_id = arrive(page, server, programme)
        expect(page.get_by_role("progressbar")).to_have_attribute("aria-valuetext", "3 more after this")
        expect(page.get_by_role("radiogroup")).to_have_count(5)
        expect(page.get_by_role("heading", level=2)).to_have_count(5)
        fair = page.get_by_role("radiogroup", name="Shifts are shared out fairly.")
        for words in WORDS["en"]:
            expect(fair.get_by_role("radio", name=words, exact=True)).to_have_count(1)
        fair.get_by_role("radio", name="Agree", exact=True).check()
        expect(page.get_by_role("radio", checked=True)).to_have_count(1)
        expect(page.get_by_role("radiogroup", name="I feel safe here.")).to_have_accessible_description(
            "In body and mind."
        )
        person.go_on()
        say = page.get_by_role("region", name="I have a say in how my work is done.")
        expect(say.get_by_text("This one needs an answer")).to_be_visible()
        expect(say.get_by_role("radio").first).to_be_focused()
        say.get_by_role("radio", name="Strongly disagree", exact=True).check()
        person.button("I’d rather not say").click()
        person.go_on()

        person.asked("Your week")
        person.sees("Which of these do you get?")
        expect(page.get_by_role("heading", level=2)).to_have_text(["Meals", "Travel", "Anything else?"])
        for words in ("Every month", "Every week"):
            page.get_by_role("group", name="Travel").get_by_role("checkbox", name=words, exact=True).check()
        person.go_on()

        person.asked("Your answers")
        rows = page.locator(".review li")
        expect(rows).to_have_count(8)
        expect(page.get_by_text("Question without words")).to_have_count(0)
        person.finish()
        person.received(seconds=30)
    [row] = programme.rows(round_id)
    assert {name: row[name] for name in row if "/" not in name} == {
        "fair": "a4",
        "say": "a1",
        "safe": ".skipped",
        "pay": ".rather_not_say",
        "rest": ".skipped",
        "meals": ".skipped",
        "travel": "week month",
        "other": ".skipped",
    }


def test_by_keyboard_every_row_is_one_stop_and_arrows_choose_in_it(
    browser: Browser, server: ServerProcess, programme: Programme
) -> None:
    with browser.new_context(**DESK) as context:
        page = context.new_page()
        arrive(page, server, programme)
        hands = Hands(page)
        hands.reach('radio "Strongly disagree')
        hands.press("ArrowRight", "ArrowRight")
        hands.press("Tab", "ArrowDown")
        chosen = page.get_by_role("radio", checked=True)
        expect(chosen).to_have_count(2)
        fair = page.get_by_role("radiogroup", name="Shifts are shared out fairly.")
        expect(fair.get_by_role("radio", name="Neither", checked=True)).to_have_count(1)
        hands.reach("I’d rather not say")
        hands.reach('button "Next')


def test_where_there_is_room_the_words_stand_at_the_head_and_stay_in_sight(
    browser: Browser, server: ServerProcess, programme: Programme
) -> None:
    low = {**DESK, "viewport": {"width": 1280, "height": 560}}
    with browser.new_context(**low) as context:
        page = context.new_page()
        arrive(page, server, programme)
        head = page.locator(".table-head")
        words = head.locator("span").filter(has_text="Neither")
        place = words.bounding_box() or {}
        middle = boxes(page, "I feel safe here.")[2]
        assert abs(place["x"] + place["width"] / 2 - middle["x"] - middle["width"] / 2) <= 2
        statement = page.get_by_role("heading", name="I feel safe here.").bounding_box() or {}
        assert statement["x"] + statement["width"] <= boxes(page, "I feel safe here.")[0]["x"]
        page.get_by_role("heading", name="I get enough rest.").scroll_into_view_if_needed()
        page.mouse.move(900, 300)
        page.mouse.wheel(0, 2_000)
        page.wait_for_timeout(SETTLED_MS)
        assert page.evaluate("scrollY") > 0
        expect(words).to_be_in_viewport(ratio=1)
        bar = page.locator(".asking-bar .page-bar").bounding_box() or {}
        assert (head.bounding_box() or {})["y"] >= bar["y"] + bar["height"] - 1


@pytest.mark.parametrize(("language", "is_level"), [("en", True), ("es", False)])
def test_on_a_phone_the_choices_stand_in_one_line_where_no_word_breaks(
    browser: Browser, server: ServerProcess, programme: Programme, language: str, is_level: bool
) -> None:
    with browser.new_context(**PHONE) as phone:
        page = phone.new_page()
        arrive(page, server, programme, language)
        found = boxes(page, "I feel safe here.")
        assert (len({box["y"] for box in found}) == 1) is is_level
        assert all(box["height"] >= 48 and box["width"] >= 48 for box in found), found
        broken = "[...document.querySelectorAll('.choice-label')].filter((each) => each.scrollWidth > each.clientWidth)"
        assert page.evaluate(f"{broken}.length") == 0
        assert sticking_out(page) == []


def test_letters_twice_as_large_at_320_pixels_break_nothing(
    browser: Browser, server: ServerProcess, programme: Programme
) -> None:
    with browser.new_context(**{**PHONE, "viewport": {"width": 320, "height": 640}}) as phone:
        page = phone.new_page()
        arrive(page, server, programme, "es")
        page.evaluate(TWICE)
        page.wait_for_timeout(SETTLED_MS)
        assert sticking_out(page) == []
        found = boxes(page, "I feel safe here.")
        assert len({box["y"] for box in found}) == len(found), "one below the other"


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_right_to_left_the_first_choice_is_on_the_right(
    browser: Browser, server: ServerProcess, programme: Programme, size: dict[str, object]
) -> None:
    with browser.new_context(**size) as context:  # type: ignore[arg-type]  # a dict of these
        page = context.new_page()
        arrive(page, server, programme, "ar")
        found = boxes(page, "I feel safe here.")
        assert [box["x"] for box in found] == sorted((box["x"] for box in found), reverse=True)
        assert sticking_out(page) == []
        if size is DESK:
            heads = page.locator(".table-words span")
            places = [(heads.nth(place).bounding_box() or {})["x"] for place in range(5)]
            assert places == sorted(places, reverse=True)
