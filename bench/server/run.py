"""Measure receiving: `python bench/server/run.py [--quick]`. Prints a table in Markdown; takes about three minutes.

Every variant of a database is run in turns, three times; the table shows medians, and the ratio to the floor of that
run. The load generator shares the machine's cores with the server, so rates are comparable only within one table.
"""

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from bench.server.load import Measured, drive, request  # noqa: E402  after the path is set
from bench.server.payloads import Payloads, open_round  # noqa: E402  after the path is set
from support.databases import postgresql_database, postgresql_server, sqlite_database  # noqa: E402  after the path is set
from support.serving import free_port  # noqa: E402  after the path is set

QUICK = "--quick" in sys.argv
SINGLES = 200 if QUICK else 2000
BATCHES = 8 if QUICK else 80
ROUNDS = 1 if QUICK else 3
CONNECTIONS = 8


def main() -> None:
    """Run everything on both databases and print the tables."""
    print(
        f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, {CONNECTIONS} connections"
    )
    with tempfile.TemporaryDirectory() as folder:
        _report("SQLite (WAL, synchronous=FULL)", lambda name: sqlite_database(_made(Path(folder) / name)))
    with postgresql_server(durable=True) as server, tempfile.TemporaryDirectory() as folder:
        _made(Path(folder))
        contexts = [postgresql_database(server) for _ in range(2)]
        urls = {"bare": contexts[0].__enter__(), "askwell": contexts[1].__enter__()}
        try:
            _report("PostgreSQL (synchronous_commit=on)", urls.__getitem__)
        finally:
            for context in contexts:
                context.__exit__(None, None, None)


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _report(title: str, url_of: Callable[[str], str]) -> None:
    results: dict[str, list[Measured]] = {}
    store = url_of("askwell")
    with (
        _serving("bench.server.floors:noop", {}) as noop,
        _serving("bench.server.floors:bare", {"BENCH_DATABASE_URL": url_of("bare")}) as bare,
        _serving("askwell.app:create_app", _askwell(store)) as askwell,
    ):
        payloads = open_round(f"http://localhost:{askwell[0]}", store)
        for _ in range(ROUNDS):
            for name, count, each in (("single", SINGLES, 1), ("batch of 50", BATCHES, 50)):
                for kind, (port, pid) in (("no-op route", noop), ("bare insert", bare), ("Askwell", askwell)):
                    results.setdefault(f"{kind}, {name}", []).append(_measure(kind, port, pid, count, each, payloads))
    _print(title, results)


def _measure(kind: str, port: int, pid: int, count: int, each: int, payloads: Payloads) -> Measured:
    paths = {"no-op route": "/noop", "bare insert": "/bare", "Askwell": "/v1/submissions"}
    must = b'"quality":"ok"' if kind == "Askwell" else b'"stored"'
    bodies = [payloads.body(each) for _ in range(count)]
    requests = [request(paths[kind], body, port, payloads.capability) for body in bodies]
    return drive(port, pid, requests, each, CONNECTIONS, must)


def _askwell(url: str) -> dict[str, str]:
    from askwell.admin.migrating import migrate
    from askwell.database import Database

    database = Database(url)
    migrate(database)
    database.dispose()
    return {"ASKWELL_DATABASE_URL": url, "ASKWELL_SUBMISSIONS_PER_MINUTE": "100000000"}


@contextmanager
def _serving(app: str, environment: dict[str, str]) -> Iterator[tuple[int, int]]:
    port = free_port()
    command = [sys.executable, "-m", "uvicorn", app, "--factory", "--port", str(port), "--log-level", "error"]
    with tempfile.TemporaryDirectory() as folder:
        full = {**os.environ, "ASKWELL_DATA_DIR": folder, **environment}
        process = subprocess.Popen([*command, "--no-access-log"], cwd=ROOT, env=full)
        try:
            _wait(port)
            yield port, process.pid
        finally:
            process.terminate()
            process.wait(20)


def _wait(port: int) -> None:
    for _ in range(200):
        try:
            httpx.get(f"http://127.0.0.1:{port}/", timeout=2)
        except httpx.TransportError:
            time.sleep(0.1)
            continue
        return
    raise RuntimeError("a server did not start")


def _print(title: str, results: dict[str, list[Measured]]) -> None:
    print(f"\n**{title}**\n\n| what | items/s | to the bare insert | CPU s per 1,000 |\n|---|--:|--:|--:|")
    for name, measured in results.items():
        rate = statistics.median(one.rate for one in measured)
        cpu = statistics.median(one.cpu_per_thousand for one in measured)
        floor = statistics.median(one.rate for one in results[f"bare insert, {name.split(', ')[1]}"])
        print(f"| {name} | {rate:,.0f} | {rate / floor:.2f} | {cpu:.2f} |", flush=True)


if __name__ == "__main__":
    main()
