"""The server is killed, again and again, between accepting an answer and saying so: what was acknowledged is there."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import create_engine, func, select
from sqlalchemy.engine import make_url

from askwell.demonstration.phone import Phone
from askwell.submissions.models import submission
from support.rounds import ANSWERS, NOON, opened
from support.serving import ServerProcess

KILLS = 8
CUT_OFF = 5
MOST_SECONDS = 120
PHONES = 4
MOST_WAITING = 20
CANARY = "the canary sings at the shift change"


@pytest.fixture
def storm(database_url: str, tmp_path: Path) -> Iterator[ServerProcess]:
    process = ServerProcess(database_url, tmp_path, ASKWELL_SUBMISSIONS_PER_MINUTE="1000000").start()
    yield process
    process.kill()


class Sender(threading.Thread):
    """A phone that sends until it is told to stop, and keeps what has no receipt, as the outbox does."""

    def __init__(self, url: str, code: str) -> None:
        super().__init__(daemon=True)
        self.client = httpx.Client(base_url=url, timeout=5)
        self.phone = Phone(self.client)
        self.phone.join(code)
        self.acknowledged: set[str] = set()
        self.waiting: list[dict[str, Any]] = []
        self.unanswered = 0
        self.stopped = threading.Event()

    def run(self) -> None:
        while not self.stopped.is_set():
            if len(self.waiting) < MOST_WAITING:
                answers = {**ANSWERS, "/data/why": {"value": CANARY}}
                self.waiting += [self.phone.freeze(answers, "en", NOON) for _ in range(3)]
            self.try_to_send()

    def try_to_send(self) -> None:
        try:
            self._send()
        except httpx.HTTPError as error:
            self.unanswered += isinstance(error, httpx.RemoteProtocolError | httpx.ReadError)
            time.sleep(0.02)

    def _send(self) -> None:
        for result in self.phone.send(self.waiting[:50]):
            if result["stored"] and result["receipt"]["sha256"] == result["sha256"]:
                self.acknowledged.add(result["instance_id"])
        self.waiting = [one for one in self.waiting if one["instance_id"] not in self.acknowledged]

    def drain(self) -> None:
        """Stop making interviews, and send until every one has its receipt."""
        self.stopped.set()
        self.join(30)
        deadline = time.monotonic() + 30
        while self.waiting and time.monotonic() < deadline:
            self.try_to_send()
        self.client.close()


@pytest.mark.slow
def test_what_was_acknowledged_is_stored_once_however_often_the_server_is_killed(
    database_url: str, storm: ServerProcess, tmp_path: Path
) -> None:
    code = opened(storm)
    senders = [Sender(storm.url, code) for _ in range(PHONES)]
    for sender in senders:
        sender.start()
    kill_again_and_again(storm, senders)
    for sender in senders:
        sender.drain()
    storm.stop()
    acknowledged = set[str]().union(*(sender.acknowledged for sender in senders))
    assert [sender.waiting for sender in senders] == [[]] * PHONES
    assert rows(database_url) == dict.fromkeys(acknowledged, 1)
    nobody_wrote_it_down(tmp_path, [CANARY, code, *(sender.phone.capability for sender in senders)])


def kill_again_and_again(server: ServerProcess, senders: list[Sender]) -> None:
    """Kill the server until it was often enough, also in the middle of requests, however slow the machine."""
    deadline = time.monotonic() + MOST_SECONDS
    kills = 0
    while kills < KILLS or sum(sender.unanswered for sender in senders) < CUT_OFF:
        assert time.monotonic() < deadline, f"the storm was too mild: {kills} kills"
        time.sleep(0.1 + 0.07 * (kills % 5))
        server.kill()
        server.start()
        kills += 1


def rows(database_url: str) -> dict[str, int]:
    """Count the rows of each interview."""
    url = make_url(database_url)
    driver = "postgresql+psycopg" if url.get_backend_name() == "postgresql" else "sqlite"
    engine = create_engine(url.set(drivername=driver))
    counted = select(submission.c.instance_id, func.count()).group_by(submission.c.instance_id)
    with engine.connect() as connection:
        found = {str(instance_id): count for instance_id, count in connection.execute(counted)}
    engine.dispose()
    return found


def nobody_wrote_it_down(folder: Path, secrets: list[str]) -> None:
    log = (folder / "server.log").read_text()
    assert [secret for secret in secrets if secret in log] == []
