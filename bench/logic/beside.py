"""Measure our form engine beside ODK's and SurveyJS's: `python bench/logic/beside.py [--quick]`.

The same form (`bench/logic/sixes.py`) in Chromium, at full speed and slowed 4 times, without any screen: how long it
takes from the text of a form to one that can be answered, and from an answer to the state of the next question. Each
sample is a page of its own, so that nothing is warm; in turns; the first of each is thrown away. The others come from
`bench/logic/package-lock.json`, which nothing else uses. A sample longer than the patience is told as such.
"""

import os
import platform
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from statistics import fmean, median, quantiles
from typing import Any

from playwright.sync_api import Browser, TimeoutError, sync_playwright  # noqa: A004 - playwright's own

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from bench.client.phone import QUIET  # noqa: E402  after the path is set
from bench.logic.sixes import answers, documents  # noqa: E402  after the path is set
from bench.peers.installing import ENVIRONMENT, install  # noqa: E402  after the path is set

from support.browsers import chromium  # noqa: E402  after the path is set

IS_QUICK = "--quick" in sys.argv
SAMPLES = 1 if IS_QUICK else 3
SIZES = (60, 300) if IS_QUICK else (60, 500, 5000)
SPEEDS = (1, 4)
ANSWERS = 60
PATIENCE = 60
ENGINES = {"askwell": "Askwell", "odk": "@getodk/xforms-engine", "survey": "survey-core"}
MEASURE = """async ([text, answers]) => {
  await engine.ready();
  const started = performance.now();
  const form = await engine.open(text);
  const loaded = performance.now() - started;
  const times = [], seen = [];
  for (const [name, value, read] of answers) {
    const before = performance.now();
    seen.push(engine.answer(form, name, value, read));
    times.push(performance.now() - before);
  }
  return { loaded, times, seen };
}"""

Cell = tuple[int, int, str]


def main() -> None:
    """Build, measure everything in turns, and print the table."""
    install(HERE)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        subprocess.run(["node", str(HERE / "bundle.mjs"), folder], env=ENVIRONMENT, check=True)
        scripts = {engine: Path(folder, f"{engine}.js").read_text(encoding="utf-8") for engine in ENGINES}
        results: dict[Cell, list[dict[str, Any]]] = defaultdict(list)
        version = ""
        for size in SIZES:
            texts, given = documents(size), answers(size, ANSWERS)
            for speed in SPEEDS:
                for turn in range(SAMPLES + 1):
                    print(
                        f"\r{size} questions at {speed}x: {turn} of {SAMPLES}\033[K",
                        end="",
                        file=sys.stderr,
                        flush=True,
                    )
                    for engine, text in texts.items():
                        cell = (size, speed, engine)
                        if any("loaded" not in each for each in results[cell]):
                            continue  # once it was too slow, it is not asked again
                        browser = playwright.chromium.launch(executable_path=chromium(), args=QUIET)
                        version = browser.version
                        sample = _sample(browser, scripts[engine], [text, given], speed)
                        browser.close()
                        if turn or "loaded" not in sample:
                            results[cell].append(sample)
            _insist_on_agreement(results, size)
    print("\r\033[K", end="", file=sys.stderr, flush=True)
    _print(version, results)


def _sample(browser: Browser, script: str, asked: list[Any], speed: int) -> dict[str, Any]:
    page = browser.new_page()
    page.route("**/*", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"))
    page.goto("http://localhost/")  # a secure context: ODK's engine makes ids with crypto
    page.add_script_tag(content=script, type="module")
    page.wait_for_function("() => Boolean(globalThis.engine)")
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": speed})
    page.evaluate(
        f"(asked) => {{ ({MEASURE})(asked).catch(String).then((told) => {{ globalThis.told = told; }}); }}", asked
    )
    try:
        page.wait_for_function("() => Boolean(globalThis.told)", timeout=PATIENCE * 1000)
    except TimeoutError:
        return {}
    told: dict[str, Any] | str = page.evaluate("() => globalThis.told")
    if isinstance(told, str):
        raise RuntimeError(told)
    return told


def _insist_on_agreement(results: dict[Cell, list[dict[str, Any]]], size: int) -> None:
    """A figure means nothing if an engine was not asked the same: each has to see the same after every answer."""
    seen = {engine: _seen(cells[0]) for (at, _, engine), cells in results.items() if at == size and cells and cells[0]}
    for engine, found in seen.items():
        assert found == seen["askwell"], (size, engine)


def _seen(sample: dict[str, Any]) -> list[tuple[bool, str]]:
    return [(relevant, f"{float(value):g}" if _is_number(value) else value) for relevant, value in sample["seen"]]


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdecimal()


def _print(version: str, results: dict[Cell, list[dict[str, Any]]]) -> None:
    print(f"{platform.machine()}, {os.cpu_count()} cores, Chromium {version} headless, {SAMPLES} samples each.")
    print(f"{ANSWERS} answers a sample. Milliseconds; in brackets, how many times Askwell's.\n")
    print(f"| questions, processor | what | {' | '.join(ENGINES.values())} |\n|---|---|{'--:|' * len(ENGINES)}")
    for size in SIZES:
        for speed in SPEEDS:
            for what in ("open", "answer, mean", "answer, 95th percentile"):
                figures = [_figure(what, results[size, speed, engine]) for engine in ENGINES]
                print(f"| {size:,} at {speed}x | {what} | {' | '.join(_shown(each, figures[0]) for each in figures)} |")


def _figure(what: str, samples: list[dict[str, Any]]) -> float | None:
    if not samples or "loaded" not in samples[-1]:
        return None
    opening: list[float] = [sample["loaded"] for sample in samples]
    answering: list[float] = [time for sample in samples for time in sample["times"]]
    if what == "open":
        return median(opening)
    return fmean(answering) if what.endswith("mean") else quantiles(answering, n=20, method="inclusive")[18]


def _shown(figure: float | None, ours: float | None) -> str:
    if figure is None:
        return f"> {PATIENCE:,} s"
    times = "" if figure is ours or not ours else f" ({figure / ours:,.0f})"
    return f"{figure:,.2f}{times}"


if __name__ == "__main__":
    main()
