"""The interface in languages that nobody speaks: nothing is left untranslated, all has room, and everything turns."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from support.browsers import DESK, PHONE
from support.installation import Installation
from support.looking import sticking_out
from support.programme import EDITOR, HARBOR, Programme
from support.pseudo import PSEUDO, build_pseudo, speak
from support.questions import EVERY_KIND
from support.releases import BUILT
from support.serving import ServerProcess
from support.showroom import PULSE_TITLE, furnish
from support.tour import walk_desk, walk_phone

# Everything that is seen or heard, with where it stands.
ALL_WORDS = """() => {
  const isForeign = (each) => each.closest("[lang]").lang !== document.documentElement.lang;
  const said = [["title", document.title]];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const place = walker.currentNode.parentElement;
    if (place.closest("script, style, noscript, .code") || isForeign(place)) continue;
    said.push([place.className || place.localName, walker.currentNode.data]);
  }
  for (const name of ["aria-label", "title", "placeholder", "alt", "aria-valuetext", "aria-description"]) {
    for (const each of document.querySelectorAll(`[${name}]`)) {
      if (!isForeign(each)) said.push([name, each.getAttribute(name)]);
    }
  }
  return said;
}"""
# Cut off although it is not meant to be: only the title of the bar may end in dots.
CUT_OFF = """() => [...document.querySelectorAll("body *")].filter((each) => {
  const { overflowX, clipPath } = getComputedStyle(each);
  const hides = ["hidden", "clip"].includes(overflowX) && clipPath === "none" && each.localName !== "html";
  return hides && each.scrollWidth > each.clientWidth + 1 && !each.matches(".page-bar-title, .asking-title");
}).map((each) => each.outerHTML.slice(0, 120))"""
# Codes, hosts, versions, names of files.
NAMED_BY_CHANCE = re.compile(r"\S*\d\S*|copy-\w+\.txt")
WORD = re.compile(r"[A-Za-z]{2,}")


def in_languages_of_tests() -> dict[str, Any]:
    """Return every kind of question in the languages of tests, too: an interview speaks that of its questions."""

    def more(row: dict[str, str]) -> dict[str, str]:
        words = {name: text for name, text in row.items() if name.endswith("English (en)")}
        own = {
            name.replace("English (en)", f"{code} ({code})"): text for name, text in words.items() for code in PSEUDO
        }
        return {**row, **own}

    return {**EVERY_KIND, **{sheet: [more(row) for row in EVERY_KIND[sheet]] for sheet in ("survey", "choices")}}


def content() -> set[str]:
    """Return what editors and members wrote: it is not the interface's to translate."""
    rows = [*EVERY_KIND["survey"], *EVERY_KIND["choices"]]
    labels = {text for row in rows for name, text in row.items() if name.startswith(("label", "hint"))}
    names = {
        HARBOR.name,
        EDITOR.name,
        EDITOR.email,
        PULSE_TITLE,
        *EVERY_KIND["settings"].values(),
        "Every kind",
        "English",
        "Español",
        "Pulse, by card",
    }
    months = {date(2026, month, 1).strftime("%B") for month in range(1, 13)}  # they come from the browser
    return labels | names | months | set(PSEUDO)


def untranslated(page: Page, known: set[str]) -> list[str]:
    """List the words that are in Latin letters and nobody's content."""
    found = []
    for place, text in page.evaluate(ALL_WORDS):
        left = text
        for one in sorted(known, key=len, reverse=True):
            left = left.replace(one, "")
        if WORD.search(NAMED_BY_CHANCE.sub("", left)):
            found.append(f"{place}: {text.strip()}")
    return found


