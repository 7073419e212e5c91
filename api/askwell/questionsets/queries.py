"""Every query about question sets and versions; each is narrowed to one organization."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, tuple_, update
from sqlmodel import Session, col

from askwell.questionsets.models import QuestionSet, Version


def question_set(db: Session, org_id: UUID, question_set_id: UUID) -> QuestionSet | None:
    """Return a question set with its draft."""
    mine = select(QuestionSet).where(col(QuestionSet.org_id) == org_id, col(QuestionSet.id) == question_set_id)
    return db.scalars(mine).one_or_none()


def question_sets(db: Session, org_id: UUID, after: UUID | None, limit: int) -> list[QuestionSet]:
    """Return question sets by title; those that follow another, when one is given."""
    found = select(QuestionSet).where(col(QuestionSet.org_id) == org_id)
    found = found.order_by(col(QuestionSet.title), col(QuestionSet.id)).limit(limit)
    if after is None:
        return list(db.scalars(found))
    last = question_set(db, org_id, after)
    if last is None:
        return []
    place = tuple_(col(QuestionSet.title), col(QuestionSet.id))
    return list(db.scalars(found.where(place > tuple_(last.title, last.id))))


def lock_question_set(db: Session, org_id: UUID, question_set_id: UUID) -> QuestionSet | None:
    """Return a question set that nobody else can publish or change until this transaction ends."""
    mine = select(QuestionSet).where(col(QuestionSet.org_id) == org_id, col(QuestionSet.id) == question_set_id)
    fresh = mine.with_for_update().execution_options(populate_existing=True)
    return db.scalars(fresh).one_or_none()


def replace_draft(
    db: Session, known: QuestionSet, draft: dict[str, Any], title: str, rev: int, changed_at: datetime
) -> bool:
    """Put another draft in place of the one numbered `rev`; tell whether that was still the newest."""
    mine = (col(QuestionSet.org_id) == known.org_id, col(QuestionSet.id) == known.id, col(QuestionSet.draft_rev) == rev)
    values = {"draft": draft, "title": title, "draft_rev": rev + 1, "changed_at": changed_at}
    replaced = update(QuestionSet).where(*mine).values(**values).returning(col(QuestionSet.id))
    return db.execute(replaced).one_or_none() is not None


def version(db: Session, org_id: UUID, question_set_id: UUID, version_id: UUID) -> Version | None:
    """Return one version of one question set."""
    mine = select(Version).where(
        col(Version.org_id) == org_id, col(Version.question_set_id) == question_set_id, col(Version.id) == version_id
    )
    return db.scalars(mine).one_or_none()


def version_by_hash(db: Session, org_id: UUID, version_hash: str) -> Version | None:
    """Return the version of an organization that a hash names. Equal bytes may stand in several question sets."""
    mine = select(Version).where(col(Version.org_id) == org_id, col(Version.version_hash) == version_hash)
    return db.scalars(mine.order_by(col(Version.published_at), col(Version.id)).limit(1)).one_or_none()


def version_of_set(db: Session, org_id: UUID, question_set_id: UUID, version_hash: str) -> Version | None:
    """Return the version of a question set that has exactly these bytes."""
    mine = select(Version).where(
        col(Version.org_id) == org_id,
        col(Version.question_set_id) == question_set_id,
        col(Version.version_hash) == version_hash,
    )
    return db.scalars(mine).one_or_none()


def versions(db: Session, org_id: UUID, question_set_id: UUID, below: int | None, limit: int) -> list[Version]:
    """Return versions of a question set, the newest first; those numbered below another, when one is given."""
    mine = select(Version).where(col(Version.org_id) == org_id, col(Version.question_set_id) == question_set_id)
    if below is not None:
        mine = mine.where(col(Version.number) < below)
    return list(db.scalars(mine.order_by(col(Version.number).desc()).limit(limit)))


def latest_versions(db: Session, org_id: UUID, question_set_ids: list[UUID]) -> dict[UUID, Version]:
    """Return the newest version of each of these question sets that has one."""
    newest = (
        select(col(Version.question_set_id), func.max(col(Version.number)))
        .where(col(Version.org_id) == org_id, col(Version.question_set_id).in_(question_set_ids))
        .group_by(col(Version.question_set_id))
    )
    numbered = tuple_(col(Version.question_set_id), col(Version.number))
    found = select(Version).where(col(Version.org_id) == org_id, numbered.in_(newest))
    return {each.question_set_id: each for each in db.scalars(found)}


def latest_number(db: Session, org_id: UUID, question_set_id: UUID) -> int:
    """Return the number of the newest version; 0 when there is none."""
    mine = select(func.max(col(Version.number))).where(
        col(Version.org_id) == org_id, col(Version.question_set_id) == question_set_id
    )
    return db.scalars(mine).one() or 0
