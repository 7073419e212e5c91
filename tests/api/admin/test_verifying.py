"""A backup is tried, compared row by row, and what it proves is called safe: no sooner, and never one by one."""

from typing import Any

import pytest
from fastapi import FastAPI

from askwell.demonstration.phone import Phone
from support.backups import Terminal
from support.rounds import ANSWERS, NOON, OpenRound, changed, item

CHANGED = "update submission set sha256 = '{0}' where sha256 = '{1}'"


def send(phone: Phone, count: int) -> list[dict[str, Any]]:
    """Send so many answers, one after the other."""
    items = [phone.freeze(ANSWERS, "en", NOON) for _ in range(count)]
    assert all(phone.send([one])[0]["stored"] for one in items)
    return items


def safe(phone: Phone, items: list[dict[str, Any]]) -> list[bool]:
    told = phone.ask(items)["items"]
    assert all(one["have"] == sent["sha256"] for one, sent in zip(told, items, strict=True))
    return [one["safe"] for one in told]


def test_what_was_in_the_backup_is_safe_and_what_came_later_is_not(interviews: OpenRound, terminal: Terminal) -> None:
    phone = interviews.phone()
    before = send(phone, 3)
    backup = terminal.backup()
    after = send(phone, 2)
    assert safe(phone, before + after) == [False] * 5
    done = terminal.verify(backup)
    assert (done.exit_code, done.stdout) == (
        0,
        "came since, or while it was made: fewer than 5\nThe backup is whole.\n",
    )
    assert safe(phone, before + after) == [True] * 3 + [False] * 2
    assert phone.ask(before)["backup_seq"] == 1
    terminal.verify(terminal.backup("b.age"))
    assert safe(phone, before + after) == [True] * 5
    assert phone.ask(before)["backup_seq"] == 2


def test_verifying_twice_changes_nothing(interviews: OpenRound, terminal: Terminal) -> None:
    phone = interviews.phone()
    sent = send(phone, 2)
    backup = terminal.backup()
    assert [terminal.verify(backup).exit_code for _ in range(2)] == [0, 0]
    assert safe(phone, sent) == [True, True]


def test_both_of_a_conflict_are_safe_and_so_is_rubbish(interviews: OpenRound, terminal: Terminal) -> None:
    phone = interviews.phone()
    (sent,) = send(phone, 1)
    other, rubbish = changed(sent, base="other"), item("rubbish")
    phone.send([other])
    phone.send([rubbish])
    terminal.verify(terminal.backup())
    assert safe(phone, [sent, other, rubbish]) == [True, True, True]


def test_in_an_anonymous_round_only_what_had_settled_is_called_safe(survey: OpenRound, terminal: Terminal) -> None:
    """Else whoever reads the database could tell of each answer whether it came before that night or after."""
    phone = survey.phone()
    sent = send(phone, 9)
    terminal.verify(terminal.backup())
    assert safe(phone, sent) == [False] * 9
    sent += send(phone, 1)
    assert safe(phone, sent) == [False] * 10
    terminal.verify(terminal.backup("b.age"))
    assert sum(safe(phone, sent)) == 5, "the first group, and all of it"
    survey.close()
    terminal.verify(terminal.backup("c.age"))
    assert safe(phone, sent) == [True] * 10


def test_a_group_that_settles_between_backup_and_trial_is_noted_whole_or_not_at_all(
    survey: OpenRound, terminal: Terminal
) -> None:
    phone = survey.phone()
    before = send(phone, 9)
    backup = terminal.backup()
    after = send(phone, 1)
    done = terminal.verify(backup)
    assert (done.exit_code, safe(phone, before + after)) == (0, [False] * 10)
    terminal.verify(terminal.backup("b.age"))
    assert sum(safe(phone, before + after)) == 5


def test_fewer_than_k_are_never_called_safe(survey: OpenRound, terminal: Terminal) -> None:
    phone = survey.phone()
    sent = send(phone, 4)
    survey.close()
    terminal.verify(terminal.backup())
    assert safe(phone, sent) == [False] * 4


