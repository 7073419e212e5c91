"""Pictures and sounds: added at the desk, on the phone before the network goes, and never in the way of an answer."""

from pathlib import Path

from playwright.sync_api import BrowserContext, Locator, Page, expect

from support import trees
from support.member import Member
from support.programme import Programme
from support.respondent import Respondent
from support.serving import ServerProcess

SHOWN = "each => each.complete && each.naturalWidth > 0"
MEDIA = "**/v1/media/*"


def is_shown(picture: Locator) -> bool:
    expect(picture).to_be_visible()
    picture.evaluate("each => each.decode()")
    return bool(picture.evaluate(SHOWN))


def invited(phone: BrowserContext, url: str, code: str) -> Respondent:
    person = Respondent(phone.new_page())
    person.open_invitation(url, code)
    return person


def test_pictures_and_sounds_are_on_the_phone_before_the_network_goes(
    phone: BrowserContext, server: ServerProcess, programme: Programme
) -> None:
    opened = programme.open(trees.publish(programme), mode="interview")
    person = invited(phone, server.url, opened["join_code"])
    person.sees("8 pictures or sounds belong to the questions")
    person.sees("All are on this phone.")
    person.ready_for_offline()
    phone.set_offline(True)
    person.page.reload()
    person.agree()
    person.asked(trees.GATE)
    page = person.page
    assert is_shown(page.locator(".asking-question .picture"))
    assert [is_shown(each) for each in page.locator(".pictured .picture").all()] == [True, True]
    listen = page.get_by_role("button", name=f"Listen {trees.GATE}")
    listen.click()
    expect(page.get_by_role("button", name=f"Stop {trees.GATE}")).to_be_visible()
    expect(listen).to_be_visible()  # it ends by itself
    page.get_by_role("button", name="Enlarge Oak").click()
    assert is_shown(page.get_by_role("dialog", name="Oak").locator("img"))
    page.keyboard.press("Escape")
    page.locator(".pictured .picture").first.click()
    expect(page.get_by_role("radio", name="Oak", exact=True)).to_be_checked()
    person.go_on()
    person.asked("Which birds have you heard?")
    page.get_by_role("checkbox", name="wren").check(force=True)
    page.get_by_role("button", name="Listen Owl").click()
    expect(page.get_by_role("checkbox", name="Owl")).not_to_be_checked()
    person.go_on()
    person.choose("Gdańsk")
    person.go_on()
    person.finish()
    phone.set_offline(False)
    person.received()
    [row] = programme.rows(opened["id"])
    assert (row["tree"], row["birds"], row["town"]) == ("oak", "wren", "gdansk")


def test_where_files_cannot_be_had_the_words_stand_alone_and_pictures_come_when_they_can(
    phone: BrowserContext, server: ServerProcess, programme: Programme
) -> None:
    opened = programme.open(trees.publish(programme))
    phone.route(MEDIA, lambda route: route.abort())
    person = invited(phone, server.url, opened["join_code"])
    person.sees("They come when there is a network. You can begin without them.")
    person.agree()
    person.asked(trees.GATE)
    expect(person.page.get_by_text("The picture is not on this phone yet.").first).to_be_visible()
    person.choose("Elm")
    person.saved()
    phone.unroute(MEDIA)
    person.page.reload()
    person.asked(trees.GATE)
    assert is_shown(person.page.locator(".asking-question .picture"))
    expect(person.page.get_by_role("radio", name="Elm", exact=True)).to_be_checked()


def test_a_phone_that_spares_data_asks_before_it_loads_much(
    phone: BrowserContext, server: ServerProcess, programme: Programme
) -> None:
    large = trees.FILES | {"gate.wav": trees.sound(60)}
    opened = programme.open(trees.publish(programme, large))
    phone.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url) if "/v1/media/" in request.url else None)
    person = invited(phone, server.url, opened["join_code"])
    person.sees("0 of 8 are here.")
    assert asked == []
    person.button("Load now").click()
    person.sees("All are on this phone.")


def test_in_another_language_another_sound_and_where_there_is_none_that_of_the_first(
    phone: BrowserContext, server: ServerProcess, programme: Programme
) -> None:
    opened = programme.open(trees.publish(programme))
    person = invited(phone, server.url, opened["join_code"])
    person.sees("All are on this phone.")
    person.agree()
    page = person.page
    sounds = page.locator("audio")
    english = length(sounds)
    page.get_by_role("combobox").select_option("es")
    expect(page.get_by_role("heading", name=trees.GATE_ES)).to_be_visible()
    expect(page.get_by_role("button", name=f"Escuchar {trees.GATE_ES}")).to_be_visible()
    assert is_shown(page.locator(".asking-question .picture"))
    assert (english, length(sounds)) == (0.4, 0.3)


def length(sounds: Locator) -> float:
    sounds.first.evaluate("each => each.duration || new Promise(done => each.onloadedmetadata = done)")
    return round(float(sounds.first.evaluate("each => each.duration")), 1)


def test_at_the_desk_files_are_dropped_seen_taken_away_and_brought_back(
    desk: BrowserContext, server: ServerProcess, programme: Programme, tmp_path: Path
) -> None:
    known = trees.make(programme)
    editor = Member(desk.new_page(), server.url)
    editor.sign_in()
    page = editor.page
    page.goto(f"{server.url}/#/desk/org/{programme.org_id}/question-sets/{known}/media")
    expect(page.get_by_role("heading", name="9 files are missing")).to_be_visible()
    folder = tmp_path / "files"
    folder.mkdir()
    for name, data in {**trees.FILES, "an ode.txt": b"no picture"}.items():
        (folder / name).write_bytes(data)
    page.locator("#media-file").set_input_files(sorted(folder.iterdir()))
    expect(page.get_by_role("heading", name="9 files", exact=True)).to_be_visible(timeout=45_000)
    expect(page.get_by_role("heading", name="missing")).to_have_count(0)
    expect(page.get_by_role("heading", name="an ode.txt")).to_be_visible()
    expect(page.get_by_role("alert")).to_contain_text("This is no picture")
    page.get_by_role("button", name="Take away oak.png").click()
    expect(page.get_by_text("oak.png was taken away")).to_be_visible()
    expect(page.get_by_role("heading", name="1 file is missing")).to_be_visible()
    page.get_by_role("button", name="Bring it back").click()
    expect(page.get_by_role("heading", name="9 files", exact=True)).to_be_visible()
    shown_in_the_preview(page)


def shown_in_the_preview(page: Page) -> None:
    page.get_by_role("link", name="As on the phone").click()
    glass = page.locator(".phone-glass")
    assert is_shown(glass.locator(".asking-question .picture"))
    assert is_shown(glass.locator(".pictured .picture").first)
