"""Backing up and restoring by command: encrypted, whole or not at all, never over anything, and of one moment."""

import hashlib
import json
import lzma
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from fastapi import FastAPI

from support.backups import Terminal, empty_place, opened, packed
from support.rounds import ANSWERS, NOON, OpenRound

RELEASES = Path(__file__).parents[2] / "fixtures" / "releases"
CANARY = "the canary sings in the store room"
TIMES = ("select count(*) from sign_in", "select count(*) from rate_window")
FILES = {"sqlite": "askwell.db", "postgresql": "askwell.pgdump"}


@pytest.fixture
def answered(interviews: OpenRound) -> OpenRound:
    interviews.answer({"/data/why": {"value": CANARY}}, {})
    return interviews


def rows(terminal: Terminal, where: str = "elsewhere") -> list[tuple[object, ...]]:
    return getattr(terminal, where).ask("select instance_id, sha256, content, answers from submission order by 1")


def test_a_backup_is_one_file_that_only_the_key_opens(terminal: Terminal, answered: OpenRound, app: FastAPI) -> None:
    backup = terminal.backup()
    content = backup.read_bytes()
    assert content.startswith(b"age-encryption.org/v1\n")
    assert CANARY.encode() not in content
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    files = opened(backup, terminal.key)
    name = FILES[app.state.database.engine.dialect.name]
    assert list(files) == ["manifest.json", name]
    manifest = json.loads(files["manifest.json"])
    facts = manifest["facts"]
    (installation,) = terminal.here.ask("select store_epoch, mark from installation")
    assert (facts["epoch"], facts["mark"] + 1) == installation
    assert (facts["submissions"], facts["conflicts"]) == (2, 0)
    digest = hashlib.sha256(files[name]).hexdigest()
    assert manifest["files"] == [{"name": name, "bytes": len(files[name]), "sha256": digest}]


@pytest.mark.usefixtures("answered")
def test_every_reader_named_can_open_it(terminal: Terminal) -> None:
    other = terminal.folder / "other.txt"
    backup = terminal.backup("a.age", terminal.here.does("make-key", other))
    assert opened(backup, other) == opened(backup, terminal.key)


@pytest.mark.usefixtures("answered")
def test_readers_may_stand_in_the_settings(terminal: Terminal) -> None:
    done = terminal.here.run("backup", "--to", terminal.folder, ASKWELL_BACKUP_RECIPIENTS=f" {terminal.public}, ")
    backup = Path(done.stdout.strip())
    assert backup.parent == terminal.folder
    assert backup.name.endswith("Z.tar.age")
    assert "manifest.json" in opened(backup, terminal.key)


@pytest.mark.usefixtures("answered")
def test_nothing_is_left_unencrypted_by_accident(terminal: Terminal) -> None:
    to = terminal.folder / "plain.tar"
    for asked in ([], ["--unencrypted", "--recipient", terminal.public]):
        done = terminal.here.run("backup", "--to", to, *asked)
        assert (done.exit_code, to.exists()) == (2, False)
        assert "--recipient" in done.stderr
    assert terminal.here.does("backup", "--to", to, "--unencrypted") == str(to)
    assert b"askwell_backup" in to.read_bytes()[:2000]
    assert terminal.elsewhere.run("restore", to).exit_code == 0


@pytest.mark.usefixtures("answered")
def test_a_backup_is_never_overwritten_and_nothing_half_is_left(terminal: Terminal) -> None:
    backup = terminal.backup()
    before = backup.read_bytes()
    again = terminal.here.run("backup", "--to", backup, "--recipient", terminal.public)
    assert (again.exit_code, backup.read_bytes()) == (1, before)
    assert "never overwritten" in again.stderr
    lost = terminal.here.run("backup", "--to", terminal.folder / "not" / "there", "--recipient", terminal.public)
    assert (lost.exit_code, "There is no folder" in lost.stderr) == (1, True)
    assert {path.name for path in terminal.folder.iterdir()} == {"a.age", "key.txt", "logbook", "elsewhere"}
    assert not list(terminal.here.data.glob("scratch-*"))