def test_the_notes_of_a_group_were_written_together(survey: OpenRound, terminal: Terminal, app: FastAPI) -> None:
    if app.state.database.engine.dialect.name != "postgresql":
        pytest.skip("SQLite keeps no trace of transactions in its rows")
    send(survey.phone(), 15)
    terminal.verify(terminal.backup())
    groups = terminal.here.ask("select count(*) from proved group by xmin::text")
    shared = terminal.here.ask("select count(*) from proved p join submission s on p.xmin = s.xmin")
    assert (groups, shared) == ([(10,)], [(0,)])


def test_what_the_backup_has_and_the_server_has_not_any_more_is_told(interviews: OpenRound, terminal: Terminal) -> None:
    phone = interviews.phone()
    kept, lost = send(phone, 2)
    backup = terminal.backup()
    terminal.here.ask(f"delete from submission where sha256 = '{lost['sha256']}'")  # noqa: S608  hex
    done = terminal.verify(backup)
    assert done.exit_code == 1
    assert "not here any more: 1\n" in done.stderr
    assert "NOT WHOLE" in done.stderr
    assert safe(phone, [kept]) == [True]
    assert phone.ask([lost])["items"][0]["safe"] is False
    assert phone.ask([kept])["backup_seq"] == 0


def test_a_whole_round_that_is_gone_is_told(interviews: OpenRound, terminal: Terminal) -> None:
    send(interviews.phone(), 2)
    backup = terminal.backup()
    for table in ("submission", "capability", "round"):
        terminal.here.ask(f"delete from {table}")  # noqa: S608  the names above
    done = terminal.verify(backup)
    assert (done.exit_code, "not here any more: 2\n" in done.stderr) == (1, True)


def test_other_bytes_under_one_id_are_told_and_not_called_safe(interviews: OpenRound, terminal: Terminal) -> None:
    phone = interviews.phone()
    same, other = send(phone, 2)
    backup = terminal.backup()
    terminal.here.ask(CHANGED.format("0" * 64, other["sha256"]))
    done = terminal.verify(backup)
    assert (done.exit_code, "other bytes than in the backup: 1\n" in done.stderr) == (1, True)
    assert safe(phone, [same]) == [True]
    assert phone.ask([{**other, "sha256": "0" * 64}])["items"][0] == {
        "instance_id": other["instance_id"],
        "rev": 1,
        "have": "0" * 64,
        "parts_missing": [],
        "safe": False,
    }


def test_a_hash_is_worked_out_anew_and_not_believed(interviews: OpenRound, terminal: Terminal, app: FastAPI) -> None:
    phone = interviews.phone()
    (harmed,) = send(phone, 1)
    byte = "x'78'" if app.state.database.engine.dialect.name == "sqlite" else "'x'::bytea"
    terminal.here.ask(f"update submission set content = {byte}")  # noqa: S608  one of the two above
    done = terminal.verify(terminal.backup())
    assert (done.exit_code, "damaged in the backup: 1\n" in done.stderr) == (1, True)
    assert safe(phone, [harmed]) == [False]


def test_a_damaged_backup_proves_nothing(interviews: OpenRound, terminal: Terminal) -> None:
    phone = interviews.phone()
    sent = send(phone, 1)
    backup = terminal.backup()
    backup.write_bytes(backup.read_bytes()[:-1])
    done = terminal.verify(backup)
    assert (done.exit_code, safe(phone, sent)) == (1, [False])
    assert phone.ask(sent)["backup_seq"] == 0


def test_a_trial_leaves_nothing_behind(interviews: OpenRound, terminal: Terminal, app: FastAPI) -> None:
    send(interviews.phone(), 1)
    backup = terminal.backup()
    before = sorted(path.name for path in terminal.here.data.iterdir())
    assert terminal.verify(backup).exit_code == 0
    assert sorted(path.name for path in terminal.here.data.iterdir()) == before
    if app.state.database.engine.dialect.name == "postgresql":
        databases = {name for (name,) in terminal.here.ask("select datname from pg_database")}
        assert [name for name in databases if "trial" in name] == []


def test_a_restored_copy_still_knows_what_was_proved(interviews: OpenRound, terminal: Terminal) -> None:
    send(interviews.phone(), 2)
    terminal.verify(terminal.backup())
    terminal.restore(terminal.backup("b.age"))
    assert terminal.elsewhere.ask("select count(*) from proved") == [(2,)]
