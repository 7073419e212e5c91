"""Measure the phone app: `python bench/client/run.py [--quick]`. Prints a table in Markdown; takes some 15 minutes.

A real `askwell serve`, a real Chromium, and beside it a hand-written page of the same questions behind the same server
software, headers and gzip. The page links its script and styles, because the service's headers forbid them inline. Both
are measured in turns; the table shows medians of the samples and their ratio. The first sample of each is thrown away.
"""

import os
import platform
import signal
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from bench.client.measures import KEYS, TAPS, Figures, answering, cached, cold, journey  # noqa: E402  after the path
from bench.client.phone import SLOW_CPU  # noqa: E402  after the path is set
from bench.client.sides import ASKWELL, BARE, SIZES, Bench, Side, bench_in  # noqa: E402  after the path is set

SAMPLES = 2 if "--quick" in sys.argv else 7
PATIENCE = 180
ROWS = {
    "journey": "invitation opened → first question, two taps not counted",
    "link": "… link → the invitation can be opened",
    "opening": "… tap → the round can be begun",
    "beginning": "… tap → first question",
    "cold": "nothing cached, interview begun → first question",
    "script": "… script transferred until then, kB",
    "transferred": "… everything transferred until then, kB",
    "cached 60 at 4x, timeTicks": "from the service worker's cache, no server → first question",
    "cached 500 at 4x, timeTicks": "… 500 questions",
    "key 60 p50": "key → paint, median",
    "key 60 p95": "… 95th percentile",
    "key 500 p50": "… 500 questions, median",
    "key 500 p95": "… 500 questions, 95th percentile",
    "choice 60 p50": "choice → paint, median",
    "choice 60 p95": "… 95th percentile",
    "choice 500 p50": "… 500 questions, median",
    "choice 500 p95": "… 500 questions, 95th percentile",
    "cached 60 at 1x, timeTicks": "from the cache at full speed → first question",
    "task 60 at 1x, timeTicks": "… main thread busy until then",
    "task 60 at 1x, threadTicks": "… its CPU time",
    "script 60 at 1x, threadTicks": "… CPU time in scripts",
    "cached 500 at 1x, timeTicks": "from the cache at full speed → first of 500 questions",
    "task 500 at 1x, timeTicks": "… main thread busy until then",
    "task 500 at 1x, threadTicks": "… its CPU time",
    "script 500 at 1x, threadTicks": "… CPU time in scripts",
}
GOALS = {
    "journey": "≤ 1,100",
    "cold": "≤ 1,100, ≤ 2x",
    "script": "≤ 40",
    "cached 60 at 4x, timeTicks": "≤ 400",
    "key 60 p95": "≤ 1.3x",
    "key 500 p95": "≤ 1.3x",
    "choice 60 p50": "≤ 50",
    "choice 500 p50": "≤ 50",
    "task 60 at 1x, timeTicks": "≤ 100",
    "task 500 at 1x, timeTicks": "≤ 150",
}

Results = dict[str, dict[str, list[float]]]


def main() -> None:
    """Set up, measure everything in turns, and print the table."""
    signal.signal(signal.SIGALRM, _too_long)
    with (
        tempfile.TemporaryDirectory() as folder,
        sync_playwright() as playwright,
        bench_in(Path(folder), playwright) as bench,
    ):
        results = _measure_all(bench)
        _print(bench.version, results)


def _too_long(*_: object) -> None:
    raise TimeoutError(f"a sample took longer than {PATIENCE} s")


def _measure_all(bench: Bench) -> Results:
    results: Results = defaultdict(lambda: defaultdict(list))

    def take_turns(name: str, sides: tuple[Side, ...], measure: Callable[[Side], Figures]) -> None:
        for turn in range(SAMPLES + 1):
            print(f"\r{name}: {turn} of {SAMPLES}\033[K", end="", file=sys.stderr, flush=True)
            for side in sides:
                signal.alarm(PATIENCE)
                figures = measure(side)
                signal.alarm(0)
                for key in figures if turn else ():
                    results[key][side.name].append(figures[key])
        print("\r\033[K", end="", file=sys.stderr, flush=True)

    both = (ASKWELL, BARE)
    take_turns("invitation", (ASKWELL,), lambda _: journey(bench))
    take_turns("cold start", both, partial(cold, bench))
    bench.stop_servers()
    for size in SIZES:
        take_turns(f"from the cache, {size}", both, partial(cached, bench, size=size, cpu=SLOW_CPU))
        for clock in ("timeTicks", "threadTicks"):
            take_turns(f"{clock}, {size}", both, partial(cached, bench, size=size, cpu=1, clock=clock))
        take_turns(f"answering, {size}", both, partial(answering, bench, size=size))
    return results


def _print(version: str, results: Results) -> None:
    print(f"{platform.machine()}, {os.cpu_count()} cores, Chromium {version} headless, 360 x 740; {SAMPLES} samples.")
    print(f"Processor slowed {SLOW_CPU}x, except at full speed. Network, where there is one: 150 ms, 1.6 Mbit/s down,")
    print(
        f"0.75 Mbit/s up. {KEYS} keys and {TAPS} taps a sample. Milliseconds and 60 questions unless said otherwise.\n"
    )
    print(f"| what | {ASKWELL.name} | {BARE.name} page | ratio | goal |\n|---|--:|--:|--:|---|")
    for key, words in ROWS.items():
        ours = median(results[key][ASKWELL.name])
        beside = results["cold" if key == "journey" else key][BARE.name]
        shown = f"{median(beside):,.0f} | {ours / median(beside):.2f}" if beside else "– | –"
        print(f"| {words} | {ours:,.0f} | {shown} | {GOALS.get(key, '')} |", flush=True)


if __name__ == "__main__":
    main()
