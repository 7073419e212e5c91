"""Guarding: codes that nobody has are turned away before anything is written, and guesses at short codes are counted.

A round's code has 50 bits and is limited; a card's has 100, which nobody guesses, and is not. Guesses are counted by a
name that thousands of network addresses share (`limiting.neighbourhood`); no address is kept.
"""

from datetime import datetime

from sqlmodel import Session

from askwell.database import Database
from askwell.identity import limiting
from askwell.rounds import codes, joining, queries
from askwell.rounds.schemas import Join


def guard(database: Database, limit: limiting.Limit, near: str, wish: Join, now: datetime) -> None:
    """Let a code pass that somebody has; raise UnknownCode, or TooMany where too many short codes were wrong.

    When the limit is used up, a right code of a new phone is refused like a wrong one: the difference would tell a
    guesser. A phone that has joined this very round may ask again: it guesses nothing.
    """
    with database.read() as db:
        meant = joining.find_code(db, wish.code)
        again = meant is not None and _has_joined(db, wish.capability_hash, meant)
    if again:
        return
    short = codes.is_short(wish.code)
    if short:
        limiting.check(database, limit, near, at=now)
    if meant is not None:
        return
    if short:
        limiting.count_failure(database, limit, near, at=now)
    raise joining.UnknownCode


def _has_joined(db: Session, capability_hash: str, meant: joining.Meant) -> bool:
    known = queries.find_capability(db, capability_hash)
    return known is not None and known.round_id == meant.round_id