@pytest.mark.usefixtures("answered")
def test_on_a_full_disk_there_is_no_backup_rather_than_half_of_one(terminal: Terminal) -> None:
    before = sorted(path.name for path in terminal.folder.iterdir())
    done = terminal.here.run_on_a_full_disk("backup", "--to", terminal.folder, "--recipient", terminal.public)
    assert (done.returncode, "full" in done.stderr, "Traceback" in done.stderr) == (1, True, False)
    assert sorted(path.name for path in terminal.folder.iterdir()) == before
    assert not list(terminal.here.data.glob("scratch-*"))


def test_a_key_is_told_to_nobody_and_never_overwritten(terminal: Terminal) -> None:
    secret = terminal.key.read_text().splitlines()[1]
    assert secret.startswith("AGE-SECRET-KEY-")
    assert stat.S_IMODE(terminal.key.stat().st_mode) == 0o600
    again = terminal.here.run("make-key", terminal.key)
    assert again.exit_code == 1
    assert secret not in again.output
    assert terminal.public.startswith("age1")
    wrong = terminal.here.run("backup", "--to", terminal.folder, "--recipient", secret)
    assert wrong.exit_code == 1
    assert secret not in wrong.output


def test_what_is_restored_is_what_was_there(terminal: Terminal, answered: OpenRound) -> None:
    backup = terminal.backup()
    answered.answer({})
    done = terminal.restore(backup)
    assert done.exit_code == 0, done.output
    assert "Restored as it was on" in done.stdout
    restored = rows(terminal)
    assert len(restored) == 2
    assert [row for row in rows(terminal, "here") if row in restored] == restored
    assert CANARY in str(restored)


@pytest.mark.usefixtures("answered")
def test_a_restored_copy_has_a_new_epoch_and_the_same_keys(terminal: Terminal) -> None:
    backup = terminal.backup()
    terminal.restore(backup)
    what = "select store_epoch, hash_key, mark from installation"
    ((before, key, mark),) = terminal.here.ask(what)
    ((after, same_key, further),) = terminal.elsewhere.ask(what)
    assert before != after
    assert same_key == key
    assert further > mark
    marks = json.loads((terminal.here.logbook / "marks.json").read_text())["epochs"]
    assert marks == [{"epoch": before, "mark": mark}, {"epoch": after, "mark": further}]


@pytest.mark.usefixtures("answered")
def test_nothing_that_only_tells_times_is_in_a_backup(terminal: Terminal, app: FastAPI) -> None:
    assert [terminal.here.ask(count) != [(0,)] for count in TIMES] == [True, True]
    backup = terminal.backup()
    terminal.restore(backup)
    assert [terminal.elsewhere.ask(count) for count in TIMES] == [[(0,)], [(0,)]]
    if app.state.database.engine.dialect.name == "sqlite":
        hashes = terminal.here.ask("select token_hash from sign_in")
        copy = opened(backup, terminal.key)["askwell.db"]
        assert [token for (token,) in hashes if token.encode() in copy] == []


def test_a_backup_holds_nothing_of_what_was_deleted(terminal: Terminal, answered: OpenRound, app: FastAPI) -> None:
    """A copy of all pages would: deleted rows stay in free pages, in the order they were deleted."""
    if app.state.database.engine.dialect.name != "sqlite":
        pytest.skip("pg_dump writes rows, never pages")
    database = Path(str(app.state.database.engine.url.database))
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        for statement in ("pragma secure_delete=off", "delete from submission", "pragma wal_checkpoint(truncate)"):
            connection.execute(statement)
    assert CANARY.encode() in database.read_bytes()
    assert CANARY.encode() not in opened(terminal.backup(), terminal.key)["askwell.db"]


