"""Before the first question: what this browser can keep, and what can be done about it."""

from playwright.sync_api import Browser, BrowserContext, expect

from support.browsers import PHONE
from support.programme import Programme
from support.questions import SHIFTS
from support.respondent import Respondent
from support.serving import ServerProcess

MESSENGER = "Mozilla/5.0 (Linux; Android 14; wv) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36 WhatsApp/2.24"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_4 like Mac OS X) AppleWebKit/605.1.15 Version/18.4 Safari/604.1"
NO_STORE = "Object.defineProperty(window, 'indexedDB', { value: undefined })"


def invited(phone: BrowserContext, server: ServerProcess, programme: Programme) -> tuple[Respondent, str]:
    opened = programme.open(programme.publish(SHIFTS))
    person = Respondent(phone.new_page())
    person.open_invitation(server.url, opened["join_code"])
    expect(person.button("I agree, begin")).to_be_visible()
    return person, opened["join_code"]


def test_inside_a_messenger_the_way_out_is_shown(browser: Browser, server: ServerProcess, programme: Programme) -> None:
    with browser.new_context(**{**PHONE, "user_agent": MESSENGER}) as phone:
        person, code = invited(phone, server, programme)
        person.sees("Please open this in your browser")
        expect(person.page.get_by_text(f"{server.url}/#/join/{code.replace('-', '')}")).to_be_visible()


def test_on_an_iphone_the_code_is_shown_again_for_the_installed_app(
    browser: Browser, server: ServerProcess, programme: Programme
) -> None:
    with browser.new_context(**{**PHONE, "user_agent": IPHONE}) as phone:
        person, code = invited(phone, server, programme)
        person.sees("Add to Home Screen")
        person.sees(code)


def test_a_phone_that_keeps_nothing_says_so_before_the_first_question_and_can_still_answer(
    phone: BrowserContext, server: ServerProcess, programme: Programme
) -> None:
    phone.add_init_script(NO_STORE)
    person, _ = invited(phone, server, programme)
    person.sees("This browser cannot keep answers")
    person.agree()
    person.choose("Yes")
    person.sees("Kept while this page is open")


def test_what_waits_is_said_on_the_start_page_until_it_is_received(
    phone: BrowserContext, server: ServerProcess, programme: Programme
) -> None:
    person, _ = invited(phone, server, programme)
    person.agree()
    person.choose("Yes")
    person.saved()
    person.ready_for_offline()
    phone.set_offline(True)
    person.button("All questions").click()
    person.finish()
    person.button("Finish now").click()
    person.sees("Saved on this phone, not sent yet")
    person.page.get_by_role("link", name="To the start page").last.click()
    person.sees("1 finished interview waits on this phone")
    phone.set_offline(False)
    expect(person.page.get_by_text("1 finished interview waits on this phone")).to_have_count(0, timeout=60_000)
    person.received()
