"""Every statement about which bytes are here, and which are proved to be in a backup. Each is narrowed to one round."""

from collections.abc import Collection, Iterator
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Select, Table, bindparam, exists, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col

from askwell.identity.models import Installation
from askwell.rounds.models import Capability, Round
from askwell.submissions.models import conflict, proved, submission

# Id, revision and SHA-256: these bytes of this interview, and no others.
Name = tuple[UUID, int, str]
HOLDING = (submission, conflict)


class Asking(NamedTuple):
    """Where a phone that asks belongs, and what it must know of the server."""

    epoch: str
    verified_backups: int
    hash_key: str
    round_id: UUID
    mode: str


class Kept(NamedTuple):
    """One row that holds bytes."""

    name: Name
    content: bytes
    settled: bool


class Place(NamedTuple):
    """A round, as far as its backups are concerned."""

    org_id: UUID
    round_id: UUID
    mode: str


_ASKING = (
    select(
        col(Installation.store_epoch),
        col(Installation.verified_backups),
        col(Installation.hash_key),
        col(Capability.round_id),
        col(Round.mode),
    )
    .select_from(Capability)
    .join(Round, col(Round.id) == col(Capability.round_id))
    .join(Installation, col(Installation.id) == 1)
    .where(col(Capability.token_hash) == bindparam("token_hash"))
)

# Two verifications at once may find the same.
_NOTE = {
    "postgresql": postgresql.insert(proved).on_conflict_do_nothing(),
    "sqlite": sqlite.insert(proved).on_conflict_do_nothing(),
}


def find_asking(db: Session, token_hash: str) -> Asking | None:
    """Find where the phone with this capability belongs."""
    row = db.connection().execute(_ASKING, {"token_hash": token_hash}).one_or_none()
    return Asking(row[0], row[1], row[2], row[3], row[4]) if row else None


def here(db: Session, round_id: UUID, instances: Collection[UUID]) -> set[Name]:
    """Return what is stored of these interviews, conflicts included."""
    return {name for table in HOLDING for name in _names(db, _of_round(table, round_id, instances))}


def proved_of(db: Session, round_id: UUID, instances: Collection[UUID]) -> set[Name]:
    """Return what is proved of these interviews."""
    return set(_names(db, _of_round(proved, round_id, instances)))


def places(db: Session) -> list[Place]:
    """List every round."""
    return [Place(*row) for row in db.execute(select(col(Round.org_id), col(Round.id), col(Round.mode)))]


def all_of_round(db: Session, round_id: UUID) -> set[Name]:
    """Return everything that is stored of a round."""
    return {name for table in HOLDING for name in _names(db, _of_round(table, round_id))}


def contents_of_round(db: Session, round_id: UUID) -> Iterator[Kept]:
    """Yield everything that is stored of a round, with its bytes, a few at a time."""
    for table in HOLDING:
        c = table.c
        statement = select(c.instance_id, c.rev, c.sha256, c.content, c.settled).where(c.round_id == round_id)
        rows = db.connection().execute(statement, execution_options={"yield_per": 200})
        yield from (Kept((row[0], row[1], row[2]), row[3], row[4]) for row in rows)


def settled_and_unproved(db: Session, round_id: UUID) -> set[Name]:
    """Return what is settled in a round and not proved yet."""
    return {name for table in HOLDING for name in _names(db, _unproved(table, round_id))}


def note_proved(db: Session, place: Place, names: Collection[Name]) -> None:
    """Note that these bytes are in a backup, in the order of their ids, which is random."""
    rows = [
        {"org_id": place.org_id, "round_id": place.round_id, "instance_id": name[0], "rev": name[1], "sha256": name[2]}
        for name in sorted(names)
    ]
    if rows:
        connection = db.connection()
        connection.execute(_NOTE[connection.dialect.name], rows)


def count_verified(db: Session) -> None:
    """Count one more backup that was restored on trial and found whole."""
    more = col(Installation.verified_backups) + 1
    db.execute(update(Installation).where(col(Installation.id) == 1).values(verified_backups=more))


def _of_round(table: Table, round_id: UUID, instances: Collection[UUID] | None = None) -> Select[UUID, int, str]:
    c = table.c
    statement = select(c.instance_id, c.rev, c.sha256).where(c.round_id == round_id)
    return statement if instances is None else statement.where(c.instance_id.in_(instances))


def _unproved(table: Table, round_id: UUID) -> Select[UUID, int, str]:
    ours, theirs = table.c, proved.c
    same = exists().where(
        theirs.round_id == ours.round_id,
        theirs.instance_id == ours.instance_id,
        theirs.rev == ours.rev,
        theirs.sha256 == ours.sha256,
    )
    return _of_round(table, round_id).where(ours.settled.is_(True), ~same)


def _names(db: Session, statement: Select[UUID, int, str]) -> Iterator[Name]:
    return ((row[0], row[1], row[2]) for row in db.connection().execute(statement))
