"""The logbook: an older copy of the data that somebody put back is not served as if nothing had happened."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import httpx
import pytest
from fastapi import FastAPI

from askwell.logbook import Erased, Logbook
from support.backups import Place, Terminal
from support.databases import sqlite_database
from support.people import People
from support.serving import ServerProcess


class Operated:
    """A server on SQLite whose operator copies and puts back the database by hand."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.logbook = folder / "logbook"
        self.server = ServerProcess(sqlite_database(folder), folder)
        self.place = Place(sqlite_database(folder), folder, self.logbook)

    def copy(self) -> Callable[[], None]:
        """Copy the stopped database by hand; return what puts the copy back."""
        kept = self.folder / f"copy-{uuid4().hex}"
        kept.mkdir()
        for path in self.folder.glob("askwell.db*"):
            shutil.copy(path, kept)
        return lambda: self._put_back(kept)

    def _put_back(self, kept: Path) -> None:
        for path in self.folder.glob("askwell.db*"):
            path.unlink()
        for path in kept.iterdir():
            shutil.copy(path, self.folder)

    def epoch(self) -> str:
        """Ask the running server."""
        return str(httpx.get(f"{self.server.url}/v1/hello").json()["epoch"])

    def run_once(self) -> str:
        """Start and stop in good order."""
        self.server.start()
        epoch = self.epoch()
        self.server.stop()
        return epoch

    def refuses(self) -> bool:
        """Try to start; return whether it refuses, telling why."""
        done = self.server.command("serve", "--port", str(self.server.port))
        return done.returncode == 1 and "askwell new-epoch" in done.stderr and "Traceback" not in done.stderr


@pytest.fixture
def operated(tmp_path: Path) -> Iterator[Operated]:
    operated = Operated(tmp_path)
    yield operated
    operated.server.stop()


def test_a_copy_that_was_put_back_is_refused_until_somebody_says_so(operated: Operated) -> None:
    operated.run_once()
    put_back = operated.copy()
    before = operated.run_once()
    put_back()
    assert operated.refuses()
    assert operated.refuses(), "asking again does not help"
    operated.place.does("new-epoch")
    assert operated.run_once() != before
    assert operated.run_once() != before


def test_a_server_that_was_killed_starts_again(operated: Operated) -> None:
    operated.server.start()
    operated.server.kill()
    operated.run_once()
    operated.server.start()
    operated.server.kill()
    operated.run_once()


def test_a_copy_of_the_time_before_a_restore_is_refused_too(operated: Operated) -> None:
    operated.run_once()
    put_back = operated.copy()
    operated.place.does("new-epoch")
    operated.run_once()
    put_back()
    assert operated.refuses()


def test_a_logbook_that_was_lost_is_begun_anew(operated: Operated) -> None:
    operated.run_once()
    shutil.rmtree(operated.logbook)
    operated.run_once()
    assert len(json.loads((operated.logbook / "marks.json").read_text())["epochs"]) == 1


def test_a_damaged_logbook_is_not_overwritten(operated: Operated) -> None:
    operated.run_once()
    (operated.logbook / "marks.json").write_text("{")
    done = operated.server.command("serve", "--port", str(operated.server.port))
    assert (done.returncode, "marks.json cannot be read" in done.stderr) == (1, True)
    assert (operated.logbook / "marks.json").read_text() == "{"


def test_a_database_that_the_logbook_does_not_know_is_not_an_old_one(terminal: Terminal, people: People) -> None:
    people.organization()
    Logbook(terminal.here.logbook).keep("of another database", 99)
    terminal.backup()
    assert len(json.loads((terminal.here.logbook / "marks.json").read_text())["epochs"]) == 2


def test_a_backup_put_back_by_hand_is_behind_at_once(terminal: Terminal, people: People) -> None:
    """Its mark is below the logbook's, for that went on as soon as the copy was made."""
    people.organization()
    terminal.backup()
    terminal.here.ask("update installation set mark = mark - 1")
    refused = terminal.here.run("backup", "--to", terminal.folder, "--unencrypted")
    assert (refused.exit_code, "older copy" in refused.stderr) == (1, True)


def test_who_was_removed_does_not_come_back_with_a_backup(people: People, terminal: Terminal, app: FastAPI) -> None:
    org_id = people.organization()
    people.member(org_id, "facilitator", name="Fay")
    rosa = people.member(org_id, "researcher", name="Rosa")
    rosa_id = rosa.get("/v1/me").json()["member"]["id"]
    backup = terminal.backup()
    app.state.settings.logbook_dir = terminal.here.logbook
    removed = people.operator.delete(f"/v1/organizations/{org_id}/members/{rosa_id}")
    app.state.settings.logbook_dir = None
    assert removed.status_code == 204
    erased = (terminal.here.logbook / "erased.jsonl").read_text().splitlines()
    assert [json.loads(line) for line in erased] == [{"kind": "member", "id": rosa_id}]
    assert terminal.restore(backup).exit_code == 0
    names = {name for (name,) in terminal.elsewhere.ask("select name from member")}
    assert names == {"Olga Operator", "Fay"}
    assert terminal.elsewhere.ask("select count(*) from membership") == [(1,)]


def test_what_this_release_cannot_erase_it_does_not_restore(people: People, terminal: Terminal) -> None:
    people.organization()
    backup = terminal.backup()
    terminal.here.logbook.joinpath("erased.jsonl").write_text('{"kind":"voice","id":"' + str(uuid4()) + '"}\n')
    done = terminal.restore(backup)
    assert (done.exit_code, "later release" in done.stderr) == (1, True)


def test_a_line_that_was_cut_off_spoils_no_other(people: People, terminal: Terminal) -> None:
    people.organization()
    backup = terminal.backup()
    log = terminal.here.logbook / "erased.jsonl"
    log.write_text('{"kind":"member","id":"' + str(uuid4())[:20])
    id_ = uuid4()
    Logbook(terminal.here.logbook).note_erased("member", id_)
    assert Logbook(terminal.here.logbook).erased() == [Erased("member", id_)]
    assert terminal.restore(backup).exit_code == 0
