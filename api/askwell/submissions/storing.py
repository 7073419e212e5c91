"""Storing: arrivals become rows, once each. All in one statement; if that fails, one by one behind savepoints."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy.exc import OperationalError, StatementError
from sqlmodel import Session

from askwell.rounds import mixing, states
from askwell.submissions import queries
from askwell.submissions.arriving import Arrival
from askwell.submissions.queries import Key, Place, Row, Stored

Insert = Callable[[Session, Sequence[Row]], set[Key]]


class Outcome(NamedTuple):
    """What is stored now under the keys of a request, and which of it is new. A key in neither could not be stored."""

    there: dict[Key, Stored]
    new: set[Key]


def store(db: Session, place: Place, token_hash: str, arrivals: Mapping[Key, Arrival], now: datetime) -> Outcome:
    """Store what is not there yet, all in one statement; if the database refuses that, one by one."""
    try:
        return _store(db, place, token_hash, arrivals, now, queries.insert_new)
    except OperationalError:  # busy or full: nobody's fault, and the whole request may come again
        raise
    except StatementError:
        db.rollback()
        return _store(db, place, token_hash, arrivals, now, _insert_one_by_one)


def _store(
    db: Session, place: Place, token_hash: str, arrivals: Mapping[Key, Arrival], now: datetime, insert: Insert
) -> Outcome:
    # In the order of their keys, so that two requests with the same items never wait for each other in a circle.
    rows = {key: _row(place, arrivals[key], now) for key in sorted(arrivals)}
    if not states.is_anonymous(place.mode):
        _number(db, place, [rows[key] for key in arrivals], now)
    if place.single:
        _one_answer_per_card(db, place, token_hash, rows)
    new = insert(db, list(rows.values()))
    if new and place.single:
        queries.spend_card(db, token_hash)
    if place.single:  # also when everything was there: it may be that nobody could, the first time
        mixing.mix_afterwards(db, place.round_id)
    there = {key: _as_stored(rows[key]) for key in new}
    if len(new) < len(rows):
        there |= queries.stored(db, place.round_id, rows.keys() - new)
    return Outcome(there, new)


def _row(place: Place, arrival: Arrival, now: datetime) -> Row:
    problem, answers, findings = arrival.understood
    return {
        "org_id": place.org_id,
        "round_id": place.round_id,
        "instance_id": arrival.key[0],
        "rev": arrival.key[1],
        "sha256": arrival.sha256,
        "content": arrival.content,
        "quality": "quarantined" if problem else "ok",
        "problem": problem,
        "late": states.is_over(place.closed_on, place.closes_on, now),
        "answers": answers,
        "findings": findings,
        "settled": False,
        "seq": None,
        "received_on": None,
    }


def _number(db: Session, place: Place, rows: Sequence[Row], now: datetime) -> None:
    """Give the rows of a confidential round their order and day; they need no group to be seen."""
    first = queries.take_numbers(db, place.round_id, len(rows))
    for seq, row in enumerate(rows, first):
        row.update(settled=True, seq=seq, received_on=now.date())


def _one_answer_per_card(db: Session, place: Place, token_hash: str, rows: dict[Key, Row]) -> None:
    """Let a person look at everything that a card brings after its first answer."""
    spent = queries.lock_card(db, token_hash)
    known = queries.stored(db, place.round_id, rows)
    for row in (row for key, row in rows.items() if key not in known):
        if spent:
            row.update(quality="quarantined", problem="second_with_one_card")
        spent = True


def _insert_one_by_one(db: Session, rows: Sequence[Row]) -> set[Key]:
    return {key for row in rows for key in _insert_alone(db, row)}


def _insert_alone(db: Session, row: Row) -> set[Key]:
    """Store one item; if its answers are what the database does not take, store its bytes without them."""
    for without in ({}, {"quality": "quarantined", "problem": "not_understood", "answers": None, "findings": None}):
        row.update(without)
        try:
            with db.connection().begin_nested():
                return queries.insert_new(db, [row])
        except OperationalError:
            raise
        except StatementError:
            continue
    return set()


def _as_stored(row: Row) -> Stored:
    return Stored(row["sha256"], row["problem"], row["late"], row["seq"], row["received_on"])
