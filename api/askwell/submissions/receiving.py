"""Receiving: every item is stored exactly once, however often the phone sends it, and whatever it says.

All items of a request are one transaction, and one bad item never fails the others. Nothing is refused for its content:
what is not understood is stored in quarantine, what comes after the end is stored as late, other bytes under a known id
are stored beside the first. The caller commits, and only then may the answer leave.

What comes in several parts is stored with the first of them, and held: it is in quarantine, and counts in nothing,
until the last part has come.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from askwell.rounds import queries as rounds
from askwell.rounds import states
from askwell.rounds.documents import ByHash
from askwell.submissions import queries, receipts, settling
from askwell.submissions.arriving import Arrival, weigh
from askwell.submissions.quarantine import Problem
from askwell.submissions.queries import Key, Place, Row
from askwell.submissions.schemas import ItemResult, SubmissionItem, SubmissionResults
from askwell.submissions.storing import Outcome, store
from askwell.submissions.understanding import Form

_forms = ByHash(Form)

Items = Sequence[SubmissionItem | None]


def form_of(db: Session, place: Place) -> Form:
    """Return the version that is asked at a place, prepared for reading what comes."""
    return _forms.get(place.version_hash, lambda: rounds.read_document(db, place.version_id))


def receive(
    db: Session, place: Place, token_hash: str, items: Items, now: datetime, hold: Problem | None = None
) -> SubmissionResults:
    """Store submissions exactly once and say what became of each, in the order they were sent."""
    weighed = list(weigh(form_of(db, place), place, items, now, hold))
    arrivals = [one for one in weighed if isinstance(one, Arrival)]
    stored = iter(_keep(db, place, token_hash, arrivals, now) if arrivals else [])
    results = [next(stored) if isinstance(one, Arrival) else one for one in weighed]
    return SubmissionResults(epoch=place.epoch, results=results)


def refuse_all(epoch: str, items: Items) -> SubmissionResults:
    """Answer a phone that is not known here: nothing was stored, and it keeps everything."""
    results = [receipts.refused(item, "unknown_capability") for item in items]
    return SubmissionResults(epoch=epoch, results=results)


def _keep(db: Session, place: Place, token_hash: str, arrivals: Sequence[Arrival], now: datetime) -> list[ItemResult]:
    first: dict[Key, Arrival] = {}
    for arrival in arrivals:
        first.setdefault(arrival.key, arrival)
    outcome = store(db, place, token_hash, first, now)
    _keep_both(db, place, arrivals, outcome)
    fresh = len(outcome.new) + _complete(db, place, arrivals, outcome)
    if fresh and states.is_anonymous(place.mode):
        _settle(db, place, fresh, now)
    return [_result(place.epoch, arrival, outcome, first=first[arrival.key] is arrival) for arrival in arrivals]


def _settle(db: Session, place: Place, new: int, now: datetime) -> None:
    """Settle if so many wait by now; the count was taken with the place, so it may be a little late, never early."""
    closed = states.is_over(place.closed_on, place.closes_on, now)
    if place.waiting + new >= settling.least_group(place.k, closed=closed):
        settling.settle(db, place.round_id, place.k, closed=closed)


def _complete(db: Session, place: Place, arrivals: Sequence[Arrival], outcome: Outcome) -> int:
    """Let go of what was held for its last part, now that it is whole; return how many."""
    whole = [arrival for arrival in arrivals if _was_held(arrival, outcome)]
    if whole:  # settling would write the row again under our hands
        rounds.find(db, place.org_id, place.round_id, lock=True)
    for key, (problem, answers, findings) in ((arrival.key, arrival.understood) for arrival in whole):
        settled = not states.is_anonymous(place.mode)
        values = {"problem": problem, "answers": answers, "findings": findings, "settled": settled}
        queries.release_from_quarantine(db, place.round_id, key, values)
        outcome.there[key] = outcome.there[key]._replace(problem=problem)
    return len(whole)


def _was_held(arrival: Arrival, outcome: Outcome) -> bool:
    there = outcome.there.get(arrival.key)
    held = there is not None and there.problem == "parts_missing" and there.sha256 == arrival.sha256
    return held and arrival.understood.problem != "parts_missing"


def _keep_both(db: Session, place: Place, arrivals: Sequence[Arrival], outcome: Outcome) -> None:
    """Store other bytes under a known id beside the first ones. They wait for a group like everything else."""
    others = [arrival for arrival in arrivals if _differs(arrival, outcome)]
    if others:
        settled = not states.is_anonymous(place.mode)
        queries.insert_conflicts(db, [_conflict(place, arrival, settled=settled) for arrival in others])


def _differs(arrival: Arrival, outcome: Outcome) -> bool:
    there = outcome.there.get(arrival.key)
    return there is not None and there.sha256 != arrival.sha256


def _conflict(place: Place, arrival: Arrival, *, settled: bool) -> Row:
    return {
        "org_id": place.org_id,
        "round_id": place.round_id,
        "instance_id": arrival.key[0],
        "rev": arrival.key[1],
        "sha256": arrival.sha256,
        "content": arrival.content,
        "settled": settled,
    }


def _result(epoch: str, arrival: Arrival, outcome: Outcome, *, first: bool) -> ItemResult:
    there = outcome.there.get(arrival.key)
    if there is None:
        return receipts.later(arrival.sent, arrival.sha256)
    if there.sha256 != arrival.sha256:
        return receipts.conflicting(epoch, arrival.sent, arrival.sha256)
    return receipts.kept(epoch, arrival.sent, there, first=first and arrival.key in outcome.new)
