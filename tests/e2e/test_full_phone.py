"""No room left on the phone: nothing is called saved that is not, nothing is lost, all is saved once there is room."""

import pytest
from playwright.sync_api import BrowserContext, expect

from support.programme import Programme
from support.questions import SHIFTS
from support.respondent import Respondent
from support.serving import ServerProcess

TROUBLE = "This phone could not save your answer"
NO_ROOM = "This phone has no room left to keep answers"
WORDS = "Nobody picks up the phone."

SMALL = 3_000_000
# Chromium looks at the room left only when a write is larger than what it found the last time.
TOO_MUCH = """async (size) => {
  const opening = indexedDB.open("something-else");
  opening.onupgradeneeded = () => opening.result.createObjectStore("heap", { autoIncrement: true });
  await new Promise((ready) => { opening.onsuccess = ready; });
  const transaction = opening.result.transaction("heap", "readwrite");
  transaction.objectStore("heap").put("x".repeat(size));
  const refused = await new Promise((ended) => {
    transaction.oncomplete = () => ended(false);
    transaction.onabort = () => ended(true);
  });
  opening.result.close();
  return refused;
}"""


class Room:
    """The room on a phone for what this server's app keeps."""

    def __init__(self, phone: BrowserContext, url: str) -> None:
        self.url = url
        self.page = phone.new_page()
        self.page.goto(f"{url}/healthz")
        self.tools = phone.new_cdp_session(self.page)
        self._limit(SMALL)

    def fill(self) -> None:
        """Leave none."""
        self._limit(1)
        assert self.page.evaluate(TOO_MUCH, 2 * SMALL), "there was still room"

    def make(self) -> None:
        """Take the limit away."""
        self.tools.send("Storage.overrideQuotaForOrigin", {"origin": self.url})

    def _limit(self, size: int) -> None:
        self.tools.send("Storage.overrideQuotaForOrigin", {"origin": self.url, "quotaSize": size})


@pytest.fixture
def room(phone: BrowserContext, server: ServerProcess) -> Room:
    """Return the room of a phone that has little."""
    return Room(phone, server.url)


@pytest.fixture
def person(phone: BrowserContext, room: Room, server: ServerProcess, programme: Programme) -> tuple[Respondent, str]:
    """Return someone whose first answer is saved, and their round."""
    opened = programme.open(programme.publish(SHIFTS), mode="interview")
    respondent = Respondent(phone.new_page())
    respondent.open_invitation(server.url, opened["join_code"])
    respondent.agree()
    respondent.choose("No")
    respondent.saved()
    respondent.go_on()
    respondent.asked("What gets in the way?")
    return respondent, opened["id"]


def test_what_could_not_be_saved_stays_on_the_screen_and_is_saved_by_itself_once_there_is_room(
    person: tuple[Respondent, str], room: Room, programme: Programme
) -> None:
    respondent, round_id = person
    room.fill()
    respondent.write("What gets in the way?", WORDS)
    respondent.sees(TROUBLE)
    expect(respondent.page.get_by_role("alert").filter(has_text=TROUBLE)).to_be_visible()
    expect(respondent.page.get_by_text("Saved on this phone", exact=True)).to_have_count(0)
    respondent.go_on()
    respondent.write("How many weeks ahead", "3")
    respondent.sees(TROUBLE)
    expect(respondent.page.get_by_text("Saved on this phone", exact=True)).to_have_count(0)

    room.make()
    expect(respondent.page.get_by_text(TROUBLE)).to_have_count(0, timeout=30_000)
    respondent.saved()
    respondent.page.reload()
    expect(respondent.page.get_by_role("textbox")).to_have_value(WORDS)
    respondent.button("All questions").click()
    respondent.finish()
    respondent.button("Finish now").click()
    respondent.received(seconds=30)
    assert [(row["swap"], row["why"], row["weeks"]) for row in programme.rows(round_id)] == [("no", WORDS, "3")]


def test_finishing_on_a_full_phone_waits_for_room_and_keeps_everything(
    person: tuple[Respondent, str], room: Room, programme: Programme
) -> None:
    respondent, round_id = person
    respondent.write("What gets in the way?", WORDS)
    respondent.saved()
    respondent.button("All questions").click()
    room.fill()
    respondent.finish()
    respondent.button("Finish now").click()
    respondent.sees("Finishing did not work")
    room.make()
    respondent.finish()
    respondent.button("Finish now").click()
    respondent.received(seconds=30)
    assert [(row["swap"], row["why"]) for row in programme.rows(round_id)] == [("no", WORDS)]


def test_a_full_phone_says_so_before_the_first_question(
    phone: BrowserContext, server: ServerProcess, programme: Programme, room: Room
) -> None:
    opened = programme.open(programme.publish(SHIFTS))
    respondent = Respondent(phone.new_page())
    respondent.open_invitation(server.url, opened["join_code"])
    expect(respondent.button("I agree, begin")).to_be_visible()
    room.fill()
    respondent.page.reload()
    respondent.sees(NO_ROOM)
    room.make()
    expect(respondent.page.get_by_text(NO_ROOM)).to_have_count(0, timeout=30_000)
    respondent.agree()
    respondent.asked("Can you swap shifts?")
