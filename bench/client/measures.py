"""The measurements. Each makes one sample and returns its figures by name, in milliseconds or kilobytes."""

from random import Random
from statistics import quantiles

from bench.client.phone import PHONE, SLOW_CPU, Screen, Targets, screen_of
from bench.client.sides import ASKWELL, BARE, Bench, Side

KEYS = 60
TAPS = 20
READS_MS = 1000
"""A person looks before tapping; what the app does in that time is not waited for."""
WORDS = "nobody picks up the phone before six and then the week is planned "

Figures = dict[str, float]


def journey(bench: Bench) -> Figures:
    """Follow an invitation on a phone that knows nothing, up to the first question."""
    targets: Targets = {
        "invitation": {"selector": "button", "text": "Open the invitation"},
        "agreement": {"selector": "button", "text": "I agree, begin"},
        **_question(ASKWELL),
    }
    context = bench.browser.new_context(**PHONE)
    with screen_of(context, targets, SLOW_CPU, network=True) as screen:
        screen.go(bench.links[60])
        link = screen.seen("invitation")
        opening = _tap(screen, "Open the invitation", "agreement")
        beginning = _tap(screen, "I agree, begin", "question")
        figures = {"link": link, "opening": opening, "beginning": beginning, "journey": link + opening + beginning}
    context.close()
    return figures


def cold(bench: Bench, side: Side) -> Figures:
    """Open the first question with nothing cached; the app has its interview begun, but must come over the network."""
    address = bench.addresses["joined" if side is ASKWELL else BARE.name, 60]
    context = bench.browser.new_context(**PHONE, storage_state=bench.joined if side is ASKWELL else None)
    with screen_of(context, _question(side), SLOW_CPU, network=True) as screen:
        screen.go(address)
        at = screen.seen("question")
        wall = screen.wall(at)
        received = screen.received
        figures = {"cold": at, "script": received.kilobytes(wall, "Script"), "transferred": received.kilobytes(wall)}
    context.close()
    return figures


def cached(bench: Bench, side: Side, size: int, cpu: int, clock: str = "timeTicks") -> Figures:
    """Open the first question with no server, from the service worker's cache; the worker has to be started, too."""
    with screen_of(bench.kept, _question(side), cpu, clock=clock) as screen:
        screen.cdp.send("ServiceWorker.enable")
        screen.cdp.send("ServiceWorker.stopAllWorkers")
        before = screen.work()
        screen.go(bench.addresses[side.name, size])
        at = screen.seen("question")
        after = screen.work()
    name = f"{size} at {cpu}x, {clock}"
    return {
        f"cached {name}": at,
        f"task {name}": after.task - before.task,
        f"script {name}": after.script - before.script,
    }


def answering(bench: Bench, side: Side, size: int) -> Figures:
    """Type into the first question like a quick writer, then tap about among the choices of the second."""
    random = Random(size)
    with screen_of(bench.kept, _question(side), SLOW_CPU) as screen:
        screen.go(bench.addresses[side.name, size])
        screen.seen("question")
        screen.page.wait_for_timeout(READS_MS)
        figures = type_in(screen, side, random, f"key {size}")
        if side.one_by_one:
            screen.tap("Next")
        figures |= choose_in(screen, side, random, f"choice {size}")
        if side.one_by_one:
            screen.tap("Back")  # or the next sample would begin at the second question
            screen.page.locator(side.answerable).wait_for()
            screen.page.wait_for_timeout(READS_MS)
    return figures


def _question(side: Side) -> Targets:
    return {"question": {"selector": side.answerable}}


def _tap(screen: Screen, button: str, target: str) -> float:
    screen.page.wait_for_timeout(READS_MS)
    tapped = screen.tap(button)
    return screen.seen(target) - tapped


def type_in(screen: Screen, side: Side, random: Random, name: str) -> Figures:
    """Type into the first question like a quick writer."""
    field = screen.page.locator(side.answerable).first
    field.fill("")  # presses Delete
    screen.page.wait_for_timeout(READS_MS)
    screen.take("keys")
    field.focus()
    for letter in WORDS[:KEYS]:
        screen.page.wait_for_timeout(random.uniform(80, 160))
        screen.page.keyboard.press("Space" if letter == " " else letter)
    return _middle_and_tail(name, _taken(screen, "keys", KEYS))


def choose_in(screen: Screen, side: Side, random: Random, name: str) -> Figures:
    """Tap about among the choices of the second question."""
    cards = screen.page.locator(side.choices)
    cards.first.scroll_into_view_if_needed()
    for turn in range(TAPS):
        screen.page.wait_for_timeout(random.uniform(250, 400))
        cards.nth((turn * 2 + 1) % 5).tap()
    return _middle_and_tail(name, _taken(screen, "taps", TAPS))


def _taken(screen: Screen, what: str, count: int) -> list[float]:
    screen.page.wait_for_timeout(READS_MS)
    times = screen.take(what)
    if len(times) != count:
        raise RuntimeError(f"{count} {what} were sent, {len(times)} were painted")
    return times


def _middle_and_tail(name: str, times: list[float]) -> Figures:
    cuts = quantiles(times, n=20, method="inclusive")
    return {f"{name} p50": cuts[9], f"{name} p95": cuts[18]}
