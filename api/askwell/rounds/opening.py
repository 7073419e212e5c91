"""Opening a round: its version, mode and k are settled here and never again."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from sqlmodel import Session

from askwell.errors import Conflict, Fault, NotFound, Unprocessable
from askwell.rounds import codes, queries, states
from askwell.rounds.models import Card, Round
from askwell.rounds.schemas import NewRound

MOST_CARDS = 20_000


class NotPublished(Unprocessable):
    """The version is not one of this organization's published versions."""

    code = "not_published"
    sentence = "A round needs a published version of one of this organization's question sets."


class LastDayIsOver(Unprocessable):
    """The round would be over before anybody could join."""

    code = "last_day_over"
    sentence = "The last day of this round is over already. Choose a later one, or none."


class NoCardsInThisMode(Conflict):
    """Cards were asked for in a round that people join in another way."""

    code = "no_cards_in_this_mode"
    sentence = "This round is not joined with cards."


class RoundIsClosed(Conflict):
    """Nothing is added to a round that is over."""

    code = "round_closed"
    sentence = "This round is closed."


class TooManyCards(Conflict):
    """More cards than any round can need."""

    code = "too_many_cards"
    sentence = f"A round has at most {MOST_CARDS} cards."


class Opened(NamedTuple):
    """A new round, and the codes of its cards: nobody can read them again later."""

    round: Round
    card_codes: list[str]


def open_round(db: Session, org_id: UUID, wish: NewRound, now: datetime) -> Opened:
    """Open a published version to people."""
    if queries.find_version(db, org_id, wish.version_id) is None:
        raise NotPublished(faults=[Fault(where="body.version_id", message="not a published version")])
    if states.is_past(wish.closes_on, now):
        raise LastDayIsOver(faults=[Fault(where="body.closes_on", message="is over", remedy="choose a later day")])
    round_ = Round(
        org_id=org_id,
        version_id=wish.version_id,
        title=wish.title,
        mode=wish.mode,
        k=wish.k,
        opens_on=wish.opens_on or min(now.date(), wish.closes_on or date.max),
        closes_on=wish.closes_on,
    )
    if wish.mode != "cards":
        round_.join_code = codes.make_code(codes.ROUND_LENGTH)
        round_.join_code_hash = codes.hash_of(round_.join_code)
    db.add(round_)
    db.flush()
    return Opened(round_, deal_cards(db, round_, wish.cards, now) if wish.cards else [])


def deal_cards(db: Session, round_: Round, count: int, now: datetime) -> list[str]:
    """Make cards for a round and return their codes. Only hashes are kept: what is not printed now is lost."""
    if round_.mode != "cards":
        raise NoCardsInThisMode
    if states.state_of(round_, now) == "closed":
        raise RoundIsClosed
    if queries.count_cards(db, round_.id) + count > MOST_CARDS:
        raise TooManyCards
    made = [codes.make_code(codes.CARD_LENGTH) for _ in range(count)]
    db.add_all(_cards(round_, made))
    db.flush()
    return made


def _cards(round_: Round, made: Sequence[str]) -> list[Card]:
    return [Card(code_hash=codes.hash_of(code), org_id=round_.org_id, round_id=round_.id) for code in made]


def find_round(db: Session, org_id: UUID, round_id: UUID, *, lock: bool = False) -> Round:
    """Return a round of the organization; raise NotFound for anything else."""
    round_ = queries.find(db, org_id, round_id, lock=lock)
    if round_ is None:
        raise NotFound
    return round_
