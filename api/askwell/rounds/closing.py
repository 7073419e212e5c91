"""Closing a round: no new phones, and cards that nobody drew are worth nothing. Answers are still taken, as late."""

from datetime import datetime

from sqlmodel import Session

from askwell.rounds import mixing, queries
from askwell.rounds.models import Round


def close(db: Session, round_: Round, now: datetime) -> None:
    """Close a round; closing it again changes nothing."""
    if round_.closed_on is not None:
        return
    round_.closed_on = now.date()
    queries.wait_to_mix(db, round_.id)
    queries.burn_cards(db, round_.id)
    mixing.mix_afterwards(db, round_.id)
    db.add(round_)
    db.flush()
