"""The quick exit and the plain name: nothing lost, nothing shown, and nobody called."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from support.looking import everything_readable
from support.programme import Programme
from support.questions import SHIFTS
from support.respondent import Respondent
from support.serving import ServerProcess

EXIT = "Quick exit. Your answers stay on this phone"
WORDS = "nobody helps on Sundays"
# In one go, with no time in between for anything that would be kept "in a moment".
TYPED_AND_GONE = """(button, words) => {
    const field = document.querySelector('main textarea, main input');
    field.value = words;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    button.click();
}"""
# Every press at once: none comes only when the page has already gone.
MANY_ESCAPES = """() => {
    for (let press = 0; press < 6; press += 1) window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
}"""


@pytest.fixture
def person(phone: BrowserContext, server: ServerProcess, programme: Programme) -> Respondent:
    """Return someone in the middle of an interview."""
    return asked(phone.new_page(), server, programme)


def asked(page: Page, server: ServerProcess, programme: Programme) -> Respondent:
    opened = programme.open(programme.publish(SHIFTS), mode="interview")
    person = Respondent(page)
    person.open_invitation(server.url, opened["join_code"])
    person.agree()
    person.choose("No")
    person.go_on()
    person.asked("What gets in the way?")
    person.ready_for_offline()
    return person


def on_the_plain_page(person: Respondent) -> None:
    person.page.wait_for_url("**/plain.html")
    expect(person.page.get_by_role("heading", name="Notes")).to_be_visible()


def comes_back(person: Respondent) -> None:
    person.page.get_by_role("link", name="Open").click()
    person.page.get_by_role("link", name="Go on").click()
    person.asked("What gets in the way?")


def test_what_was_typed_a_moment_before_is_there_afterwards(person: Respondent) -> None:
    field = person.page.get_by_role("textbox")
    person.button(EXIT).evaluate(TYPED_AND_GONE, WORDS)
    on_the_plain_page(person)
    expect(person.page).to_have_title("Notes")
    assert "Askwell" not in person.page.content()
    comes_back(person)
    expect(field).to_have_value(WORDS)


def test_the_screen_is_covered_before_anything_else_happens(person: Respondent) -> None:
    person.write("What gets in the way?", WORDS)
    seen = person.button(EXIT).evaluate(
        "button => { button.click();"
        " return [getComputedStyle(document.getElementById('app')).visibility, document.title] }"
    )
    assert seen == ["hidden", "Notes"]


def test_escape_pressed_three_times_quickly_leaves_and_slowly_does_not(person: Respondent) -> None:
    field = person.page.get_by_role("textbox")
    field.fill(WORDS)
    for _ in range(3):
        person.page.keyboard.press("Escape")
        person.page.wait_for_timeout(900)
    person.asked("What gets in the way?")
    for _ in range(3):
        person.page.keyboard.press("Escape")
    on_the_plain_page(person)
    comes_back(person)
    expect(field).to_have_value(WORDS)


def test_a_finger_that_stays_on_escape_for_longer_leaves_once(person: Respondent) -> None:
    asked_for: list[str] = []
    person.page.on("request", lambda request: asked_for.append(urlsplit(request.url).path))
    with person.page.expect_navigation(url="**/plain.html"):
        person.page.evaluate(MANY_ESCAPES)
    on_the_plain_page(person)
    assert asked_for.count("/plain.html") == 1


def test_without_a_network_the_plain_page_is_there_and_so_is_the_way_back(
    person: Respondent, server: ServerProcess
) -> None:
    person.page.reload()
    assert person.page.evaluate("navigator.serviceWorker.controller !== null")
    server.stop()
    person.page.get_by_role("textbox").fill(WORDS)
    person.button(EXIT).click()
    on_the_plain_page(person)
    comes_back(person)
    expect(person.page.get_by_role("textbox")).to_have_value(WORDS)


def test_going_back_does_not_return_to_the_question(person: Respondent) -> None:
    person.button("Leave. Your answers stay on this phone").click()
    person.page.get_by_role("link", name="Go on").click()
    person.asked("What gets in the way?")
    person.button(EXIT).click()
    on_the_plain_page(person)
    for _ in range(3):
        person.page.evaluate("history.back()")
        person.page.wait_for_timeout(700)
        expect(person.page).to_have_title("Notes")
        expect(person.page.get_by_text("What gets in the way?")).to_have_count(0)


def test_it_calls_nobody_and_leaves_no_words_in_the_tab(person: Respondent, server: ServerProcess) -> None:
    called: list[str] = []
    person.page.on("request", lambda request: called.append(request.url))
    person.page.get_by_role("textbox").fill(WORDS)
    person.button(EXIT).click()
    on_the_plain_page(person)
    assert {urlsplit(url).netloc for url in called if not url.startswith("data:")} <= {urlsplit(server.url).netloc}
    assert WORDS not in person.page.evaluate("JSON.stringify({ ...sessionStorage }) + document.referrer")


def test_it_is_within_reach_on_every_screen_and_far_from_the_way_on(person: Respondent, server: ServerProcess) -> None:
    way_on = person.button("Next").bounding_box()
    for place in (None, "", "settings"):
        if place is not None:
            person.page.goto(f"{server.url}/#/{place}")
        expect(person.button(EXIT)).to_be_in_viewport()
        person.page.mouse.wheel(0, 3000)
        person.page.wait_for_timeout(200)
        expect(person.button(EXIT)).to_be_in_viewport()
        box = person.button(EXIT).bounding_box()
        assert box is not None
        assert way_on is not None
        assert min(box["width"], box["height"]) >= 48
        assert way_on["y"] - (box["y"] + box["height"]) > 200


def test_what_cannot_be_kept_is_not_left_behind(person: Respondent) -> None:
    person.page.evaluate(
        "() => { IDBObjectStore.prototype.put = () => { throw new DOMException('no room', 'QuotaExceededError') } }"
    )
    person.page.get_by_role("textbox").fill(WORDS)
    person.button(EXIT).click()
    expect(person.page.locator("html")).to_have_attribute("data-covered", "")
    person.page.wait_for_timeout(2500)
    assert "plain" not in person.page.url
    person.page.mouse.click(100, 300)
    person.sees("This phone could not save your answer")
    expect(person.page.get_by_role("textbox")).to_have_value(WORDS)


def choose_plain_name(page: Page, server: ServerProcess) -> None:
    page.goto(f"{server.url}/#/settings")
    page.get_by_role("radio", name="Notes, with a plain icon").check(force=True)
    expect(page).to_have_title("Notes")


def test_by_a_plain_name_nothing_on_the_screens_says_what_this_is(
    phone: BrowserContext, server: ServerProcess, programme: Programme
) -> None:
    page = phone.new_page()
    choose_plain_name(page, server)
    person = asked(page, server, programme)
    for place in (None, "#/"):
        if place is not None:
            page.goto(f"{server.url}/{place}")
            person.sees("Go on where you were")
        page.reload()
        expect(page).to_have_title("Notes")
        assert "Askwell" not in page.locator("body").inner_text()
        assert "Askwell" not in page.locator("head").inner_html()
    links = {
        name: page.locator(f"link[rel={name}]").get_attribute("href")
        for name in ("manifest", "icon", "apple-touch-icon")
    }
    assert links == {
        "manifest": "/neutral.webmanifest",
        "icon": "/icons/neutral/icon.svg",
        "apple-touch-icon": "/icons/neutral/apple-touch-180.png",
    }
    assert page.locator("meta[name=apple-mobile-web-app-title]").get_attribute("content") == "Notes"
    for path in links.values():
        assert page.request.get(f"{server.url}{path}").ok


def test_under_either_name_it_can_be_installed(
    lasting_phone: Callable[[], BrowserContext], server: ServerProcess
) -> None:
    phone = lasting_phone()
    page = phone.new_page()
    page.goto(server.url)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    installable_as(phone, page, "Askwell")
    choose_plain_name(page, server)
    installable_as(phone, page, "Notes")
    page.reload()
    installable_as(phone, page, "Notes")
    page.get_by_role("radio", name="Español").check(force=True)
    expect(page).to_have_title("Notas")
    installable_as(phone, page, "Notas")
    page.get_by_role("radio", name="Askwell").check(force=True)
    expect(page).to_have_title("Askwell")
    installable_as(phone, page, "Askwell")


def installable_as(phone: BrowserContext, page: Page, name: str) -> None:
    """The browser reads the manifest anew in its own time; then it must find nothing wrong with it."""
    session = phone.new_cdp_session(page)
    for _ in range(50):
        manifest = session.send("Page.getAppManifest")
        if manifest["manifest"].get("name") == name:
            break
        page.wait_for_timeout(100)
    assert manifest["manifest"]["name"] == name
    assert manifest["errors"] == []
    assert session.send("Page.getInstallabilityErrors")["installabilityErrors"] == []


def test_what_was_typed_is_not_in_the_history_or_the_title(person: Respondent) -> None:
    person.write("What gets in the way?", WORDS)
    person.saved()
    visible = everything_readable(person.page).rsplit("\n<html", 1)[0].split("\n")[-4:]
    assert WORDS not in "\n".join(visible)
