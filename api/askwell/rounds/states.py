"""What follows from a round's mode and dates: the word people read, and whether the round has begun, or is over."""

from datetime import date, datetime, timedelta
from typing import Literal

from askwell.rounds.models import Round

Mode = Literal["open_link", "cards", "interview"]
Word = Literal["anonymous", "confidential"]
State = Literal["not_yet", "open", "closed"]

# UTC+14 is the first zone in which a day begins, UTC-12 the last in which it ends.
_AHEAD_OF_UTC = timedelta(hours=14)
_BEHIND_UTC = timedelta(hours=12)

_WORDS: dict[str, Word] = {"open_link": "anonymous", "cards": "anonymous", "interview": "confidential"}


def word_of(mode: str) -> Word:
    """Return the word that a mode has earned; nobody may choose another."""
    return _WORDS[mode]


def is_anonymous(mode: str) -> bool:
    """Return whether nothing may be kept that could order or time the answers."""
    return word_of(mode) == "anonymous"


def is_past(closes_on: date | None, now: datetime) -> bool:
    """Return whether the last day is over everywhere: a phone knows its own midnight only."""
    return closes_on is not None and closes_on < (now - _BEHIND_UTC).date()


def is_over(closed_on: date | None, closes_on: date | None, now: datetime) -> bool:
    """Return whether a round has been closed, or its last day has passed."""
    return closed_on is not None or is_past(closes_on, now)


def has_begun(opens_on: date, now: datetime) -> bool:
    """Return whether the first day has begun anywhere: a phone knows its own midnight only."""
    return opens_on <= (now + _AHEAD_OF_UTC).date()


def state_of(round_: Round, now: datetime) -> State:
    """Return whether the round takes new phones. Answers are taken in every state."""
    if is_over(round_.closed_on, round_.closes_on, now):
        return "closed"
    return "open" if has_begun(round_.opens_on, now) else "not_yet"
