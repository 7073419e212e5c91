"""A hand-written page of the same questions, served the same way: the same ASGI server, headers and gzip."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path

import httpx
from starlette.applications import Starlette
from starlette.middleware.gzip import GZipMiddleware
from starlette.staticfiles import StaticFiles

from askwell.headers import SafeHeaders
from bench.client.questions import TROUBLE, Question, parts
from support.serving import free_port

ROOT = Path(__file__).parents[2]
STATIC = Path(__file__).parent / "static"
HEAD = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1"><title>Work week</title>'
    '<link rel="icon" href="data:,">'
)
LINKED = '<link rel="stylesheet" href="/page.css"><script defer src="/page.js"></script>'


def write_pages(folder: Path, sizes: tuple[int, ...]) -> None:
    """Write a page for each size, and what the pages link to."""
    for name in ("page.css", "page.js", "sw.js"):
        (folder / name).write_text((STATIC / name).read_text(encoding="utf-8"), encoding="utf-8")
    for size in sizes:
        groups = "".join(_group(number, group) for number, group in enumerate(parts(size), 1))
        page = f"<form>{groups}<button>Finish</button></form></body></html>"
        (folder / f"{size}.html").write_text(f"{HEAD}{LINKED}</head><body><h1>Work week</h1>{page}", encoding="utf-8")


def app_in(folder: str, *, strict: bool = True) -> Starlette:
    """Build the app that serves such a folder; `strict` with the service's own headers."""
    app = Starlette()
    app.mount("/", StaticFiles(directory=folder))
    app.add_middleware(GZipMiddleware, minimum_size=1024, compresslevel=6)
    if strict:
        app.add_middleware(SafeHeaders, secure=False)
    return app


@contextmanager
def bare_server(folder: Path, *, strict: bool = True) -> Iterator[str]:
    """Serve a folder of pages from a process of its own; yield its address."""
    port = free_port()
    command = [sys.executable, "-m", "bench.client.bare", str(folder), str(port), *(["strict"] if strict else [])]
    paths = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
    process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, "PYTHONPATH": paths})
    try:
        _wait(process, port)
        yield f"http://localhost:{port}"
    finally:
        process.terminate()
        process.wait(20)


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if httpx.get(f"http://localhost:{port}/60.html", timeout=2).status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.05)
    raise RuntimeError("the server of the hand-written page did not start")


def _group(number: int, group: list[Question]) -> str:
    return f"<h2>Part {number}</h2>" + "".join(_control(question) for question in group)


def _control(question: Question) -> str:
    name, label = question.name, escape(question.label)
    if question.kind == "calculate":
        return f'<output hidden name="{name}" data-sum="{" ".join(question.sum_of)}"></output>'
    when = f' hidden data-after="{question.after}" data-is="{" ".join(TROUBLE)}"' if question.after else ""
    if question.kind in ("text", "integer"):
        mode = ' inputmode="numeric"' if question.kind == "integer" else ""
        return (
            f'<fieldset{when}><span class="label" id="{name}-label">{label}</span>'
            f'<input id="{name}" name="{name}" aria-labelledby="{name}-label" autocomplete="off"{mode}></fieldset>'
        )
    box = "radio" if question.kind == "select_one" else "checkbox"
    choices = "".join(
        f'<label><input type="{box}" name="{name}" value="{value}"><span>{escape(words)}</span></label>'
        for value, words in question.choices.items()
    )
    return f"<fieldset{when}><legend>{label}</legend>{choices}</fieldset>"


if __name__ == "__main__":
    import uvicorn

    uvicorn.run(
        app_in(sys.argv[1], strict="strict" in sys.argv),
        port=int(sys.argv[2]),
        access_log=False,
        log_level="error",
        server_header=False,
    )
