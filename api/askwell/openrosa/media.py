"""The files that belong to a form, as OpenRosa clients fetch them."""

from sqlmodel import Session

from askwell.openrosa.queries import Asked
from askwell.questionsets.media import queries
from askwell.questionsets.models import MediumContent


def find(db: Session, asked: Asked, name: str) -> MediumContent | None:
    """Return the file of a form that has this name."""
    sha256 = next((each.sha256 for each in asked.media if each.name == name), None)
    return queries.content(db, asked.round.org_id, sha256) if sha256 else None
