"""Verifying: a backup is restored on trial and compared with the running database, row by row.

Ids and SHA-256 are read out of the restored copy, and the SHA-256 are worked out anew from its bytes. What was found
there is *safe* from then on.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from uuid import UUID

from sqlmodel import Session

from askwell.admin import migrating
from askwell.backups import archive, stores
from askwell.backups.backing_up import scratch
from askwell.backups.keys import Identities
from askwell.backups.restoring import insist_on_readable
from askwell.database import Database
from askwell.settings import Settings
from askwell.submissions import proof_queries, proving
from askwell.submissions.proof_queries import Name, Place


@dataclass
class Comparison:
    """What two copies of the data have in common, counted in rows."""

    same: int = 0
    missing: int = 0  # in the backup, not here
    other: int = 0  # here with other bytes
    extra: int = 0  # here, not in the backup
    damaged: int = 0  # the backup's own bytes are not those of its SHA-256
    noted: int = 0  # safe from now on

    @property
    def is_whole(self) -> bool:
        """Whether everything in the backup is here, byte for byte."""
        return not (self.missing or self.other or self.damaged)


@dataclass(frozen=True)
class _Read:
    """What was read of one round in the restored copy."""

    sound: frozenset[Name]
    settled: frozenset[Name]
    damaged: int


def verify(settings: Settings, path: Path, identities: Identities) -> Comparison:
    """Restore a backup on trial, compare it, and note what is proved by it."""
    running = stores.open_running(settings.database)
    try:
        with scratch(settings) as folder:
            manifest = archive.unpack(path, Path(folder), identities)
            insist_on_readable(manifest)
            with stores.module_of(manifest.database).tried(Path(folder), running) as copy:
                migrating.migrate(copy)
                return _compare(running, copy)
    finally:
        running.dispose()


def _compare(running: Database, copy: Database) -> Comparison:
    found = Comparison()
    for place in _places(running):
        with copy.read() as db:
            read = _read(db, place.round_id)
        with running.read() as db:
            _count(found, read, proof_queries.all_of_round(db, place.round_id))
        with running.writing() as db:
            found.noted += proving.note(db, place, read.settled)
    for place in set(_places(copy)) - set(_places(running)):
        with copy.read() as db:
            _count(found, _read(db, place.round_id), set())
    if found.is_whole:
        with running.writing() as db:
            proof_queries.count_verified(db)
    return found


def _places(database: Database) -> list[Place]:
    with database.read() as db:
        return proof_queries.places(db)


def _read(copy: Session, round_id: UUID) -> _Read:
    sound, settled, damaged = set(), set(), 0
    for name, content, is_settled in proof_queries.contents_of_round(copy, round_id):
        if sha256(content).hexdigest() != name[2]:
            damaged += 1
            continue
        sound.add(name)
        if is_settled:
            settled.add(name)
    return _Read(frozenset(sound), frozenset(settled), damaged)


def _count(found: Comparison, read: _Read, here: set[Name]) -> None:
    lacking = read.sound - here
    other = len(_interviews(lacking) & _interviews(here))
    found.same += len(read.sound & here)
    found.other += other
    found.missing += len(lacking) - other
    found.extra += len(here - read.sound)
    found.damaged += read.damaged


def _interviews(names: Iterable[Name]) -> set[tuple[UUID, int]]:
    return {(instance_id, rev) for instance_id, rev, _ in names}
