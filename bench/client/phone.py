"""A phone in a real Chromium: its screen, its slow processor and network, and what is measured inside its pages."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, CDPSession, Page

WATCHING = (Path(__file__).parent / "static" / "watching.js").read_text(encoding="utf-8")
PHONE: dict[str, Any] = {
    "viewport": {"width": 360, "height": 740},
    "device_scale_factor": 3,
    "is_mobile": True,
    "has_touch": True,
    "locale": "en-US",
}
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
SLOW_CPU = 4
SLOW_NETWORK = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
SECONDS = 30

Targets = dict[str, dict[str, str]]


@dataclass(frozen=True)
class Work:
    """What a page's main thread has done so far, in milliseconds."""

    task: float
    script: float


@dataclass
class Received:
    """What a page got over the network: for each finished request its kind, size and time, as CDP counts them."""

    kinds: dict[str, str] = field(default_factory=dict)
    finished: list[tuple[str, float, float]] = field(default_factory=list)
    clock: float | None = None
    """Wall time minus the browser's monotonic time, in seconds."""

    def follow(self, cdp: CDPSession) -> None:
        """Listen to a page's network."""
        cdp.on("Network.requestWillBeSent", self._sent)
        cdp.on("Network.responseReceived", self._answered)
        cdp.on("Network.loadingFinished", self._finished)

    def kilobytes(self, wall_ms: float, kind: str | None = None) -> float:
        """Everything that had arrived at this moment, or everything of one kind."""
        assert self.clock is not None
        until = wall_ms / 1000 - self.clock
        return sum(size for one, size, at in self.finished if at <= until and kind in (None, self.kinds[one])) / 1000

    def _sent(self, event: dict[str, Any]) -> None:
        self.clock = self.clock or event["wallTime"] - event["timestamp"]

    def _answered(self, event: dict[str, Any]) -> None:
        self.kinds[event["requestId"]] = event["type"]

    def _finished(self, event: dict[str, Any]) -> None:
        self.finished.append((event["requestId"], event["encodedDataLength"], event["timestamp"]))


class Screen:
    """One open page. Times are milliseconds since its navigation began."""

    def __init__(self, page: Page, cdp: CDPSession) -> None:
        self.page = page
        self.cdp = cdp
        self.received = Received()
        self.received.follow(cdp)

    def go(self, address: str) -> None:
        """Navigate, and return as soon as the first bytes are there."""
        self.page.goto(address, wait_until="commit")

    def seen(self, name: str) -> float:
        """Wait until a target is on the screen; return when that was."""
        at: float = self.page.evaluate(f"bench.seen({json.dumps(name)}, {SECONDS})")
        return at

    def wall(self, at: float) -> float:
        """Turn a time of this page into the time of day."""
        origin: float = self.page.evaluate("performance.timeOrigin")
        return origin + at

    def tap(self, name: str) -> float:
        """Tap a button; return when the finger left it."""
        self.page.get_by_role("button", name=name, exact=True).tap()
        at: float = self.page.evaluate("bench.ups.at(-1)")
        return at

    def take(self, what: str) -> list[float]:
        """Take the durations of `keys` or `taps` that were measured since the last time."""
        times: list[float] = self.page.evaluate(f"bench.{what}.splice(0)")
        return times

    def work(self) -> Work:
        """What the main thread has done since the page was opened."""
        metrics = {one["name"]: one["value"] for one in self.cdp.send("Performance.getMetrics")["metrics"]}
        return Work(metrics["TaskDuration"] * 1000, metrics["ScriptDuration"] * 1000)


@contextmanager
def screen_of(
    context: BrowserContext, targets: Targets, cpu: int, *, network: bool = False, clock: str = "timeTicks"
) -> Iterator[Screen]:
    """Open a page that runs so many times slower than this machine, on the slow network or on the fast one.

    Work is counted by the clock on the wall, or in CPU time: `threadTicks`.
    """
    page = context.new_page()
    page.set_default_timeout(SECONDS * 1000)
    page.add_init_script(f"({WATCHING.rstrip()})({json.dumps(targets)})")
    cdp = context.new_cdp_session(page)
    cdp.send("Network.enable")
    cdp.send("Performance.enable", {"timeDomain": clock})
    cdp.send("Emulation.setCPUThrottlingRate", {"rate": cpu})
    if network:
        cdp.send("Network.emulateNetworkConditions", SLOW_NETWORK)
    yield Screen(page, cdp)
    page.close()
