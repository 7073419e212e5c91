"""The interface in languages that nobody speaks: nothing is left untranslated, all has room, and everything turns."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from support.browsers import DESK, PHONE
from support.installation import Installation
from support.looking import sticking_out
from support.media import of_every_kind
from support.programme import Programme
from support.pseudo import PSEUDO, build_pseudo, speak
from support.releases import BUILT
from support.serving import ServerProcess
from support.showroom import EVERY_TITLE, furnish
from support.tour import walk_desk, walk_phone
from support.untranslated import (
    ASKED,
    content,
    cut_off,
    in_languages_of_tests,
    library_words,
    not_turned,
    torn,
    untranslated,
)

PHONES = (360, 320)
DESKS = (1280,)
PLAIN = "plain"  # a page of its own, one file for each language
PHONE_SCREENS = 40


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
    version = shared_programme.publish(in_languages_of_tests(), EVERY_TITLE, of_every_kind())
    asked = shared_programme.open(version, ASKED)
    return {**furnish(shared_programme, shared_server.url), "code": asked["join_code"]}


@pytest.fixture
def speaking(browser: Browser, shared_server: ServerProcess) -> Iterator[Callable[..., Page]]:
    """Yield a way to open the app in a language."""
    opened = []

    def open_in(code: str, device: dict[str, Any] = PHONE) -> Page:
        opened.append(browser.new_context(**device))
        page = opened[-1].new_page()
        speak(page, shared_server.url, code)
        return page

    yield open_in
    for context in opened:
        context.close()


class Looks:
    """What was found on the screens of a walk, at each of the widths."""

    def __init__(self, widths: tuple[int, ...], *looks: Callable[[Page], list[str]]) -> None:
        self.widths = widths
        self.looks = looks
        self.screens: list[str] = []
        self.found: dict[str, None] = {}

    def __call__(self, name: str, page: Page) -> None:
        if name == PLAIN:
            return
        self.screens.append(name)
        for width in self.widths:
            with as_wide_as(width, page):
                self.found |= dict.fromkeys(f"{name}: {out}" for look in self.looks for out in look(page))


@contextmanager
def as_wide_as(width: int, page: Page) -> Iterator[None]:
    """Make a screen narrower for a moment."""
    size = page.viewport_size
    assert size is not None
    if width != size["width"]:
        page.set_viewport_size({**size, "width": width})
    yield
    if width != size["width"]:
        page.set_viewport_size(size)


def no_room(page: Page) -> list[str]:
    """List what sticks out of the page, or is cut off."""
    return [f"sticks out: {out}" for out in sticking_out(page)] + [f"cut off: {out}" for out in cut_off(page)]


def stays_as_it_is(page: Page) -> list[str]:
    """List what does not run from right to left."""
    assert page.locator("html").get_attribute("dir") == "rtl"
    return [f"not turned: {out}" for out in not_turned(page)] + [f"torn: {out}" for out in torn(page)]


def barriers(page: Page) -> list[str]:
    """List what axe finds."""
    violations: list[dict[str, Any]] = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in violations]


def words_left(known: set[str]) -> Callable[[Page], list[str]]:
    """Return a look at the words that are not translated."""
    return lambda page: [f"not translated: {words}" for words in untranslated(page, known)]


@pytest.mark.slow
def test_on_the_phone_every_word_is_translated_and_has_room(
    speaking: Callable[..., Page], shared_server: ServerProcess, ids: dict[str, str]
) -> None:
    looks = Looks(PHONES, no_room, words_left(content()))
    walk_phone(speaking("en-XA"), shared_server.url, ids["code"], looks)
    assert not looks.found, "\n".join(looks.found)
    assert len(looks.screens) >= PHONE_SCREENS


@pytest.mark.slow
def test_at_the_desk_every_word_is_translated_and_has_room(
    speaking: Callable[..., Page], shared_server: ServerProcess, shared_programme: Programme, ids: dict[str, str]
) -> None:
    looks = Looks(DESKS, no_room, words_left(content() | library_words()))
    walk_desk(speaking("en-XA", DESK), shared_server.url, shared_programme, ids, looks)
    assert not looks.found, "\n".join(looks.found)


def test_a_word_that_is_not_in_a_language_file_is_found(speaking: Callable[..., Page]) -> None:
    page = speaking("en-XA")
    page.locator("main h2").first.evaluate("each => { each.textContent = 'How it looks'; each.title = 'Looks'; }")
    assert [one.split(": ")[-1] for one in words_left(set())(page)] == ["How it looks", "Looks"]


@pytest.mark.slow
def test_from_right_to_left_every_screen_turns_and_axe_finds_nothing(
    speaking: Callable[..., Page], shared_server: ServerProcess, ids: dict[str, str]
) -> None:
    looks = Looks(PHONES, no_room, stays_as_it_is)
    seen = Looks(PHONES[:1], barriers)

    def visit(name: str, page: Page) -> None:
        looks(name, page)
        seen(name, page)

    walk_phone(speaking("ar-XB"), shared_server.url, ids["code"], visit)
    found = [*looks.found, *seen.found]
    assert not found, "\n".join(found)
    assert len(looks.screens) >= PHONE_SCREENS


@pytest.mark.parametrize(
    ("code", "written", "direction"),
    [
        ("ar-XB", "12345-ABCDE (mine).", "ltr"),
        ("ar-XB", "\u0645\u0631\u062d\u0628\u0627 12 (ABC).", "rtl"),
        ("en-XA", "\u0645\u0631\u062d\u0628\u0627 12 (ABC).", "rtl"),
    ],
)
def test_what_is_typed_runs_as_its_own_letters_do_and_stands_where_reading_begins(
    speaking: Callable[..., Page], shared_server: ServerProcess, code: str, written: str, direction: str
) -> None:
    page = speaking(code)
    page.goto(f"{shared_server.url}/#/")
    field = page.locator("#code")
    field.fill(written)
    side = "right" if code == "ar-XB" else "left"
    assert drawn(field) == drawn(field, f"direction: {direction}; unicode-bidi: isolate; text-align: {side}")


def test_numbers_run_from_left_to_right_everywhere(
    speaking: Callable[..., Page], shared_server: ServerProcess, ids: dict[str, str]
) -> None:
    page = speaking("ar-XB")
    begin(page, shared_server.url, ids["code"])
    page.locator(".asking-ways .button").last.click()
    field = page.locator("main input[inputmode=numeric]")
    field.fill("-5")
    assert drawn(field) == drawn(field, "direction: ltr; unicode-bidi: isolate; text-align: right")
    page.locator(".asking-ways .button").last.click()
    expect(page.locator("#q-data-pay-label")).to_be_visible()
    page.locator(".asking-ways .button").first.click()
    expect(field).to_have_value("-5")


def drawn(field: Locator, style: str = "") -> bytes:
    """Return how a field looks, with its own style or with another one."""
    field.evaluate("(each, style) => { each.style.cssText = style; }", style)
    field.page.wait_for_timeout(300)  # the border fades in
    return field.screenshot()


def begin(page: Page, url: str, code: str) -> None:
    """Open an invitation and begin."""
    page.goto(f"{url}/#/join/{code}")
    page.locator("main .button-primary").click()
    page.locator(".page-foot .button-primary").click()


def test_questions_of_a_language_the_app_does_not_speak_keep_their_direction_in_an_app_that_goes_from_right_to_left(
    speaking: Callable[..., Page], shared_server: ServerProcess, shared_programme: Programme
) -> None:
    question = {"type": "text", "name": "why", "label::Português (pt)": "O que atrapalha?"}
    settings = {"form_id": "pt", "form_title": "Turnos", "default_language": "Português (pt)"}
    version = shared_programme.publish({"survey": [question], "choices": [], "settings": settings}, "Turnos")
    page = speaking("ar-XB")
    begin(page, shared_server.url, shared_programme.open(version, "Turnos")["join_code"])
    expect(page.locator(".asking")).to_have_attribute("dir", "ltr")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator(".asking-words[lang=pt]")).to_be_visible()
    assert page.locator(".asking-ways .icon-turns").last.evaluate("each => getComputedStyle(each).scale") != "-1 1"


def test_the_app_that_is_handed_out_has_no_languages_of_tests(pseudo_app: Path) -> None:
    assert has_pseudo(pseudo_app)
    assert not has_pseudo(BUILT)


def has_pseudo(app: Path) -> bool:
    """Say whether an app's files name or speak a language of tests."""
    texts = [path.read_text(errors="replace") for path in app.rglob("*") if path.is_file()]
    assert texts
    return any(sign in text for text in texts for sign in ("\u27e6", *PSEUDO))