@pytest.fixture(scope="module")
def pseudo_app(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the app with the languages of tests."""
    return build_pseudo(tmp_path_factory.mktemp("pseudo"))


@pytest.fixture(scope="module")
def shared_server(
    pseudo_app: Path, installation: Installation, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[ServerProcess]:
    """Yield a server that hands out this app."""
    with installation.server_in(tmp_path_factory.mktemp("server"), ASKWELL_PWA_DIR=str(pseudo_app)) as serving:
        yield serving


@pytest.fixture(scope="module")
def ids(shared_programme: Programme, shared_server: ServerProcess) -> dict[str, str]:
    """Return what there is to look at; the code is of a round that is asked in the languages of tests, too."""
    asked = shared_programme.open(
        shared_programme.publish(in_languages_of_tests(), "Every kind (invented)"), "Every kind"
    )
    return {**furnish(shared_programme, shared_server.url), "code": asked["join_code"]}


@pytest.mark.slow
@pytest.mark.parametrize("width", [360, 320])
def test_on_the_phone_every_word_is_translated_and_has_room(
    browser: Browser, shared_server: ServerProcess, ids: dict[str, str], width: int
) -> None:
    found: list[str] = []
    known = content()

    def visit(name: str, page: Page) -> None:
        if name == "plain":  # a page of its own, one file for each language
            return
        found.extend(f"{name}: sticks out: {out}" for out in sticking_out(page))
        found.extend(f"{name}: cut off: {cut}" for cut in page.evaluate(CUT_OFF))
        found.extend(f"{name}: not translated: {words}" for words in untranslated(page, known))

    with browser.new_context(**{**PHONE, "viewport": {"width": width, "height": 740}}) as phone:
        page = phone.new_page()
        speak(page, shared_server.url, "en-XA")
        walk_phone(page, shared_server.url, ids["code"], visit)
    assert not found, "\n".join(dict.fromkeys(found))


@pytest.mark.slow
def test_at_the_desk_everything_has_room(
    browser: Browser, shared_server: ServerProcess, shared_programme: Programme, ids: dict[str, str]
) -> None:
    found: list[str] = []

    def visit(name: str, page: Page) -> None:
        found.extend(f"{name}: sticks out: {out}" for out in sticking_out(page))

    with browser.new_context(**DESK) as desk:
        page = desk.new_page()
        speak(page, shared_server.url, "en-XA")
        walk_desk(page, shared_server.url, shared_programme, ids, visit)
    assert not found, "\n".join(dict.fromkeys(found))


@pytest.mark.slow
def test_from_right_to_left_every_screen_turns_and_axe_finds_nothing(
    browser: Browser, shared_server: ServerProcess, ids: dict[str, str]
) -> None:
    found: list[str] = []

    def visit(name: str, page: Page) -> None:
        if name == "plain":
            return
        assert page.locator("html").get_attribute("dir") == "rtl"
        found.extend(f"{name}: sticks out: {out}" for out in sticking_out(page))
        violations: list[dict[str, Any]] = Axe().run(page).response["violations"]
        found.extend(f"{name}: {one['id']}: {one['nodes'][0]['html'][:120]}" for one in violations)
        found.extend(f"{name}: not turned: {what}" for what in page.evaluate(NOT_TURNED))

    with browser.new_context(**PHONE) as phone:
        page = phone.new_page()
        speak(page, shared_server.url, "ar-XB")
        walk_phone(page, shared_server.url, ids["code"], visit)
    assert not found, "\n".join(dict.fromkeys(found))


# The bar begins at the right, and what points along the line of reading points to the left.
NOT_TURNED = """() => {
  const wide = document.documentElement.clientWidth;
  const [first] = document.querySelectorAll(".page-bar > *");
  const stays = first && first.getBoundingClientRect().right < wide / 2 ? [first.outerHTML.slice(0, 100)] : [];
  const isTurned = (each) => getComputedStyle(each).scale.startsWith("-1");
  const arrows = [...document.querySelectorAll(".icon-turns")].filter((each) => !isTurned(each));
  return [...stays, ...arrows.map((each) => each.parentElement.outerHTML.slice(0, 100))];
}"""

ARABIC = {
    "survey": [
        {
            "type": "select_one yes_no",
            "name": "swap",
            "label::English (en)": "Can you swap shifts?",
            "label::العربية (ar)": "هل يمكنك تبديل المناوبات؟",
        },
        {
            "type": "text",
            "name": "why",
            "label::English (en)": "What gets in the way?",
            "label::العربية (ar)": "ما الذي يعيق ذلك؟",
        },
    ],
    "choices": [
        {"list_name": "yes_no", "name": "yes", "label::English (en)": "Yes", "label::العربية (ar)": "نعم"},
        {"list_name": "yes_no", "name": "no", "label::English (en)": "No", "label::العربية (ar)": "لا"},
    ],
    "settings": {"form_id": "arabic", "form_title": "Shifts", "default_language": "English (en)"},
}


def arrow(page: Page) -> str:
    """Say which way the arrow of Next points: `1 1` as drawn, `-1 1` turned round."""
    found: str = page.locator(".asking-ways .icon-turns").last.evaluate("each => getComputedStyle(each).scale")
    return "turned" if found.startswith("-1") else "as drawn"


def test_the_language_of_the_questions_is_changed_in_the_middle_with_answers_and_place_kept(
    browser: Browser, shared_server: ServerProcess, shared_programme: Programme
) -> None:
    code = shared_programme.open(shared_programme.publish(ARABIC, "In Arabic, too"), "In Arabic, too")["join_code"]
    with browser.new_context(**PHONE) as phone:
        page = phone.new_page()
        page.goto(f"{shared_server.url}/#/join/{code}")
        page.locator("main .button-primary").click()
        page.locator(".page-foot .button-primary").click()
        asking = page.locator(".asking")
        page.get_by_role("radio", name="No").check()
        page.get_by_role("button", name="Next").click()
        page.get_by_role("textbox", name="What gets in the way?").fill("The foreman")
        expect(asking).to_have_attribute("dir", "ltr")
        assert arrow(page) == "as drawn"
        page.get_by_role("combobox").select_option("ar")
        field = page.get_by_role("textbox", name="ما الذي يعيق ذلك؟")
        expect(field).to_have_value("The foreman")
        expect(asking).to_have_attribute("dir", "rtl")
        expect(page.get_by_role("heading", name="ما الذي يعيق ذلك؟")).to_be_visible()
        assert arrow(page) == "turned"
        page.locator(".asking-ways .button").first.click()
        expect(page.get_by_role("radio", name="لا")).to_be_checked()
        page.reload()
        expect(page.get_by_role("radio", name="لا")).to_be_checked()
        page.get_by_role("combobox").select_option("en")
        expect(page.get_by_role("radio", name="No", exact=True)).to_be_checked()


def test_questions_of_a_language_the_app_does_not_speak_keep_their_direction_in_an_app_that_goes_from_right_to_left(
    browser: Browser, shared_server: ServerProcess, shared_programme: Programme
) -> None:
    question = {"type": "text", "name": "why", "label::Português (pt)": "O que atrapalha?"}
    settings = {"form_id": "pt", "form_title": "Turnos", "default_language": "Português (pt)"}
    version = shared_programme.publish({"survey": [question], "choices": [], "settings": settings}, "Turnos")
    code = shared_programme.open(version, "Turnos")["join_code"]
    with browser.new_context(**PHONE) as phone:
        page = phone.new_page()
        speak(page, shared_server.url, "ar-XB")
        page.goto(f"{shared_server.url}/#/join/{code}")
        page.locator("main .button-primary").click()
        page.locator(".page-foot .button-primary").click()
        expect(page.locator(".asking")).to_have_attribute("dir", "ltr")
        expect(page.locator("html")).to_have_attribute("dir", "rtl")
        expect(page.locator(".asking-words[lang=pt]")).to_be_visible()
        assert arrow(page) == "as drawn"


def test_the_app_that_is_handed_out_has_no_languages_of_tests() -> None:
    files = [path.read_bytes() for path in BUILT.rglob("*") if path.is_file()]
    assert files
    assert not any("⟦".encode() in found or b"ar-XB" in found for found in files)
