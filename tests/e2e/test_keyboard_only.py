"""The whole way from an invitation to the receipt with the keyboard alone, and never a key into nowhere."""

from playwright.sync_api import BrowserContext, Page, expect

from support.programme import Programme
from support.questions import SHIFTS
from support.respondent import Respondent
from support.serving import ServerProcess

PATIENCE = 30
"""More presses of Tab than any screen has places to stop at."""
FOCUSED = """() => {
  const { activeElement: on } = document;
  const labels = [...(on.labels ?? [])].map((label) => label.textContent);
  const style = getComputedStyle(on);
  const card = on.closest('.choice');
  const marks = [style, card && getComputedStyle(card)].filter(Boolean);
  return {
    name: [on.getAttribute('aria-label'), on.textContent, ...labels].filter(Boolean).join(' ').trim(),
    type: on.type ?? on.tagName,
    isMarked: marks.some(({ outlineStyle, boxShadow }) => outlineStyle !== 'none' || boxShadow !== 'none'),
    isNowhere: on === document.body,
  };
}"""


class Keyboard:
    """Presses keys, and sees where the focus is."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def go_to(self, name: str, kind: str | None = None) -> None:
        """Press Tab until this control has the focus; whatever has it on the way must show so."""
        seen = []
        for _ in range(PATIENCE):
            self.page.keyboard.press("Tab")
            focused = self.page.evaluate(FOCUSED)
            if focused["isNowhere"]:
                continue  # between the page's end and its beginning
            seen.append(focused["name"])
            assert focused["isMarked"], f"nothing shows that {focused['name']!r} has the focus"
            if name in focused["name"] and kind in (None, focused["type"]):
                return
        raise AssertionError(f"{name!r} cannot be reached with Tab; reached: {seen}")

    def press(self, name: str) -> None:
        """Go to a button and press it."""
        self.go_to(name)
        self.page.keyboard.press("Enter")


def test_an_interview_is_answered_and_finished_without_a_pointer(
    phone: BrowserContext, server: ServerProcess, programme: Programme
) -> None:
    opened = programme.open(programme.publish(SHIFTS), mode="interview")
    page = phone.new_page()
    person, keys = Respondent(page), Keyboard(page)
    page.goto(f"{server.url}/#/join/{opened['join_code']}")
    expect(person.button("Open the invitation")).to_be_visible()
    keys.press("Open the invitation")
    expect(person.button("I agree, begin")).to_be_visible()
    keys.press("I agree, begin")

    person.asked("Can you swap shifts?")
    keys.go_to("Yes", "radio")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name="No", exact=True)).to_be_checked()
    person.saved()
    keys.press("Next")

    person.asked("What gets in the way?")
    assert page.evaluate(FOCUSED)["type"] == "H1", "the words of a new question take the focus"
    page.keyboard.press("Tab")
    page.keyboard.type("Nobody picks up.")
    person.saved()
    keys.press("All questions")
    expect(person.button("Finish")).to_be_visible()
    keys.press("Finish")
    keys.press("Finish now")
    person.sees("Received", seconds=30)
    assert [(row["swap"], row["why"]) for row in programme.rows(opened["id"])] == [("no", "Nobody picks up.")]
