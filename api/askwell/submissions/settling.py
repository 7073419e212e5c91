"""Settling: how answers of an anonymous round become visible without telling when they came.

What arrives waits unsettled, and the desk reads settled rows only. When 2k people or more are waiting, all but k of
them, drawn at random, are written again: deleted and inserted in shuffled order in one transaction. So every change at
the desk is a change by at least k people, nobody can tell who of the recent ones is among them, and at least k always
stay behind to be the last group. Closing settles them all. Fewer than k, such as a few late ones, stay stored and are
not shown.

Only understood submissions count as people, so that nobody can make up a group from rubbish. With an open link one
person can still make one up from many answers that look real; with cards nobody can. Those in quarantine, and
conflicts, are settled on the way with a group and never alone. Whether an answer was late is forgotten with it.
"""

import secrets
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from askwell.database import Database
from askwell.rounds import closing, states
from askwell.rounds.models import Round
from askwell.rounds.opening import find_round
from askwell.submissions import queries

_random = secrets.SystemRandom()


def least_group(k: int, *, closed: bool) -> int:
    """Return how many people must wait before any of them settles: a group, and one to stay behind."""
    return k if closed else 2 * k


def settle(db: Session, round_id: UUID, k: int, *, closed: bool) -> None:
    """Settle as many as may be; nothing when too few wait, or when another process is settling this round."""
    if not queries.lock_round(db, round_id):
        return
    there = queries.waiting(db, round_id)
    people = sorted({instance_id for instance_id, understood in there if understood})
    if len(people) < least_group(k, closed=closed):
        return
    count = len(people) if closed else len(people) - k
    chosen = _random.sample(people, count)
    in_quarantine = {instance_id for instance_id, _ in there} - set(people)
    queries.settle_submissions(db, round_id, [*chosen, *in_quarantine])
    queries.settle_conflicts(db, round_id)


def shuffle(db: Session, round_id: UUID) -> None:
    """Write what waits again in random order, as it is; nothing when another process is settling this round."""
    if queries.lock_round(db, round_id):
        queries.shuffle_waiting(db, round_id)


def close_and_settle(db: Session, round_: Round, now: datetime) -> None:
    """Close a round and let its last group be seen. Doing it again changes nothing."""
    closing.close(db, round_, now)
    if states.is_anonymous(round_.mode):
        settle(db, round_.id, round_.k, closed=True)


def round_to_read(database: Database, org_id: UUID, round_id: UUID, now: datetime) -> Round:
    """Return a round whose answers are about to be read. If its last day is over it is closed now: no clock does it."""
    with database.read() as db:
        round_ = find_round(db, org_id, round_id)
    if round_.closed_on is not None or not states.is_past(round_.closes_on, now):
        return round_
    with database.writing() as db:
        round_ = find_round(db, org_id, round_id, lock=True)
        close_and_settle(db, round_, now)
    return round_
