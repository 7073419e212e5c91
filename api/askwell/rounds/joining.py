"""Joining: a phone trades a code for the right to send answers.

The phone makes the secret and sends only its hash, so an answer that got lost costs nothing: the same request gives the
same answer again, even when its card is used up or the round has closed since. Marking the card and storing the
capability is one transaction; `mixing` sees to it that nothing says which card it was.
"""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlmodel import Session

from askwell.errors import Conflict, NotFound, Unauthorized
from askwell.rounds import codes, mixing, queries, states
from askwell.rounds.models import Capability, Card, Round
from askwell.rounds.queries import RoundOnPhone


class UnknownCode(NotFound):
    """No round and no card has this code."""

    code = "unknown_code"
    sentence = "This code is not known. Check it letter by letter."


class CardUsed(Conflict):
    """Another phone has joined with this card."""

    code = "card_used"
    sentence = "This card has been used already. Each card works once."


class RoundClosed(Conflict):
    """The round takes no new phones."""

    code = "round_closed"
    sentence = "This round is closed. Answers that are already on a phone can still be sent."


class RoundNotYet(Conflict):
    """The first day of the round has not begun. The code stays good, and a card unused."""

    code = "round_not_yet"
    sentence = "This round has not begun. The same code lets you in from its first day on."


class CapabilityTaken(Conflict):
    """This secret already belongs to another round; phones make a new one for each."""

    code = "capability_taken"
    sentence = "This phone's secret is already in use for another round. Try again with a new one."


class UnknownCapability(Unauthorized):
    """The secret is not one that has joined a round here."""

    code = "unknown_capability"
    sentence = "This phone is not known here. Its answers stay on the phone; join again with a code."


class Meant(NamedTuple):
    """What a code stands for: a round, and the card if it is one."""

    round_id: UUID
    card: Card | None


def join(db: Session, typed_code: str, capability_hash: str, now: datetime) -> RoundOnPhone:
    """Give a phone its place in a round exactly once, however often it asks."""
    meant = find_code(db, typed_code)
    if meant is None:
        raise UnknownCode
    round_id, card = meant
    if card is not None:
        mixing.mix_afterwards(db, round_id)
    known = queries.find_capability(db, capability_hash)
    if known is not None:
        return _same_answer(db, known, round_id)
    there = queries.round_on_phone(db, round_id)
    _insist_on_open(there.round, now)
    if card is not None and not queries.use_card(db, card.code_hash):
        return _used_by_this_phone_or(db, capability_hash, round_id)
    return _admit(db, there.round, capability_hash, single=card is not None)


def _insist_on_open(round_: Round, now: datetime) -> None:
    state = states.state_of(round_, now)
    if state == "closed":
        raise RoundClosed
    if state == "not_yet":
        raise RoundNotYet(opens_on=round_.opens_on)


def find_code(db: Session, typed_code: str) -> Meant | None:
    """Return what a code stands for, used or not; None when nobody has it."""
    code = codes.normalize(typed_code)
    if code is None:
        return None
    code_hash = codes.hash_of(code)
    if len(code) == codes.ROUND_LENGTH:
        round_id = queries.round_of_code(db, code_hash)
        return Meant(round_id, None) if round_id else None
    card = queries.find_card(db, code_hash)
    return Meant(card.round_id, card) if card else None


def _admit(db: Session, round_: Round, capability_hash: str, *, single: bool) -> RoundOnPhone:
    queries.add_capability(db, round_, capability_hash, single=single)
    return _used_by_this_phone_or(db, capability_hash, round_.id)


def _used_by_this_phone_or(db: Session, capability_hash: str, round_id: UUID) -> RoundOnPhone:
    """Look again: the same phone may have asked twice at the same moment."""
    known = queries.find_capability(db, capability_hash)
    if known is None:
        raise CardUsed
    return _same_answer(db, known, round_id)


def _same_answer(db: Session, known: Capability, round_id: UUID) -> RoundOnPhone:
    if known.round_id != round_id:
        raise CapabilityTaken
    return queries.round_on_phone(db, round_id)


def round_of(db: Session, token_hash: str | None) -> RoundOnPhone:
    """Return the round that a capability opens; raise UnknownCapability for any other."""
    known = queries.find_capability(db, token_hash) if token_hash else None
    if known is None:
        raise UnknownCapability
    return queries.round_on_phone(db, known.round_id)
