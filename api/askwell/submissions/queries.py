"""Every statement about submissions and conflicts, in SQLAlchemy Core. Each is narrowed to one round."""

import secrets
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    RowMapping,
    Table,
    and_,
    bindparam,
    delete,
    false,
    func,
    or_,
    select,
    tuple_,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col

from askwell.identity.models import Installation
from askwell.questionsets.models import Version
from askwell.rounds.models import Capability, Round
from askwell.submissions.models import conflict, submission

Key = tuple[UUID, int]
Row = dict[str, Any]

_shuffle = secrets.SystemRandom().shuffle


class Place(NamedTuple):
    """Where a capability sends to, and what decides how its answers are kept."""

    epoch: str
    hash_key: str
    org_id: UUID
    round_id: UUID
    mode: str
    k: int
    closes_on: date | None
    closed_on: date | None
    version_id: UUID
    version_hash: str
    single: bool
    waiting: int


class Stored(NamedTuple):
    """What a receipt needs to know of a stored submission."""

    sha256: str
    problem: str | None
    late: bool
    seq: int | None
    received_on: date | None


# Statements of the busiest path are built once: building one takes about as long as running it.
_WAITING_IN_ROUND = and_(submission.c.round_id == col(Round.id), submission.c.settled.is_(False))
_WAITING_PEOPLE = (
    select(func.count(submission.c.instance_id.distinct()))
    .where(_WAITING_IN_ROUND, submission.c.problem.is_(None))
    .scalar_subquery()
)
_OF_ROUND = (
    col(Installation.store_epoch),
    col(Installation.hash_key),
    col(Round.org_id),
    col(Round.id),
    col(Round.mode),
    col(Round.k),
    col(Round.closes_on),
    col(Round.closed_on),
    col(Round.version_id),
    col(Version.version_hash),
)
_PLACE = (
    select(*_OF_ROUND, col(Capability.single), _WAITING_PEOPLE)
    .select_from(Capability)
    .join(Round, col(Round.id) == col(Capability.round_id))
    .join(Version, col(Version.id) == col(Round.version_id))
    .join(Installation, col(Installation.id) == 1)
    .where(col(Capability.token_hash) == bindparam("token_hash"))
)
_PLACE_OF_ROUND = (
    select(*_OF_ROUND, false(), _WAITING_PEOPLE)
    .select_from(Round)
    .join(Version, col(Version.id) == col(Round.version_id))
    .join(Installation, col(Installation.id) == 1)
    .where(col(Round.id) == bindparam("round_id"))
)
_INSERT_NEW = {
    dialect: insert(submission).on_conflict_do_nothing().returning(submission.c.instance_id, submission.c.rev)
    for dialect, insert in (("postgresql", postgresql.insert), ("sqlite", sqlite.insert))
}


def find_place(db: Session, token_hash: str) -> Place | None:
    """Find where a capability sends to, with all that receiving must know, in one statement."""
    row = db.connection().execute(_PLACE, {"token_hash": token_hash}).one_or_none()
    return Place(*tuple(row)) if row else None


def place_of_round(db: Session, round_id: UUID) -> Place:
    """Return where a round's own door leads, through which people come without a capability."""
    return Place(*tuple(db.connection().execute(_PLACE_OF_ROUND, {"round_id": round_id}).one()))


def lock_card(db: Session, token_hash: str) -> bool:
    """Make other requests with the same card wait; return whether it has been answered with before."""
    statement = select(col(Capability.spent)).where(col(Capability.token_hash) == token_hash).with_for_update()
    return bool(db.execute(statement).scalar_one())


def spend_card(db: Session, token_hash: str) -> None:
    """Note that a card's one answer has come."""
    db.execute(update(Capability).where(col(Capability.token_hash) == token_hash).values(spent=True))


def take_numbers(db: Session, round_id: UUID, count: int) -> int:
    """Reserve that many sequence numbers of a confidential round; return the first."""
    statement = (update(Round).where(col(Round.id) == round_id).values(last_seq=col(Round.last_seq) + count)).returning(
        col(Round.last_seq)
    )
    return int(db.execute(statement).scalar_one()) - count + 1


def insert_new(db: Session, rows: Sequence[Row]) -> set[Key]:
    """Store submissions that are not there yet, all in one statement; return the keys of those."""
    connection = db.connection()
    stored = connection.execute(_INSERT_NEW[connection.dialect.name], rows)
    return {(row[0], row[1]) for row in stored}


def insert_conflicts(db: Session, rows: Sequence[Row]) -> None:
    """Keep other bytes beside what is there; the same ones once."""
    db.connection().execute(_insert(db, conflict).on_conflict_do_nothing(), rows)


def stored(db: Session, round_id: UUID, keys: Iterable[Key]) -> dict[Key, Stored]:
    """Return what is there under these keys."""
    c = submission.c
    statement = select(c.instance_id, c.rev, c.sha256, c.problem, c.late, c.seq, c.received_on).where(
        c.round_id == round_id, _among(submission, keys)
    )
    return {(row[0], row[1]): Stored(*row[2:]) for row in db.connection().execute(statement)}


def lock_round(db: Session, round_id: UUID) -> bool:
    """Take the right to settle a round until the end of the transaction; False when another has it."""
    statement = select(col(Round.id)).where(col(Round.id) == round_id).with_for_update(key_share=True, skip_locked=True)
    return db.connection().execute(statement).first() is not None


