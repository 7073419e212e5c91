"""A server that was put back to an earlier day: the phone notices, and brings again what is not there any more."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from support.installation import Installation
from support.programme import Programme
from support.respondent import Respondent
from support.serving import ServerProcess

ONE = {"survey": [{"type": "text", "name": "why", "label": "Why?"}], "choices": [], "settings": {}}


@dataclass
class Operator:
    """Whoever makes backups of the server, and puts them back."""

    server: ServerProcess
    installation: Installation
    folder: Path

    def back_up(self) -> Path:
        """Make a backup."""
        key = self.folder / "key.txt"
        public = self._does("make-key", str(key)) if not key.exists() else key.read_text().split()[3]
        return Path(self._does("backup", "--to", str(self.folder), "--recipient", public))

    def verify(self, backup: Path) -> None:
        """Restore it on trial."""
        assert "The backup is whole" in self._does("verify-backup", str(backup), "--key", str(self.folder / "key.txt"))

    def lose_everything_and_restore(self, backup: Path) -> None:
        """Lose the server's database, and serve the backup instead."""
        self.server.kill()
        for path in self.server.folder.glob("askwell.db*"):
            path.unlink()
        self._does("restore", str(backup), "--key", str(self.folder / "key.txt"))
        self.server.start()

    def reads(self, round_id: str) -> list[str]:
        """Return what was answered, as the editor finds it, who has to sign in again."""
        with self.installation.programme_on(self.server) as programme:
            return sorted(row["why"] for row in programme.rows(round_id))

    def _does(self, *arguments: str) -> str:
        done = self.server.command(*arguments)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()


@pytest.fixture
def operator(server: ServerProcess, installation: Installation, tmp_path: Path) -> Operator:
    """Return who looks after the server."""
    folder = tmp_path / "backups"
    folder.mkdir()
    return Operator(server, installation, folder)


def answer(person: Respondent, words: str) -> None:
    """Answer the only question, finish, and wait for the receipt."""
    person.agree()
    person.write("Why?", words)
    person.saved()
    person.go_on()
    person.finish()
    person.received()


def test_what_came_after_the_backup_comes_back_from_the_phone(
    phone: BrowserContext, server: ServerProcess, programme: Programme, operator: Operator
) -> None:
    opened = programme.open(programme.publish(ONE), mode="interview")
    person = Respondent(phone.new_page())
    person.open_invitation(server.url, opened["join_code"])
    answer(person, "the first")
    backup = operator.back_up()
    operator.verify(backup)
    person.page.reload()
    person.sees("Received and backed up")

    person.page.get_by_role("link", name="Begin another interview").click()
    answer(person, "the second")
    operator.lose_everything_and_restore(backup)
    with phone.expect_event("response", lambda answer: answer.url.endswith("/v1/submissions") and answer.ok):
        person.page.reload()
    person.received()
    assert operator.reads(opened["id"]) == ["the first", "the second"]


def test_a_phone_that_had_not_joined_by_then_joins_again_by_itself(
    phone: BrowserContext, server: ServerProcess, programme: Programme, operator: Operator
) -> None:
    opened = programme.open(programme.publish(ONE), mode="interview")
    backup = operator.back_up()
    person = Respondent(phone.new_page())
    person.open_invitation(server.url, opened["join_code"])
    answer(person, "too late for the backup")
    operator.lose_everything_and_restore(backup)
    with phone.expect_event("response", lambda answer: answer.url.endswith("/v1/submissions") and answer.ok):
        person.page.reload()
    person.received()
    assert operator.reads(opened["id"]) == ["too late for the backup"]
