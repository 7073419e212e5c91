"""How a round is shown: to a phone, at the desk, and on a wall."""

import io
from collections.abc import Sequence
from datetime import datetime

import segno
from sqlmodel import Session

from askwell.errors import NotFound
from askwell.rounds import codes, queries, states
from askwell.rounds.documents import ByHash, parse
from askwell.rounds.models import Round
from askwell.rounds.queries import RoundAtDesk, RoundOnPhone
from askwell.rounds.schemas import (
    Cards,
    LanguageOfRound,
    QuestionSetOfRound,
    RoundForPhone,
    RoundSummary,
    VersionOfRound,
)

_documents = ByHash(parse)


class NoLink(NotFound):
    """The round is joined with cards; it has no link of its own."""

    sentence = "This round has no link of its own: people join it with cards."


def for_phone(db: Session, there: RoundOnPhone, now: datetime) -> RoundForPhone:
    """Return what a phone must know about its round."""
    round_ = there.round
    document = _documents.get(there.version_hash, lambda: queries.read_document(db, round_.version_id))
    return RoundForPhone(
        round_id=round_.id,
        organization=there.organization,
        title=round_.title,
        mode=round_.mode,
        word=states.word_of(round_.mode),
        state=states.state_of(round_, now),
        version_hash=there.version_hash,
        k=round_.k,
        opens_on=round_.opens_on,
        closes_on=round_.closes_on,
        languages=[LanguageOfRound(**language) for language in document["languages"]],
        invented=there.invented,
    )


def at_desk(row: RoundAtDesk, public_url: str, now: datetime) -> RoundSummary:
    """Return a round as the desk shows it."""
    round_ = row.round
    code = round_.join_code
    return RoundSummary(
        id=round_.id,
        title=round_.title,
        question_set=QuestionSetOfRound(id=row.question_set_id, title=row.question_set_title),
        version=VersionOfRound(id=round_.version_id, number=row.version_number, version_hash=row.version_hash),
        mode=round_.mode,
        word=states.word_of(round_.mode),
        state=states.state_of(round_, now),
        k=round_.k,
        opens_on=round_.opens_on,
        closes_on=round_.closes_on,
        link=link_of(public_url, code) if code else None,
        join_code=codes.display(code) if code else None,
        cards=row.cards,
    )


def link_of(public_url: str, code: str) -> str:
    """Return the link that joins: the code is in the fragment, which browsers send to nobody."""
    return f"{public_url}/#/join/{codes.display(code)}"


def cards(card_codes: Sequence[str], public_url: str) -> Cards:
    """Return new cards as they are printed."""
    return Cards(
        codes=[codes.display(code) for code in card_codes], links=[link_of(public_url, code) for code in card_codes]
    )


def qr(round_: Round, public_url: str) -> bytes:
    """Return the round's link as an SVG; raise NoLink where people join with cards."""
    if round_.join_code is None:
        raise NoLink
    return picture_of(link_of(public_url, round_.join_code))


def picture_of(text: str, error: str = "m") -> bytes:
    """Return a text as a QR code, an SVG; with less room for damage, `l`, a long text is easier to scan."""
    picture = io.BytesIO()
    segno.make(text, error=error, micro=False).save(
        picture, kind="svg", border=4, scale=8, light="#fff", svgclass=None, lineclass=None
    )
    return picture.getvalue()
