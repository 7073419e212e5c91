"""Inspecting: what a person must look at, quarantine and conflicts. Of anonymous rounds only what has settled."""

from uuid import UUID

from sqlalchemy import RowMapping
from sqlmodel import Session

from askwell.rounds import paging, states
from askwell.rounds.models import Round
from askwell.submissions import ids, queries
from askwell.submissions.quarantine import sentence_of
from askwell.submissions.schemas import ConflictingSubmission, ConflictPage, Kept, Quarantined, QuarantinePage


def list_quarantine(db: Session, round_: Round, cursor: str | None, limit: int) -> QuarantinePage:
    """List submissions that were stored but not understood."""
    after = paging.from_cursor(cursor, (UUID, paging.whole_number)) if cursor else None
    rows = queries.quarantine_page(db, round_.id, after, limit + 1)
    page, following = paging.cut(rows, limit, lambda row: (row["instance_id"], row["rev"]))
    anonymous = states.is_anonymous(round_.mode)
    return QuarantinePage(items=[_quarantined(row, anonymous=anonymous) for row in page], next=following)


def list_conflicts(db: Session, round_: Round, cursor: str | None, limit: int) -> ConflictPage:
    """List different contents that came under one id."""
    after = paging.from_cursor(cursor, (UUID, paging.whole_number, paging.hash_in_hex)) if cursor else None
    rows = queries.conflict_page(db, round_.id, after, limit + 1)
    page, following = paging.cut(rows, limit, lambda row: (row["instance_id"], row["rev"], row["other_sha256"]))
    anonymous = states.is_anonymous(round_.mode)
    return ConflictPage(items=[_conflict(row, anonymous=anonymous) for row in page], next=following)


def _quarantined(row: RowMapping, *, anonymous: bool) -> Quarantined:
    return Quarantined(
        instance_id=row["instance_id"],
        rev=row["rev"],
        problem=row["problem"],
        sentence=sentence_of(row["problem"]),
        late=None if anonymous else row["late"],
        content=_shown(row["content"], anonymous=anonymous),
    )


def _conflict(row: RowMapping, *, anonymous: bool) -> ConflictingSubmission:
    return ConflictingSubmission(
        instance_id=row["instance_id"],
        rev=row["rev"],
        kept=Kept(sha256=row["kept_sha256"], content=_shown(row["kept_content"], anonymous=anonymous)),
        other=Kept(sha256=row["other_sha256"], content=_shown(row["other_content"], anonymous=anonymous)),
    )


def _shown(content: bytes, *, anonymous: bool) -> str:
    return ids.without_telling_ids(content.decode()) if anonymous else content.decode()
