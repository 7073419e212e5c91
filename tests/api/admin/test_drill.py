"""The drill, with real processes: back up, take in twenty more, lose everything, restore; the phones bring the rest.

The phones here keep everything until it is safe, as ours do, and ask at every start what the server holds by now.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import httpx
import psycopg
import pytest
from sqlalchemy.engine import make_url

from askwell.demonstration.phone import Phone
from support.backups import Place
from support.rounds import ANSWERS, NOON, opened
from support.serving import ServerProcess

BEFORE, AFTER, LATECOMERS = 12, 20, 4


class Keeper:
    """A phone that keeps what it has finished, and its code."""

    def __init__(self, client: httpx.Client, code: str) -> None:
        self.phone = Phone(client)
        self.code = code
        self.phone.join(code)
        self.kept: list[dict[str, Any]] = []
        self.acknowledged = 0

    def answer(self, count: int) -> None:
        """Finish so many interviews, one after the other, and send each until it has its receipt."""
        for _ in range(count):
            frozen = self.phone.freeze(ANSWERS, "en", NOON)
            self.kept.append(frozen)
            (result,) = self.phone.send([frozen])
            assert result["receipt"]["sha256"] == frozen["sha256"]
            self.acknowledged += 1

    def start_again(self) -> int:
        """Ask what is there; send what is not, joining once more where the server knows nothing of this phone."""
        try:
            told = self.phone.ask(self.kept)
        except httpx.HTTPStatusError as refused:
            if refused.response.json()["code"] != "unknown_capability":
                raise
            self.phone.join(self.code)
            told = self.phone.ask(self.kept)
        have = {one["instance_id"] for one in told["items"] if one["have"]}
        lacking = [one for one in self.kept if one["instance_id"] not in have]
        if lacking:
            assert {result["status"] for result in self.phone.send(lacking)} == {"received"}
        return len(lacking)

    def is_safe(self) -> bool:
        """Ask whether everything is safe."""
        return all(one["safe"] for one in self.phone.ask(self.kept)["items"])


class Pouring(threading.Thread):
    """A phone that does not stop."""

    def __init__(self, keeper: Keeper, asking: httpx.Client) -> None:
        super().__init__(daemon=True)
        self.keeper = keeper
        self.asking = Phone(asking, keeper.phone.capability)
        self.ended = threading.Event()

    @property
    def received(self) -> list[dict[str, Any]]:
        """Everything with a receipt."""
        return self.keeper.kept[: self.keeper.acknowledged]

    def run(self) -> None:
        while not self.ended.is_set():
            self.keeper.answer(1)

    def stop(self) -> None:
        """Stop when the last is received."""
        self.ended.set()
        self.join(30)

    def safe(self, first: int) -> list[bool]:
        """Ask of the first ones whether they are safe."""
        return [one["safe"] for one in self.asking.ask(self.received[:first])["items"]] if first else []


@pytest.fixture
def served(database_url: str, tmp_path: Path) -> Iterator[ServerProcess]:
    logbook = str(tmp_path / "elsewhere" / "logbook")
    process = ServerProcess(database_url, tmp_path / "data", ASKWELL_LOGBOOK_DIR=logbook)
    process.folder.mkdir()
    process.start()
    yield process
    process.kill()


@pytest.fixture
def switch_on(served: ServerProcess) -> Iterator[Callable[[str], Keeper]]:
    """Yield what switches a phone on that joins with a code."""
    with ExitStack() as stack:
        yield lambda code: Keeper(stack.enter_context(httpx.Client(base_url=served.url, timeout=30)), code)


def destroy(url: str) -> None:
    """Lose the database, as a broken disk would."""
    file = make_url(url).database
    if url.startswith("sqlite"):
        for path in Path(str(file)).parent.glob("askwell.db*"):
            path.unlink()
        return
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("drop schema public cascade")
        connection.execute("create schema public")


@pytest.mark.slow
@pytest.mark.timeout(400)
def test_everything_comes_back_from_the_phones(
    database_url: str, served: ServerProcess, switch_on: Callable[[str], Keeper], tmp_path: Path
) -> None:
    place = Place(database_url, served.folder, tmp_path / "elsewhere" / "logbook")
    code = opened(served, "interview")
    key, backup = tmp_path / "key.txt", tmp_path / "backup.age"
    public = place.does("make-key", key)
    phones = [switch_on(code) for _ in range(3)]
    for phone in phones:
        phone.answer(BEFORE // 3)
    place.does("backup", "--to", backup, "--recipient", public)
    place.does("verify-backup", backup, "--key", key)
    assert [phone.is_safe() for phone in phones] == [True] * 3
    late = switch_on(code)
    late.answer(LATECOMERS)
    for phone in phones[:2]:
        phone.answer((AFTER - LATECOMERS) // 2)
    epoch = httpx.get(f"{served.url}/v1/hello").json()["epoch"]

    served.kill()
    destroy(database_url)
    place.does("restore", backup, "--key", key)
    served.start()

    assert httpx.get(f"{served.url}/v1/hello").json()["epoch"] != epoch
    assert place.ask("select count(*) from submission") == [(BEFORE,)]
    everybody = [*phones, late]
    assert [phone.start_again() for phone in everybody] == [8, 8, 0, LATECOMERS]
    assert [phone.start_again() for phone in everybody] == [0, 0, 0, 0]
    stored = {str(row[0]).replace("-", ""): row[1] for row in place.ask("select instance_id, sha256 from submission")}
    assert stored == {one["instance_id"].replace("-", ""): one["sha256"] for phone in everybody for one in phone.kept}
    assert len(stored) == BEFORE + AFTER
    place.does("backup", "--to", tmp_path / "next.age", "--recipient", public)
    place.does("verify-backup", tmp_path / "next.age", "--key", key)
    assert [phone.is_safe() for phone in everybody] == [True] * 4


@pytest.mark.slow
@pytest.mark.timeout(400)
def test_backups_that_are_made_while_answers_pour_in_are_of_one_moment(
    database_url: str, served: ServerProcess, switch_on: Callable[[str], Keeper], tmp_path: Path
) -> None:
    place = Place(database_url, served.folder, tmp_path / "elsewhere" / "logbook")
    code = opened(served, "interview")
    key = tmp_path / "key.txt"
    public = place.does("make-key", key)
    pouring = Pouring(switch_on(code), switch_on(code).phone.client)
    pouring.start()
    for name in ("a", "b", "c"):
        asked_before = len(pouring.received)
        backup = tmp_path / f"{name}.age"
        place.does("backup", "--to", backup, "--recipient", public)
        told = place.does("verify-backup", backup, "--key", key)
        assert "The backup is whole." in told
        assert sum(pouring.safe(asked_before)) == asked_before
    pouring.stop()
    assert len(pouring.received) > 20
