"""`askwell demo`: what it prints leads somewhere, and a second start shows the same."""

import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from support.member import Member
from support.respondent import Respondent
from support.serving import free_port


class Demo:
    """The demonstration in a process of its own, and what it has printed."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-m", "askwell.cli", "demo", "--folder", str(folder), "--port", str(free_port())]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.lines: list[str] = []
        self._ready = threading.Event()
        self._reading = threading.Thread(target=self._read, daemon=True)
        self._reading.start()

    def wait(self) -> str:
        """Wait until everything is printed; return it."""
        assert self._ready.wait(120), "".join(self.lines)
        return "".join(self.lines)

    def stop(self) -> None:
        """Press Ctrl-C, so to speak."""
        self.process.terminate()
        self.process.wait(30)
        self._reading.join(30)
        if self.process.stdout:
            self.process.stdout.close()

    def _read(self) -> None:
        for line in self.process.stdout or ():
            self.lines.append(line)
            if line.startswith("Stop with"):
                self._ready.set()


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Demo]:
    """Yield a demonstration in an empty folder."""
    started = Demo(tmp_path)
    yield started
    started.stop()


@pytest.mark.slow
def test_its_links_and_its_sign_in_work_and_a_second_start_shows_the_same(
    demo: Demo, phone: BrowserContext, desk: BrowserContext, tmp_path: Path
) -> None:
    printed = demo.wait()
    link = found(r"Pulse, now +(\S+)", printed)
    person = Respondent(phone.new_page())
    person.page.goto(link)
    person.button("Open the invitation").click()
    person.sees("Invented, for demonstration")

    editor = Member(desk.new_page(), link.split("/#/")[0])
    editor.sign_in("editor@harbor.example", found(r"password for all of them: (\S+)", printed))
    editor.go_to("Rounds")
    editor.open("Pulse, last season")
    editor.open("Results")
    editor.sees("50+ people")
    demo.stop()

    again = Demo(tmp_path)
    try:
        codes = [re.findall(r"/join/(\S+)", text) for text in (printed, again.wait())]
        assert codes[0] == codes[1]
        assert len(set(codes[0])) == 6
    finally:
        again.stop()


def found(pattern: str, text: str) -> str:
    match = re.search(pattern, text)
    assert match, text
    return match.group(1)
