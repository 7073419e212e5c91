"""The select of OpenRosa's doors. It is narrowed to one round, whose key was checked before."""

from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlmodel import Session, col

from askwell.questionsets.media import queries as media
from askwell.questionsets.media.queries import Kept
from askwell.questionsets.models import Version
from askwell.rounds.models import Round


class Asked(NamedTuple):
    """A round, and the version that it asks."""

    round: Round
    version_hash: str
    document: bytes
    xform: str
    media: tuple[Kept, ...]


def find(db: Session, round_id: UUID) -> Asked | None:
    """Find a round with the form it asks."""
    statement = select(Round, col(Version.version_hash), col(Version.document), col(Version.xform))
    joined = statement.join(Version, col(Version.id) == col(Round.version_id)).where(col(Round.id) == round_id)
    row = db.execute(joined).one_or_none()
    if row is None:
        return None
    asked, version_hash, document, xform = row
    files = tuple(media.of_version(db, asked.org_id, asked.version_id))
    return Asked(asked, version_hash, document, xform, files)
