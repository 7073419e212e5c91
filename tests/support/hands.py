"""Somebody who uses only a keyboard: Tab from stop to stop, and every stop must be seen."""

from dataclasses import dataclass, field

from playwright.sync_api import Page

MOST_STOPS = 60
TRIES = 10
SEEN = """() => {
  const stop = document.activeElement;
  if (!stop || stop === document.body) return null;
  const card = stop.closest("label, summary") ?? stop;
  const hasRing = ({ outlineStyle, outlineWidth }) => outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  const { left, top, width, height } = card.getBoundingClientRect();
  const there = document.elementFromPoint(left + width / 2, top + height / 2);
  const isFree = there !== null && (card.contains(there) || there.contains(stop));
  return { ring: [stop, card].some((one) => hasRing(getComputedStyle(one))), free: isFree };
}"""


@dataclass
class Hands:
    """Presses keys on one page, and remembers the stops since the last `begin`."""

    page: Page
    stops: list[str] = field(default_factory=list)

    def begin(self) -> None:
        """Forget the stops: a new screen."""
        self.stops = []

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, words: str) -> None:
        """Type."""
        self.page.keyboard.type(words)

    def reach(self, words: str) -> None:
        """Press Tab until the stop with these words has the focus; every stop on the way must show that it has it."""
        for _ in range(MOST_STOPS):
            self.press("Tab")
            stop = self.here()
            if stop and (not self.stops or self.stops[-1] != stop):
                self.stops.append(stop)
                self._must_be_seen(stop)
            if words in stop:
                return
        raise AssertionError(f"{words!r} cannot be reached: {self.stops}")

    def here(self) -> str:
        """Say what has the focus, as a screen reader would: its role and its name."""
        focus = self.page.locator(":focus")
        return focus.aria_snapshot().split("\n")[0].strip("- '\":") if focus.count() else ""

    def _must_be_seen(self, stop: str) -> None:
        for _ in range(TRIES):  # a screen that slides in may still be on its way
            seen = self.page.evaluate(SEEN)
            if seen is None or (seen["ring"] and seen["free"]):
                return
            self.page.wait_for_timeout(100)
        raise AssertionError(f"{stop!r} has the focus, and {seen} is all that shows it")