def waiting(db: Session, round_id: UUID) -> list[tuple[UUID, bool]]:
    """List what is not settled: instance id, and whether it was understood."""
    statement = select(submission.c.instance_id, submission.c.problem).where(_waiting(submission, round_id))
    return [(row[0], row[1] is None) for row in db.connection().execute(statement)]


def settle_submissions(db: Session, round_id: UUID, instances: Sequence[UUID]) -> None:
    """Write these rows again in random order, all at once, so that neither place nor age tells when they came."""
    chosen = and_(_waiting(submission, round_id), submission.c.instance_id.in_(instances))
    _write_again(db, submission, chosen, {"settled": True, "late": False})


def settle_conflicts(db: Session, round_id: UUID) -> None:
    """Write the conflicts of settled submissions again in the same way."""
    ours, others = submission.c, conflict.c
    same = and_(ours.round_id == others.round_id, ours.instance_id == others.instance_id, ours.rev == others.rev)
    # EXISTS, not IN: SQLite would list every settled submission of the round first.
    shown = select(ours.rev).where(same, ours.settled.is_(True)).correlate(conflict).exists()
    _write_again(db, conflict, and_(_waiting(conflict, round_id), shown), {"settled": True})


def shuffle_waiting(db: Session, round_id: UUID) -> None:
    """Write what is not settled again in random order, so that nothing lies in the order it came in."""
    for table in (submission, conflict):
        _write_again(db, table, _waiting(table, round_id), {})


def quarantine_page(db: Session, round_id: UUID, after: Key | None, limit: int) -> list[RowMapping]:
    """List settled submissions in quarantine, by instance id, which is random."""
    c = submission.c
    statement = (
        select(c.instance_id, c.rev, c.problem, c.late, c.content)
        .where(c.round_id == round_id, c.settled.is_(True), c.problem.is_not(None))
        .order_by(c.instance_id, c.rev)
        .limit(limit)
    )
    if after is not None:
        statement = statement.where(tuple_(c.instance_id, c.rev) > tuple_(*after))
    return list(db.connection().execute(statement).mappings())


def conflict_page(db: Session, round_id: UUID, after: tuple[UUID, int, str] | None, limit: int) -> list[RowMapping]:
    """List settled conflicts beside what was kept first, by instance id, which is random."""
    ours, others = submission.c, conflict.c
    kept = and_(ours.round_id == others.round_id, ours.instance_id == others.instance_id, ours.rev == others.rev)
    statement = (
        select(
            others.instance_id,
            others.rev,
            ours.sha256.label("kept_sha256"),
            ours.content.label("kept_content"),
            others.sha256.label("other_sha256"),
            others.content.label("other_content"),
        )
        .join(submission, kept)
        .where(others.round_id == round_id, others.settled.is_(True))
        .order_by(others.instance_id, others.rev, others.sha256)
        .limit(limit)
    )
    if after is not None:
        statement = statement.where(tuple_(others.instance_id, others.rev, others.sha256) > tuple_(*after))
    return list(db.connection().execute(statement).mappings())


def rounds_with_quarantine(db: Session, without: Sequence[str]) -> list[tuple[Round, str]]:
    """List rounds in which something is in quarantine for another reason than these, with their version's hash."""
    c = submission.c
    some = select(c.round_id).where(c.problem.is_not(None), c.problem.not_in(without))
    statement = select(Round, col(Version.version_hash)).join(Version, col(Version.id) == col(Round.version_id))
    return [(row[0], row[1]) for row in db.execute(statement.where(col(Round.id).in_(some)))]


def in_quarantine(db: Session, round_id: UUID, without: Sequence[str]) -> list[tuple[Key, bytes]]:
    """List everything of a round that is in quarantine for another reason than these, settled or not."""
    c = submission.c
    statement = select(c.instance_id, c.rev, c.content).where(
        c.round_id == round_id, c.problem.is_not(None), c.problem.not_in(without)
    )
    return [((row[0], row[1]), row[2]) for row in db.connection().execute(statement)]


def release_from_quarantine(db: Session, round_id: UUID, key: Key, understood: Row) -> None:
    """Store what was understood of a submission after all; it stays in quarantine where there is a problem still."""
    c = submission.c
    mine = and_(c.round_id == round_id, c.instance_id == key[0], c.rev == key[1])
    values = {"problem": None, **understood}
    values["quality"] = "quarantined" if values["problem"] else "ok"
    db.connection().execute(update(submission).where(mine).values(**values))


def _write_again(db: Session, table: Table, chosen: ColumnElement[bool], changes: Row) -> None:
    connection = db.connection()
    taken = connection.execute(delete(table).where(chosen).returning(table)).mappings()
    rows = [dict(row) | changes for row in taken]
    _shuffle(rows)
    if rows:
        connection.execute(table.insert(), rows)


def _waiting(table: Table, round_id: UUID) -> ColumnElement[bool]:
    return and_(table.c.round_id == round_id, table.c.settled.is_(False))


def _among(table: Table, keys: Iterable[Key]) -> ColumnElement[bool]:
    return or_(*(and_(table.c.instance_id == instance_id, table.c.rev == rev) for instance_id, rev in keys))


def _insert(db: Session, table: Table) -> postgresql.Insert | sqlite.Insert:
    if db.get_bind().dialect.name == "postgresql":
        return postgresql.insert(table)
    return sqlite.insert(table)