@pytest.mark.usefixtures("answered")
def test_nothing_is_restored_over_anything(terminal: Terminal) -> None:
    backup = terminal.backup()
    before = rows(terminal, "here")
    refused = terminal.here.run("restore", backup, "--key", terminal.key)
    assert (refused.exit_code, rows(terminal, "here")) == (1, before)
    assert "nothing is ever overwritten" in refused.stderr


@pytest.mark.usefixtures("answered")
def test_a_journal_that_was_left_behind_is_not_played_into_what_is_restored(terminal: Terminal, app: FastAPI) -> None:
    if app.state.database.engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL keeps its journal elsewhere")
    backup = terminal.backup()
    left = terminal.elsewhere.data / "askwell.db-wal"
    left.write_bytes(b"from another life")
    refused = terminal.restore(backup)
    assert refused.exit_code == 1
    assert "askwell.db-wal" in refused.stderr
    left.unlink()
    assert terminal.restore(backup).exit_code == 0


@pytest.mark.usefixtures("answered")
@pytest.mark.parametrize("harm", ["cut", "bit", "beginning", "other", "nothing", "gone"])
def test_what_is_damaged_or_not_for_this_key_restores_nothing(terminal: Terminal, harm: str) -> None:
    backup = terminal.backup()
    content = backup.read_bytes()
    harmed = {
        "cut": content[:-1],
        "bit": content[:-5000] + bytes([content[-5000] ^ 1]) + content[-4999:],
        "beginning": content[:60],
        "nothing": b"",
    }
    if harm in harmed:
        backup.write_bytes(harmed[harm])
    if harm == "gone":
        backup.unlink()
    if harm == "other":
        terminal.key.unlink()
        terminal.public = terminal.here.does("make-key", terminal.key)
    done = terminal.restore(backup)
    assert done.exit_code == 1
    assert done.stderr.count("\n") == 1, done.stderr
    assert "Traceback" not in done.output
    assert terminal.restore(terminal.backup("b.age")).exit_code == 0, "the place is empty still"


@pytest.mark.usefixtures("answered")
def test_an_encrypted_backup_says_that_it_needs_a_key(terminal: Terminal) -> None:
    done = terminal.elsewhere.run("restore", terminal.backup())
    assert (done.exit_code, "--key" in done.stderr) == (1, True)


@pytest.mark.usefixtures("answered")
def test_a_manifest_that_does_not_fit_its_files_is_damage(terminal: Terminal, app: FastAPI) -> None:
    files = opened(terminal.backup(), terminal.key)
    name = FILES[app.state.database.engine.dialect.name]
    harmed = packed(files | {name: files[name][:-1] + b"!"}, terminal.folder / "harmed.tar")
    done = terminal.elsewhere.run("restore", harmed)
    assert (done.exit_code, "damaged" in done.stderr) == (1, True)
    outside = [{"name": "../outside", "bytes": 0, "sha256": ""}]
    leading_out = packed(files, terminal.folder / "out.tar", files=outside)
    assert terminal.elsewhere.run("restore", leading_out).exit_code == 1
    assert not (terminal.elsewhere.data.parent / "outside").exists()


@pytest.mark.usefixtures("answered")
def test_a_backup_of_a_later_release_is_left_to_that_release(terminal: Terminal) -> None:
    files = opened(terminal.backup(), terminal.key)
    facts = json.loads(files["manifest.json"])["facts"] | {"tables": "9999"}
    later = packed(files, terminal.folder / "later.tar", facts=facts, release="9.9.9")
    done = terminal.elsewhere.run("restore", later)
    assert done.exit_code == 1
    assert "later release (9.9.9)" in done.stderr
    assert terminal.elsewhere.run("restore", terminal.backup("b.age"), "--key", terminal.key).exit_code == 0


