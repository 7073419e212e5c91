"""Ends a browser at once, as an empty battery would."""

import os
import signal
import subprocess
import time
from contextlib import suppress

PATIENCE = 10


def kill_all(mark: str) -> None:
    """End every process with this mark in its command line, and all it has started; wait until none is left."""
    doomed = _marked(mark)
    for pid in doomed:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    deadline = time.monotonic() + PATIENCE
    while _marked(mark) and time.monotonic() < deadline:
        time.sleep(0.02)


def _marked(mark: str) -> set[int]:
    listed = subprocess.run(["ps", "-ww", "-eo", "pid=,ppid=,args="], capture_output=True, text=True, check=True).stdout
    rows = [(int(pid), int(parent), line) for pid, parent, line in (row.split(None, 2) for row in listed.splitlines())]
    marked = {pid for pid, _, line in rows if mark in line}
    while more := {pid for pid, parent, _ in rows if parent in marked} - marked:
        marked |= more
    return marked
