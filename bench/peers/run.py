"""Measure Askwell beside ODK Web Forms, Enketo Core and SurveyJS: `python bench/peers/run.py [--quick]`.

The same 60 questions (`bench/client/questions.py`) in each: in Askwell with its interview begun, in the others as their
documentation says, in the hand-written page. The same phone, processor, network and server software for all, in turns;
the first sample of each is thrown away. The others come from `bench/peers/package-lock.json`, which nothing else uses.
They keep nothing and need a network, so they are spared saving and service workers; and the service's content security
policy, which some of them do not bear. Enketo comes without its styles. A dash: not measured.
"""

import json
import os
import platform
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from random import Random
from statistics import median

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from bench.client.bare import bare_server  # noqa: E402  after the path is set
from bench.client.measures import Figures, choose_in, type_in  # noqa: E402  after the path is set
from bench.client.phone import PHONE, SLOW_CPU, screen_of  # noqa: E402  after the path is set
from bench.client.sides import ASKWELL, BARE, Bench, Side, bench_in  # noqa: E402  after the path is set
from bench.peers.forms import survey, xform  # noqa: E402  after the path is set
from bench.peers.installing import ENVIRONMENT, install  # noqa: E402  after the path is set

SAMPLES = 1 if "--quick" in sys.argv else 5
SIZE = 60
PATIENCE = 180
TRANSFORM = "async (xform) => { const { form, model } = await transform(xform); return { form, model }; }"
PEERS = {
    "odk": Side("ODK Web Forms", "input.p-inputtext", ".value-option, .p-radiobutton", one_by_one=False),
    "enketo": Side("Enketo Core", 'input[name="/data/part1/q1"]', ".option-wrapper label", one_by_one=False),
    "survey": Side("SurveyJS", "input.sd-input", ".sd-item", one_by_one=False),
}
ROWS = {
    "cold": "nothing cached → first question can be typed into, ms",
    "script": "… script transferred until then, kB",
    "transferred": "… everything transferred until then, kB",
    "task": "… main thread busy until then, ms",
    "key p50": "key → paint, median, ms",
    "key p95": "… 95th percentile",
    "choice p50": "choice → paint, median, ms",
    "choice p95": "… 95th percentile",
}


def main() -> None:
    """Build, serve, measure everything in turns, and print the table."""
    signal.signal(signal.SIGALRM, _too_long)
    with (
        tempfile.TemporaryDirectory() as folder,
        sync_playwright() as playwright,
        bench_in(Path(folder) / "ours", playwright) as bench,
    ):
        built = _build(Path(folder) / "peers", bench.browser)
        with bare_server(built, strict=False) as url:
            _print(bench.version, _measure_all(bench, url))


def _too_long(*_: object) -> None:
    raise TimeoutError(f"a sample took longer than {PATIENCE} s")


def _build(folder: Path, browser: Browser) -> Path:
    install()
    command = ["npx", "vite", "build", "--outDir", str(folder), "--logLevel", "silent"]
    subprocess.run(command, cwd=HERE, env=ENVIRONMENT, check=True)
    (folder / "form.xml").write_text(xform(SIZE), encoding="utf-8")
    (folder / "survey.json").write_text(json.dumps(survey(SIZE)), encoding="utf-8")
    shutil.copy(folder / "odk.html", folder / f"{SIZE}.html")  # what tells that the server has started
    with bare_server(folder, strict=False) as url:
        page = browser.new_page()
        page.goto(f"{url}/transform.html")
        page.wait_for_function("() => Boolean(globalThis.transform)")
        made = page.evaluate(TRANSFORM, xform(SIZE))
        page.close()
    (folder / "enketo.json").write_text(json.dumps(made), encoding="utf-8")
    return folder


def _measure_all(bench: Bench, url: str) -> dict[str, dict[str, list[float]]]:
    results: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    addresses = {
        ASKWELL: bench.addresses["joined", SIZE],
        BARE: bench.addresses[BARE.name, SIZE],
        **{side: f"{url}/{name}.html" for name, side in PEERS.items()},
    }
    for turn in range(SAMPLES + 1):
        for side, address in addresses.items():
            print(f"\r{turn} of {SAMPLES}: {side.name}\033[K", end="", file=sys.stderr, flush=True)
            signal.alarm(PATIENCE)
            figures = _sample(bench, side, address)
            signal.alarm(0)
            for key in figures if turn else ():
                results[key][side.name].append(figures[key])
    print("\r\033[K", end="", file=sys.stderr, flush=True)
    return results


def _sample(bench: Bench, side: Side, address: str) -> Figures:
    context = bench.browser.new_context(**PHONE, storage_state=bench.joined if side is ASKWELL else None)
    with screen_of(context, {"question": {"selector": side.answerable}}, SLOW_CPU, network=True) as screen:
        screen.go(address)
        at = screen.seen("question")
        wall, received, task = screen.wall(at), screen.received, screen.work().task
        figures = {
            "cold": at,
            "task": task,
            "script": received.kilobytes(wall, "Script"),
            "transferred": received.kilobytes(wall),
        }
        random = Random(SIZE)
        screen.page.wait_for_timeout(3000)
        figures |= type_in(screen, side, random, "key")
        if side.one_by_one:
            screen.tap("Next")
        if side is not PEERS["survey"]:  # it draws its choices anew at every tap, and the taps get lost
            figures |= choose_in(screen, side, random, "choice")
    context.close()
    return figures


def _print(version: str, results: dict[str, dict[str, list[float]]]) -> None:
    sides = [ASKWELL, *PEERS.values(), BARE]
    print(
        f"{platform.machine()}, {os.cpu_count()} cores, Chromium {version} headless, 360 x 740; {SAMPLES} samples each."
    )
    print(f"Processor slowed {SLOW_CPU}x, 150 ms, 1.6 Mbit/s; {SIZE} questions.\n")
    print(f"| what | {' | '.join(side.name for side in sides)} |\n|---|{'--:|' * len(sides)}")
    for key, words in ROWS.items():
        known = results[key]
        shown = " | ".join(f"{median(known[side.name]):,.0f}" if known[side.name] else "–" for side in sides)
        print(f"| {words} | {shown} |", flush=True)


if __name__ == "__main__":
    main()