def test_a_backup_of_an_earlier_release_is_brought_up_to_date(tmp_path: Path) -> None:
    copy = lzma.decompress((RELEASES / "0.1.0" / "server.db.xz").read_bytes())
    file = {"name": "askwell.db", "bytes": len(copy), "sha256": hashlib.sha256(copy).hexdigest()}
    facts = {"tables": "0001", "epoch": "then", "mark": 0, "submissions": 1, "conflicts": 0}
    manifest = {"release": "0.1.0", "made_at": "2026-11-26T02:00:00Z", "database": "sqlite", "facts": facts}
    members = {"manifest.json": json.dumps({**manifest, "files": [file]}).encode(), "askwell.db": copy}
    with empty_place("sqlite", tmp_path / "elsewhere", tmp_path / "logbook", str) as place:
        place.does("restore", packed(members, tmp_path / "earlier.tar"))
        place.does("backup", "--to", tmp_path / "now.tar", "--unencrypted")
        ((submissions,),) = place.ask("select count(*) from submission")
    assert submissions > 0


@pytest.mark.usefixtures("answered")
def test_a_backup_of_the_other_kind_of_database_is_refused(terminal: Terminal, tmp_path: Path) -> None:
    files = opened(terminal.backup(), terminal.key)
    kind = json.loads(files["manifest.json"])["database"]
    other = {"sqlite": "postgresql", "postgresql": "sqlite"}[kind]
    done = terminal.elsewhere.run("restore", packed(files, tmp_path / "other.tar", database=other))
    assert (done.exit_code, f"of {other}" in done.stderr) == (1, True)


def test_where_there_is_no_database_there_is_no_backup(terminal: Terminal) -> None:
    done = terminal.elsewhere.run("backup", "--to", terminal.folder, "--recipient", terminal.public)
    assert done.exit_code == 1
    assert not (terminal.elsewhere.data / "askwell.db").exists()


@pytest.fixture
def _of_another_release(terminal: Terminal) -> Iterator[None]:
    ((newest,),) = terminal.here.ask("select version_num from alembic_version")
    terminal.here.ask("update alembic_version set version_num = '0002'")
    yield
    terminal.here.ask(f"update alembic_version set version_num = '{newest}'")  # noqa: S608  as it was


@pytest.mark.usefixtures("_of_another_release")
def test_tables_of_another_release_are_not_touched_by_a_backup(terminal: Terminal) -> None:
    done = terminal.here.run("backup", "--to", terminal.folder, "--recipient", terminal.public)
    assert (done.exit_code, "askwell migrate" in done.stderr) == (1, True)
    assert terminal.here.ask("select version_num from alembic_version") == [("0002",)]


def test_answers_that_wait_for_their_group_lie_in_no_order(survey: OpenRound, terminal: Terminal, app: FastAPI) -> None:
    """pg_dump writes rows as they lie: in the order they came in, if nobody did anything about it."""
    if app.state.database.engine.dialect.name != "postgresql":
        pytest.skip("SQLite keeps these rows in the order of their ids")
    phone = survey.phone()
    came = []
    for _ in range(9):
        frozen = phone.freeze(ANSWERS, "en", NOON)
        phone.send([frozen])
        came.append(frozen["instance_id"])
    terminal.restore(terminal.backup())
    lie = [str(row[0]) for row in terminal.elsewhere.ask("select instance_id from submission order by ctid")]
    assert sorted(lie) == sorted(came)
    assert lie != came, "one in 362,880 shuffles gives the same order"


def test_a_program_that_is_missing_or_too_old_is_named(terminal: Terminal, app: FastAPI, tmp_path: Path) -> None:
    if app.state.database.engine.dialect.name != "postgresql":
        pytest.skip("SQLite needs no other program")
    old = tmp_path / "old"
    old.mkdir()
    asked = ("backup", "--to", terminal.folder, "--recipient", terminal.public)
    missing = terminal.here.run(*asked, PATH=str(old))
    assert (missing.exit_code, "pg_dump is not here" in missing.stderr) == (1, True)
    program = old / "pg_dump"
    program.write_text("#!/bin/sh\necho 'pg_dump (PostgreSQL) 9.6.24'\n")
    program.chmod(0o755)
    too_old = terminal.here.run(*asked, PATH=str(old))
    assert (too_old.exit_code, "too old" in too_old.stderr) == (1, True)
