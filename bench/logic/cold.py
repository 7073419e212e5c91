"""Measure this engine beside another checkout's, in cold pages: `python bench/logic/cold.py CHECKOUT`.

The same forms as in `beside.py`, in Chromium, each sample in a page of its own and in turns. What is told is the
processor's time for the page's main thread, so that others on the machine count for little.
"""

import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, CDPSession, sync_playwright

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from bench.client.phone import QUIET  # noqa: E402  after the path is set
from bench.logic.sixes import documents  # noqa: E402  after the path is set
from bench.peers.installing import ENVIRONMENT  # noqa: E402  after the path is set

from support.browsers import chromium  # noqa: E402  after the path is set

SAMPLES = 8
SIZES = (500, 5000)
STEPS = {
    "JSON.parse": "parsed = JSON.parse(text)",
    "open": "form = engine.load(parsed, env)",
    "first answer": "form.set('/data/q0', 'yes')",
    "an answer that changes every sum": "form.set('/data/q1', '20')",
    "the next that does": "form.set('/data/q1', '21')",
    "open blank, then resume": "engine.load(again, env, { ...engine.load(again, env).values(), ...form.values() })",
}
READY = """async ([code, given]) => {
  globalThis.engine = await import(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
  await engine.prepareAll();
  globalThis.text = given;
  globalThis.again = JSON.parse(given);
  globalThis.env = { now: "2026-03-15T10:20:30.000+00:00", random: () => 0.5, uuid: () => "id", language: "und" };
}"""


def main() -> None:
    """Measure in turns, and print a table."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        engines = [_bundled(checkout, folder) for checkout in (ROOT, Path(sys.argv[1]).resolve())]
        browser = playwright.chromium.launch(executable_path=chromium(), args=QUIET)
        print("| questions | what | now | before | ratio |\n|--:|---|--:|--:|--:|")
        for size in SIZES:
            text = documents(size)["askwell"]
            found: dict[str, list[list[float]]] = defaultdict(lambda: [[], []])
            for _ in range(SAMPLES):
                for which, code in enumerate(engines):
                    for what, time in _sample(browser, code, text).items():
                        found[what][which].append(time)
            for what, (ours, theirs) in found.items():
                now, before = median(ours), median(theirs)
                print(f"| {size:,} | {what} | {now:.1f} | {before:.1f} | {now / before:.2f} |")
        browser.close()


def _bundled(checkout: Path, folder: str) -> str:
    module = checkout / "pwa" / "src" / "logic" / "index.ts"
    subprocess.run(["node", str(HERE / "bundle.mjs"), folder, str(module)], env=ENVIRONMENT, check=True)
    return Path(folder, "index.js").read_text(encoding="utf-8")


def _sample(browser: Browser, code: str, text: str) -> dict[str, float]:
    page = browser.new_page()
    page.goto("about:blank")
    page.evaluate(READY, [code, text])
    devtools = page.context.new_cdp_session(page)
    devtools.send("Performance.enable", {"timeDomain": "threadTicks"})
    times = {}
    for what, script in STEPS.items():
        before = _busy(devtools)
        page.evaluate(f"() => {{ {script}; }}")
        times[what] = _busy(devtools) - before
    page.context.close()
    return times


def _busy(devtools: CDPSession) -> float:
    metrics = {each["name"]: each["value"] for each in devtools.send("Performance.getMetrics")["metrics"]}
    return float(metrics["TaskDuration"]) * 1000


if __name__ == "__main__":
    main()
