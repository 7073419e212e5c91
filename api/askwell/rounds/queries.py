"""Every select about rounds, cards and capabilities. Those for the desk are narrowed to one organization."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Select, func, select, text, tuple_, update
from sqlmodel import Session, col

from askwell.identity.models import Organization
from askwell.identity.queries import insert_unless_there
from askwell.questionsets.models import QuestionSet, Version
from askwell.rounds.models import Capability, Card, Round

_MIXING = 0x6D6978  # the first half of the name of an advisory lock


class RoundAtDesk(NamedTuple):
    """A round with what the desk shows beside it."""

    round: Round
    version_hash: str
    version_number: int
    question_set_id: UUID
    question_set_title: str
    cards: int


class RoundOnPhone(NamedTuple):
    """A round with what its phones must know."""

    round: Round
    version_hash: str
    organization: str
    invented: bool


def find(db: Session, org_id: UUID, round_id: UUID, *, lock: bool = False) -> Round | None:
    """Find a round of the organization; `lock` makes other writers of the same round wait."""
    statement = select(Round).where(col(Round.org_id) == org_id, col(Round.id) == round_id)
    if lock:
        statement = statement.with_for_update(key_share=True).execution_options(populate_existing=True)
    return db.execute(statement).scalar_one_or_none()


def find_version(db: Session, org_id: UUID, version_id: UUID) -> Version | None:
    """Find a published version of the organization."""
    statement = select(Version).where(col(Version.org_id) == org_id, col(Version.id) == version_id)
    return db.execute(statement).scalar_one_or_none()


def page_at_desk(db: Session, org_id: UUID, after: tuple[date, UUID] | None, limit: int) -> list[RoundAtDesk]:
    """List rounds of the organization, the latest first."""
    statement = _at_desk(org_id).order_by(col(Round.opens_on).desc(), col(Round.id).desc()).limit(limit)
    if after is not None:
        statement = statement.where(tuple_(col(Round.opens_on), col(Round.id)) < tuple_(*after))
    return [RoundAtDesk(*row) for row in db.execute(statement)]


def find_at_desk(db: Session, org_id: UUID, round_id: UUID) -> RoundAtDesk | None:
    """Find a round of the organization, with what the desk shows beside it."""
    row = db.execute(_at_desk(org_id).where(col(Round.id) == round_id)).one_or_none()
    return RoundAtDesk(*row) if row else None


def _at_desk(org_id: UUID) -> Select[tuple[Round, str, int, UUID, str, int]]:
    cards = select(func.count()).where(col(Card.round_id) == col(Round.id)).scalar_subquery()
    return (
        select(
            Round, col(Version.version_hash), col(Version.number), col(QuestionSet.id), col(QuestionSet.title), cards
        )
        .join(Version, col(Version.id) == col(Round.version_id))
        .join(QuestionSet, col(QuestionSet.id) == col(Version.question_set_id))
        .where(col(Round.org_id) == org_id)
    )


def count_cards(db: Session, round_id: UUID) -> int:
    """Count the cards ever made for a round."""
    return int(db.execute(select(func.count()).where(col(Card.round_id) == round_id)).scalar_one())


def find_capability(db: Session, token_hash: str) -> Capability | None:
    """Find a capability by the hash of its secret."""
    statement = select(Capability).where(col(Capability.token_hash) == token_hash)
    return db.execute(statement).scalar_one_or_none()


def add_capability(db: Session, round_: Round, token_hash: str, *, single: bool) -> None:
    """Store a capability, unless it is there: the caller asks whose it is."""
    place = {"token_hash": token_hash, "org_id": round_.org_id, "round_id": round_.id, "single": single, "spent": False}
    db.execute(insert_unless_there(db, Capability, place))


def round_of_code(db: Session, code_hash: str) -> UUID | None:
    """Find the round whose own code this is."""
    return db.execute(select(col(Round.id)).where(col(Round.join_code_hash) == code_hash)).scalar_one_or_none()


def find_card(db: Session, code_hash: str) -> Card | None:
    """Find a card by the hash of its code, used or not."""
    return db.execute(select(Card).where(col(Card.code_hash) == code_hash)).scalar_one_or_none()


def use_card(db: Session, code_hash: str) -> bool:
    """Mark a card as used; return False when somebody else has just done so."""
    statement = update(Card).where(col(Card.code_hash) == code_hash, col(Card.used).is_(False)).values(used=True)
    return db.execute(statement.returning(col(Card.code_hash))).first() is not None


def burn_cards(db: Session, round_id: UUID) -> None:
    """Make the unused cards of a round worthless, and used and unused ones the same."""
    db.execute(update(Card).where(col(Card.round_id) == round_id).values(used=True))


def wait_to_mix(db: Session, round_id: UUID) -> None:
    """Wait, on PostgreSQL, until nobody else writes many cards of this round, and make them wait for this transaction.

    It must come before the first lock on a card or a capability: those are taken in random order.
    """
    if db.get_bind().dialect.name == "postgresql":
        db.execute(text("set local lock_timeout = '10s'"))
        db.execute(select(func.pg_advisory_xact_lock(_MIXING, func.hashtext(str(round_id)))))


def write_again(db: Session, round_id: UUID) -> None:
    """Write every card and capability of a round again as it is, in random order and in this transaction."""
    for setting in ("hashjoin", "mergejoin", "seqscan", "material"):  # row by row, as the shuffled list has them
        db.execute(text(f"set local enable_{setting} = off"))
    for table, key in ((Card, col(Card.code_hash)), (Capability, col(Capability.token_hash))):
        of_round = col(table.round_id) == round_id
        shuffled = select(key.label("key")).where(of_round).order_by(func.gen_random_uuid()).subquery()
        db.execute(
            update(table).where(key == shuffled.c.key).values(round_id=col(table.round_id)),
            execution_options={"synchronize_session": False},
        )


def round_on_phone(db: Session, round_id: UUID) -> RoundOnPhone:
    """Return a round with what its phones must know."""
    statement = (
        select(Round, col(Version.version_hash), col(Organization.name), col(Organization.invented))
        .join(Version, col(Version.id) == col(Round.version_id))
        .join(Organization, col(Organization.id) == col(Round.org_id))
        .where(col(Round.id) == round_id)
    )
    return RoundOnPhone(*db.execute(statement).one())


def read_document(db: Session, version_id: UUID) -> bytes:
    """Return the bytes of a published version."""
    document: bytes = db.execute(select(col(Version.document)).where(col(Version.id) == version_id)).scalar_one()
    return document
