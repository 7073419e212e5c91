"""A scale that nobody has touched shows no answer: no thumb in the middle, until someone chooses."""

from playwright.sync_api import BrowserContext, Locator, expect

from support.programme import Programme
from support.respondent import Respondent
from support.serving import ServerProcess

SCALE = {
    "survey": [
        {"type": "range", "name": "ideal", "label": "How far?", "parameters": "start=0 end=10 step=1"},
        {"type": "text", "name": "why", "label": "Why?"},
    ],
    "choices": [],
    "settings": {},
}

TRIES = 15


def part(slider: Locator, share: float) -> bytes:
    """Return the picture of a narrow part of a slider."""
    box = slider.bounding_box()
    assert box is not None
    clip = {"x": round(box["x"] + box["width"] * share) - 10, "y": box["y"], "width": 20, "height": box["height"]}
    return slider.page.screenshot(clip=clip)  # type: ignore[arg-type]  # a dict of its four numbers


def is_bare(slider: Locator) -> bool:
    """Whether the middle looks like any other part; the screen may take a moment to come to rest."""
    for _ in range(TRIES):
        if part(slider, 0.5) == part(slider, 0.25):
            return True
        slider.page.wait_for_timeout(100)
    return False


def test_no_thumb_is_seen_before_something_was_chosen(
    phone: BrowserContext, server: ServerProcess, programme: Programme
) -> None:
    opened = programme.open(programme.publish(SCALE), mode="interview")
    person = Respondent(phone.new_page())
    person.open_invitation(server.url, opened["join_code"])
    person.agree()
    slider = person.page.get_by_role("slider")
    expect(slider).to_have_attribute("aria-valuetext", "nothing chosen yet")
    assert is_bare(slider)

    slider.focus()
    person.page.keyboard.press("Tab")
    person.page.keyboard.press("Shift+Tab")
    assert is_bare(slider)
    person.page.keyboard.press("Space")
    person.saved()
    expect(slider).to_have_attribute("aria-valuetext", "5")
    assert not is_bare(slider)
