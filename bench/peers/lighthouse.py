"""Lighthouse's marks for the phone app: `python bench/peers/lighthouse.py`. Ends with 1 where one is below 95.

The start page, an invitation, and the round before its first question, each opened anew by a phone on the slow network
and processor that Lighthouse gives it.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from bench.peers.installing import ENVIRONMENT, install  # noqa: E402  after the path is set
from support.browsers import chromium  # noqa: E402  after the path is set
from support.databases import sqlite_database  # noqa: E402  after the path is set
from support.programme import programme_on  # noqa: E402  after the path is set
from support.questions import SHIFTS  # noqa: E402  after the path is set
from support.serving import ServerProcess  # noqa: E402  after the path is set

RUNS = 3
TRIES = 3
LEAST = 95
CATEGORIES = ("performance", "accessibility", "best-practices")


def main() -> int:
    """Serve, measure, print the table; return 1 where a mark is too low."""
    install()
    with tempfile.TemporaryDirectory() as folder:
        server = ServerProcess(sqlite_database(Path(folder)), Path(folder)).start()
        try:
            with programme_on(server) as programme:
                code = programme.open(programme.publish(SHIFTS))["join_code"]
                pages = {"start page": f"{server.url}/", "invitation": f"{server.url}/#/join/{code}"}
                pages["settings"] = f"{server.url}/#/settings"
                marks = {name: _marks(url, Path(folder)) for name, url in pages.items()}
        finally:
            server.stop()
    print(f"| page | {' | '.join(CATEGORIES)} |\n|---|{'--:|' * len(CATEGORIES)}")
    for name, found in marks.items():
        print(f"| {name} | {' | '.join(f'{found[one]:.0f}' for one in CATEGORIES)} |")
    return int(any(mark < LEAST for found in marks.values() for mark in found.values()))


def _marks(url: str, folder: Path) -> dict[str, float]:
    """Return the median mark of each category."""
    reports = [_report(url, folder / "report.json") for _ in range(RUNS)]
    for report in reports:
        for audit in report["audits"].values():
            if audit["scoreDisplayMode"] == "binary" and audit["score"] == 0:
                print(f"{url}: {audit['title']}", file=sys.stderr)
    return {one: median(report["categories"][one]["score"] * 100 for report in reports) for one in CATEGORIES}


def _report(url: str, path: Path) -> dict[str, Any]:
    command = ["npx", "lighthouse", url, "--quiet", "--output=json", f"--output-path={path}"]
    flags = ["--chrome-flags=--headless=new --no-sandbox", f"--only-categories={','.join(CATEGORIES)}"]
    environment = {**ENVIRONMENT, "CHROME_PATH": chromium()}
    for left in reversed(range(TRIES)):  # now and then its tracing misses the navigation
        if subprocess.run([*command, *flags], cwd=HERE, env=environment, check=left == 0).returncode == 0:
            break
    report: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return report


if __name__ == "__main__":
    os.chdir(ROOT)
    sys.exit(main())
