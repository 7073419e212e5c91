"""The way to the first answers, with nothing but the two screens: library → publish → open → answer → close."""

import io

import openpyxl
from playwright.sync_api import Browser, BrowserContext, expect

from support.member import Member
from support.programme import Programme
from support.respondent import Respondent
from support.serving import ServerProcess

FORM = """
| survey |                   |      |                       |                 |
|        | type              | name | label::English (en)   | relevant        |
|        | select_one yes_no | bus  | Do you come by bus?   |                 |
|        | text              | why  | Why not?              | ${buss} = 'no'  |
| choices |
|        | list_name | name | label::English (en) |
|        | yes_no    | yes  | Yes                 |
|        | yes_no    | no   | No                  |
"""


def test_a_pack_is_copied_published_opened_answered_and_closed(
    desk: BrowserContext, phone: BrowserContext, server: ServerProcess, programme: Programme
) -> None:
    editor = Member(desk.new_page(), server.url)
    editor.sign_in()
    editor.open("Open the library")
    editor.button("Copy Pulse").click()
    editor.button("Publish").click()
    editor.button("Publish version 1").click()
    editor.sees("Version 1 is published")
    editor.open("Open a round")
    editor.page.get_by_label("Title of the round").fill("First pulse")
    editor.button("Open the round").click()
    expect(editor.page.get_by_role("img", name="QR code of the link to First pulse")).to_be_visible()
    link = editor.page.get_by_label("Link").inner_text()

    person = Respondent(phone.new_page())
    person.page.goto(link)
    person.button("Open the invitation").click()
    person.sees("no name, no account, no date and no time")
    person.agree()
    person.go_on()
    for _ in range(10):
        person.choose_first()
        person.go_on()
    person.button("Skip").click()
    person.finish()
    person.received()

    editor.page.reload()
    editor.sees("Fewer than 5 people")
    editor.button("Close the round").click()
    editor.page.get_by_label("To confirm, type: First pulse").fill("first pulse")
    editor.page.get_by_role("dialog").get_by_role("button", name="Close the round").click()
    editor.sees("The invitation, now closed")
    late = Respondent(phone.new_page())
    late.page.goto(f"{server.url}/#/")
    late.page.get_by_role("link", name="Open").first.click()
    late.sees("This round has ended")
    assert programme.org_id in editor.page.url


def test_a_file_with_a_fault_is_imported_checked_and_mended(
    desk: BrowserContext, server: ServerProcess, programme: Programme
) -> None:
    editor = Member(desk.new_page(), server.url)
    editor.sign_in()
    editor.go_to("Questions")
    editor.open("Import a file")
    form = {"name": "bus.md", "mimeType": "text/markdown", "buffer": FORM.encode()}
    editor.page.get_by_label("Drop a file here, or choose one").set_input_files(form)
    editor.reads("1 error")
    for place in ("Sheet survey", "Row 3", "Column relevant"):
        editor.sees(place)
    editor.sees("${buss}")

    editor.open("Draft as JSON")
    rows = editor.page.get_by_label("Draft", exact=True)
    workbook = editor.button("Save as a workbook (.xlsx)")
    expect(workbook).to_be_enabled()
    rows.fill(rows.input_value().replace("${buss}", "${bus}"))
    expect(workbook).to_be_disabled()  # it would lack what is only typed
    editor.button("Save").click()
    editor.sees("Saved.")
    with editor.page.expect_download() as download:
        workbook.click()
    saved = openpyxl.load_workbook(io.BytesIO(download.value.path().read_bytes()))["survey"]
    assert download.value.suggested_filename.endswith(".xlsx")
    assert [cell.value for cell in saved[3]] == ["text", "why", "Why not?", "${bus} = 'no'"]
    editor.open("Check")
    editor.reads("Nothing to mend")
    editor.open("As on the phone")
    expect(editor.page.get_by_role("heading", name="Do you come by bus?")).to_be_visible()
    assert programme.org_id in editor.page.url


def test_a_card_is_typed_works_once_and_is_anonymous(
    browser: Browser, phone: BrowserContext, server: ServerProcess, programme: Programme
) -> None:
    opened = programme.open(programme.publish_pack("pulse", "Pulse"), mode="cards")
    code = programme.cards(opened["id"], 2)[0]
    person = Respondent(phone.new_page())
    person.type_code(server.url, code.lower().replace("-", "  ").replace("0", "o").replace("1", "l"))
    person.button("Open the invitation").click()
    person.sees("You are not asked who you are")
    person.agree()
    person.go_on()
    person.choose_first()
    person.go_on()
    person.button("All questions").click()
    person.finish()
    person.button("Finish now").click()
    person.received()

    with browser.new_context() as another:
        late = Respondent(another.new_page())
        late.type_code(server.url, code)
        late.button("Open the invitation").click()
        late.sees("This card has been used already, on another phone.")
