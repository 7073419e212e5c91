"""Reviewing: reading again, with a newer release, what an older one did not understand."""

from datetime import datetime
from typing import NamedTuple

from sqlmodel import Session

from askwell.database import Database
from askwell.identity.installing import installation
from askwell.rounds import queries as rounds
from askwell.rounds import states
from askwell.rounds.models import Round
from askwell.submissions import ids, queries, settling
from askwell.submissions.quarantine import FOR_A_PERSON
from askwell.submissions.queries import Key
from askwell.submissions.understanding import Expected, Form, understand


class Reprocessed(NamedTuple):
    """How many submissions were in quarantine, and how many of them are understood now."""

    tried: int
    understood: int


def reprocess(database: Database, now: datetime) -> Reprocessed:
    """Try to understand everything in quarantine again, one round per transaction. Running it twice does no harm."""
    with database.read() as db:
        there = queries.rounds_with_quarantine(db, FOR_A_PERSON)
    tried = understood = 0
    for round_, version_hash in there:
        with database.write() as db:
            done = _reprocess_round(db, round_, version_hash, now)
            db.commit()
        tried += done.tried
        understood += done.understood
    return Reprocessed(tried, understood)


def _reprocess_round(db: Session, round_: Round, version_hash: str, now: datetime) -> Reprocessed:
    rounds.find(db, round_.org_id, round_.id, lock=True)
    form = Form(rounds.read_document(db, round_.version_id))
    anonymous = states.is_anonymous(round_.mode)
    hash_key = installation(db).hash_key
    waiting = queries.in_quarantine(db, round_.id, FOR_A_PERSON)
    understood = 0
    for key, content in ((key, content.decode()) for key, content in waiting):
        sent_as = ids.sent_as(key[0], content, hash_key) if anonymous else key[0]
        expected = Expected(sent_as, key[1], round_.id, version_hash, anonymous, now)
        understood += _try(db, form, expected, key, content)
    if anonymous:
        closed = states.is_over(round_.closed_on, round_.closes_on, now)
        settling.settle(db, round_.id, round_.k, closed=closed)
    return Reprocessed(len(waiting), understood)


def _try(db: Session, form: Form, expected: Expected, key: Key, content: str) -> bool:
    """Release a submission that is understood now. In an anonymous round it waits for a group again."""
    again = understand(form, expected, content)
    if again.problem is not None:
        return False
    understood = {"answers": again.answers, "findings": again.findings, "settled": not expected.anonymous}
    queries.release_from_quarantine(db, expected.round_id, key, understood)
    return True
