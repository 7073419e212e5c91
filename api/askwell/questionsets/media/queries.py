"""Every query about media; each is narrowed to one organization."""

from collections.abc import Collection, Iterable
from hashlib import md5
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Row, delete, func, select
from sqlmodel import Session, col

from askwell.identity.queries import insert_unless_there
from askwell.questionsets.media.medium import Medium
from askwell.questionsets.models import DraftMedium, MediumContent, VersionMedium


class Kept(NamedTuple):
    """A medium of a draft or a version, without its bytes."""

    name: str
    sha256: str
    media_type: str
    size: int
    md5: str


def _named(table: type[DraftMedium] | type[VersionMedium]):  # type: ignore[no-untyped-def]  # a select of five columns
    there = (col(table.org_id) == col(MediumContent.org_id)) & (col(table.sha256) == col(MediumContent.sha256))
    content_columns = (col(MediumContent.media_type), col(MediumContent.size), col(MediumContent.md5))
    columns = (col(table.name), col(table.sha256), *content_columns)
    return select(*columns).join(MediumContent, there).order_by(col(table.name))


def of_draft(db: Session, org_id: UUID, question_set_id: UUID) -> list[Kept]:
    """List the media of a draft by name."""
    mine = (col(DraftMedium.org_id) == org_id, col(DraftMedium.question_set_id) == question_set_id)
    return [Kept(*row) for row in db.execute(_named(DraftMedium).where(*mine))]


def of_version(db: Session, org_id: UUID, version_id: UUID) -> list[Kept]:
    """List the media of a version by name."""
    mine = (col(VersionMedium.org_id) == org_id, col(VersionMedium.version_id) == version_id)
    return [Kept(*row) for row in db.execute(_named(VersionMedium).where(*mine))]


def hashes_of_drafts(db: Session, org_id: UUID, question_set_ids: Collection[UUID]) -> dict[UUID, dict[str, str]]:
    """Return the hashes of the media of these drafts by name."""
    mine = (col(DraftMedium.org_id) == org_id, col(DraftMedium.question_set_id).in_(question_set_ids))
    columns = (col(DraftMedium.question_set_id), col(DraftMedium.name), col(DraftMedium.sha256))
    return _by_owner(db.execute(select(*columns).where(*mine)).all())


def hashes_of_versions(db: Session, org_id: UUID, version_ids: Collection[UUID]) -> dict[UUID, dict[str, str]]:
    """Return the hashes of the media of these versions by name."""
    mine = (col(VersionMedium.org_id) == org_id, col(VersionMedium.version_id).in_(version_ids))
    columns = (col(VersionMedium.version_id), col(VersionMedium.name), col(VersionMedium.sha256))
    return _by_owner(db.execute(select(*columns).where(*mine)).all())


def _by_owner(rows: Iterable[Row[UUID, str, str]]) -> dict[UUID, dict[str, str]]:
    found: dict[UUID, dict[str, str]] = {}
    for owner, name, sha256 in rows:
        found.setdefault(owner, {})[name] = sha256
    return found


def content_of_version(db: Session, org_id: UUID, version_id: UUID, sha256: str) -> MediumContent | None:
    """Return the bytes under a hash, if this version names them."""
    named = any(each.sha256 == sha256 for each in of_version(db, org_id, version_id))
    return content(db, org_id, sha256) if named else None


def content(db: Session, org_id: UUID, sha256: str) -> MediumContent | None:
    """Return the bytes under a hash."""
    return db.get(MediumContent, (org_id, sha256))


def put_content(db: Session, org_id: UUID, medium: Medium, data: bytes) -> None:
    """Keep bytes under their hash, unless they are there."""
    names = {"sha256": medium.sha256, "md5": md5(data, usedforsecurity=False).hexdigest()}
    values = {"org_id": org_id, **names, "media_type": medium.type, "size": medium.size, "content": data}
    db.execute(insert_unless_there(db, MediumContent, values))


def put(db: Session, org_id: UUID, question_set_id: UUID, name: str, sha256: str) -> None:
    """Give a draft's file of this name another content."""
    db.merge(DraftMedium(org_id=org_id, question_set_id=question_set_id, name=name, sha256=sha256))
    db.flush()


def remove(db: Session, org_id: UUID, question_set_id: UUID, name: str) -> str | None:
    """Take a file away from a draft; return the hash of what it was, or None when there was none."""
    mine = delete(DraftMedium).where(
        col(DraftMedium.org_id) == org_id,
        col(DraftMedium.question_set_id) == question_set_id,
        col(DraftMedium.name) == name,
    )
    return db.scalars(mine.returning(col(DraftMedium.sha256))).one_or_none()


def forget_unnamed(db: Session, org_id: UUID, sha256: str) -> None:
    """Delete a content that no draft and no version names any more."""
    named = [
        select(func.count()).where(col(table.org_id) == org_id, col(table.sha256) == sha256).scalar_subquery()
        for table in (DraftMedium, VersionMedium)
    ]
    gone = delete(MediumContent).where(
        col(MediumContent.org_id) == org_id, col(MediumContent.sha256) == sha256, *(count == 0 for count in named)
    )
    db.execute(gone)
