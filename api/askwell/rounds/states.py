"""What follows from a round's mode and dates: the word people read, and whether the round is over."""

from datetime import date, datetime, timedelta
from typing import Literal

from askwell.rounds.models import Round

Mode = Literal["open_link", "cards", "interview"]
Word = Literal["anonymous", "confidential"]
State = Literal["open", "closed"]

# UTC-12 is the last zone in which a day ends.
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


def state_of(round_: Round, now: datetime) -> State:
    """Return whether the round takes new phones."""
    return "closed" if is_over(round_.closed_on, round_.closes_on, now) else "open"
