"""Answers that wait are carried to another phone in a file: none is lost, doubled, replaced, or readable on the way."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from support.browsers import PHONE
from support.looking import everything_readable
from support.programme import Programme
from support.questions import SHIFTS
from support.respondent import Respondent
from support.serving import ServerProcess

CANARY = "the foreman, loading dock"
PIN = "493 817"
DOCUMENT = Path(__file__).parents[2] / "docs" / "carried-file.md"
BLOCK = 16 * 1024


@pytest.fixture
def second(browser: Browser) -> Iterator[BrowserContext]:
    """Yield another phone."""
    context = browser.new_context(**PHONE)
    context.set_default_timeout(15_000)
    yield context
    context.close()


@pytest.fixture
def opened(shared_programme: Programme) -> dict[str, Any]:
    """Return an open round of interviews."""
    return shared_programme.open(shared_programme.publish(SHIFTS), mode="interview")


@pytest.fixture
def person(phone: BrowserContext, shared_server: ServerProcess, opened: dict[str, Any]) -> Respondent:
    """Return someone with one interview finished and one begun, on a phone that cannot send any more."""
    person = Respondent(phone.new_page())
    person.open_invitation(shared_server.url, opened["join_code"])
    person.agree()
    person.ready_for_offline()
    phone.set_offline(True)
    answer(person)
    person.button("All questions").click()
    person.finish()
    person.button("Finish now").click()
    person.sees("Saved on this phone, not sent yet")
    person.page.get_by_role("link", name="Begin another interview").click()
    person.agree()
    answer(person)
    person.button("Leave. Your answers stay on this phone").click()
    return person


def answer(person: Respondent) -> None:
    person.choose("No")
    person.go_on()
    person.write("What gets in the way?", CANARY)
    person.saved()


def take_along(person: Respondent, folder: Path) -> tuple[Path, str]:
    """Save everything that waits into a file; return it and its passphrase."""
    person.page.get_by_role("link", name="Take them along in a file").click()
    passphrase = person.page.get_by_label("Passphrase for the file").input_value()
    with person.page.expect_download() as coming:
        person.button("Save the file").click()
    name = coming.value.suggested_filename
    person.sees(f"The file is called {name}")
    coming.value.save_as(folder / name)
    return folder / name, passphrase


def take_in(person: Respondent, url: str, file: Path, passphrase: str) -> None:
    """Take a file in, by the way the first phone describes."""
    person.page.goto(f"{url}/#/settings")
    person.page.get_by_role("link", name="Take answers to another phone, or take them in").click()
    person.page.get_by_label("Choose the file").set_input_files(file)
    person.page.get_by_label("Passphrase of the file").fill(passphrase)
    person.button("Take it in").click()


def read_as_documented(file: Path, passphrase: str, folder: Path) -> dict[str, Any]:
    """Open a file with the program that stands in the documentation, in Node."""
    [program] = re.findall(r"```js\n(.*?)```", DOCUMENT.read_text(), re.DOTALL)
    (folder / "open.mjs").write_text(program)
    node = Path(sys.executable).parent / "node"
    read = subprocess.run([node, folder / "open.mjs", file, passphrase], capture_output=True, text=True, check=True)
    content: dict[str, Any] = json.loads(read.stdout)
    return content


def words_in(rows: list[dict[str, str]]) -> list[str]:
    return [row["why"] for row in rows]


def test_what_waited_arrives_once_whichever_phone_sends_it_and_what_was_begun_goes_on(
    person: Respondent,
    phone: BrowserContext,
    second: BrowserContext,
    shared_server: ServerProcess,
    shared_programme: Programme,
    opened: dict[str, Any],
    tmp_path: Path,
) -> None:
    file, passphrase = take_along(person, tmp_path)
    other = Respondent(second.new_page())
    take_in(other, shared_server.url, file, passphrase.lower().replace("-", " "))
    other.sees("2 interviews were taken in")
    other.page.get_by_role("link", name="Show what is here now").click()
    expect(other.page.get_by_text("Received", exact=True)).to_be_visible()
    assert words_in(shared_programme.rows(opened["id"])) == [CANARY]
    other.page.get_by_role("link", name="Go on").click()
    other.asked("What gets in the way?")
    expect(other.page.get_by_role("textbox")).to_have_value(CANARY)
    other.button("All questions").click()
    other.finish()
    other.button("Finish now").click()
    other.received()
    phone.set_offline(False)
    person.page.goto(f"{shared_server.url}/#/")
    expect(person.page.get_by_text("Received", exact=True)).to_be_visible(timeout=90_000)
    assert words_in(shared_programme.rows(opened["id"])) == [CANARY, CANARY]


def test_the_first_phone_asks_before_it_goes_on_with_what_was_carried_away(person: Respondent, tmp_path: Path) -> None:
    take_along(person, tmp_path)
    person.page.get_by_role("link", name="To the start page").click()
    person.sees("In a file, too")
    person.page.get_by_role("link", name="Go on").click()
    person.sees("This was put into a file")
    expect(person.page.get_by_role("textbox")).to_have_count(0)
    person.button("Go on here").click()
    person.asked("What gets in the way?")
    expect(person.page.get_by_role("textbox")).to_have_value(CANARY)


def test_taken_in_twice_it_is_there_once(
    person: Respondent, second: BrowserContext, shared_server: ServerProcess, tmp_path: Path
) -> None:
    file, passphrase = take_along(person, tmp_path)
    other = Respondent(second.new_page())
    take_in(other, shared_server.url, file, passphrase)
    other.sees("2 interviews were taken in")
    take_in(other, shared_server.url, file, passphrase)
    other.sees("Nothing new was in the file")
    other.sees("2 were here already, just the same.")
    other.page.get_by_role("link", name="Show what is here now").click()
    expect(other.page.get_by_role("link", name="Go on")).to_have_count(1)


def test_what_went_on_on_the_other_phone_is_not_replaced(
    person: Respondent, second: BrowserContext, shared_server: ServerProcess, tmp_path: Path
) -> None:
    file, passphrase = take_along(person, tmp_path)
    other = Respondent(second.new_page())
    take_in(other, shared_server.url, file, passphrase)
    other.page.get_by_role("link", name="Show what is here now").click()
    other.page.get_by_role("link", name="Go on").click()
    other.write("What gets in the way?", "Something newer")
    other.saved()
    other.button("Leave. Your answers stay on this phone").click()
    take_in(other, shared_server.url, file, passphrase)
    other.sees("1 is here in another state")
    other.page.get_by_role("link", name="Show what is here now").click()
    other.page.get_by_role("link", name="Go on").click()
    expect(other.page.get_by_role("textbox")).to_have_value("Something newer")


def test_what_is_behind_a_pin_stays_behind_it(
    person: Respondent, second: BrowserContext, shared_server: ServerProcess, tmp_path: Path
) -> None:
    person.page.get_by_role("link", name="Lock", exact=True).click()
    person.page.get_by_label("PIN", exact=True).fill(PIN)
    person.page.get_by_label("The same once more").fill(PIN)
    person.button("Lock it now").click()
    person.sees("Locked")
    file, passphrase = take_along(person, tmp_path)
    [draft] = read_as_documented(file, passphrase, tmp_path)["carried"]["drafts"]
    assert CANARY not in json.dumps(draft)
    other = Respondent(second.new_page())
    take_in(other, shared_server.url, file, passphrase)
    other.page.get_by_role("link", name="Show what is here now").click()
    other.page.get_by_role("link", name="Go on").click()
    other.page.get_by_label("PIN", exact=True).fill(PIN)
    other.button("Open").click()
    expect(other.page.get_by_role("textbox", name="What gets in the way?")).to_have_value(CANARY)


def test_the_file_tells_nothing_and_opens_as_documented(
    person: Respondent, opened: dict[str, Any], tmp_path: Path
) -> None:
    file, passphrase = take_along(person, tmp_path)
    text = file.read_text()
    assert re.fullmatch(r"copy-[a-z0-9]{1,4}\.txt", file.name)
    for telling in (CANARY, "Askwell", "Harbor", opened["join_code"], passphrase):
        assert telling.lower() not in text.lower()
    assert len(json.loads(text)["body"]) % 4 == 0
    content = read_as_documented(file, passphrase, tmp_path)
    assert [draft["answers"]["/data/why"]["value"] for draft in content["carried"]["drafts"]] == [CANARY]
    assert [
        json.loads(row["text"])["body"]["answers"]["/data/why"]["value"] for row in content["carried"]["finished"]
    ] == [CANARY]
    assert all("isCarried" not in draft for draft in content["carried"]["drafts"])


def cut(text: str) -> str:
    return text[: len(text) // 2]


def changed(text: str) -> str:
    middle = len(text) // 2
    return text[:middle] + ("B" if text[middle] == "A" else "A") + text[middle + 1 :]


def newer(text: str) -> str:
    return text.replace("carried/1", "carried/2")


SPOILED = {
    "A part of this file is missing": (cut, changed),
    "made by a newer Askwell": (newer,),
    "This file does not come from here": (lambda _: "shopping: bread, milk", lambda _: ""),
}


def test_a_file_that_is_not_whole_brings_nothing_in_and_says_why(
    person: Respondent, second: BrowserContext, shared_server: ServerProcess, tmp_path: Path, subtests: pytest.Subtests
) -> None:
    file, passphrase = take_along(person, tmp_path)
    other = Respondent(second.new_page())
    spoiled = tmp_path / "spoiled.txt"
    for words, ways in SPOILED.items():
        for spoil in ways:
            with subtests.test(words):
                spoiled.write_text(spoil(file.read_text()))
                other.page.goto(f"{shared_server.url}/healthz")
                take_in(other, shared_server.url, spoiled, passphrase)
                other.sees(words)
                assert CANARY not in everything_readable(other.page)
    other.page.get_by_label("Choose the file").set_input_files(file)
    other.button("Take it in").click()
    other.sees("2 interviews were taken in")


def test_another_passphrase_or_another_server_opens_nothing(
    person: Respondent, second: BrowserContext, shared_server: ServerProcess, tmp_path: Path
) -> None:
    file, passphrase = take_along(person, tmp_path)
    other = Respondent(second.new_page())
    take_in(other, shared_server.url, file, "ANOTHER-PASSPHRASE")
    other.sees("The passphrase does not open this file")
    assert CANARY not in everything_readable(other.page)
    elsewhere = shared_server.url.replace("localhost", "127.0.0.1")
    take_in(other, elsewhere, file, passphrase)
    other.sees(f"This file belongs to localhost:{shared_server.port}")
    assert CANARY not in everything_readable(other.page)


def test_only_what_was_chosen_and_not_put_away_goes_into_the_file(person: Respondent, tmp_path: Path) -> None:
    page = person.page
    page.get_by_role("link", name="Take them along in a file").click()
    page.get_by_role("checkbox").nth(1).uncheck(force=True)
    page.get_by_label("Passphrase for the file").fill("too short")
    person.button("Save the file").click()
    person.sees("Please use at least 12 letters or digits.")
    page.get_by_label("Passphrase for the file").fill("words that I chose")
    with page.expect_download() as coming:
        person.button("Save the file").click()
    coming.value.save_as(tmp_path / "file.txt")
    carried = read_as_documented(tmp_path / "file.txt", "Words-that-I chose", tmp_path)["carried"]
    assert (len(carried["finished"]), len(carried["drafts"])) == (1, 0)
    page.get_by_role("link", name="To the start page").click()
    expect(page.get_by_text("In a file, too")).to_have_count(0)
    person.button("I’m finished here").click()
    person.sees("Good that you are here")
    page.goto(page.url.split("#")[0] + "#/carry")
    person.sees("Nothing waits on this phone")
