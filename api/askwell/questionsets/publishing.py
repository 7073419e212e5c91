"""Freezing a draft as a version: checked, compiled, numbered, and never changed again."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from askwell.errors import Fault, NotFound, Unprocessable
from askwell.questionsets import queries
from askwell.questionsets.checking import check
from askwell.questionsets.compiling import Compiled
from askwell.questionsets.drafting import DraftChanged
from askwell.questionsets.faults import errors_of
from askwell.questionsets.media import keeping
from askwell.questionsets.media.medium import NO_MEDIA, Media
from askwell.questionsets.models import QuestionSet, Version
from askwell.questionsets.rows import Draft


class DraftHasErrors(Unprocessable):
    """The draft cannot be shown or published yet; the faults say where and what to do."""

    code = "draft_has_errors"
    sentence = "Some of this question set needs mending before it can be shown or published."


@dataclass(frozen=True, slots=True)
class Publication:
    """The version, and whether it is a new one."""

    version: Version
    is_new: bool


def prepare(draft: Draft, media: Media = NO_MEDIA) -> Compiled:
    """Compile a draft with its media, for publishing or a preview; raises DraftHasErrors with all that is wrong."""
    checked = check(draft, media)
    wrong = errors_of(checked.faults)
    if wrong:
        faults = [Fault(where=fault.where, message=fault.message, remedy=fault.remedy) for fault in wrong]
        raise DraftHasErrors(faults=faults)
    return checked.compiled


def publish(db: Session, known: QuestionSet, compiled: Compiled, media: Media, at: datetime) -> Publication:
    """Store what was compiled from a draft as its next version, or return the version that already is exactly this.

    Compiling takes time and no database, so it comes first; a draft or a medium that was changed meanwhile raises
    DraftChanged.
    """
    now = queries.lock_question_set(db, known.org_id, known.id)
    if now is None:
        raise NotFound
    if now.draft_rev != known.draft_rev:
        raise DraftChanged
    if keeping.have_changed(db, now.org_id, now.id, media, compiled.media):
        raise DraftChanged
    same = queries.version_of_set(db, now.org_id, now.id, compiled.version_hash)
    if same is not None:
        return Publication(same, is_new=False)
    version = Version(
        org_id=now.org_id,
        question_set_id=now.id,
        number=queries.latest_number(db, now.org_id, now.id) + 1,
        version_hash=compiled.version_hash,
        title=compiled.document["title"],
        document=compiled.data,
        xform=compiled.xform,
        draft=now.draft,
        published_at=at,
    )
    db.add(version)
    db.flush()
    keeping.freeze(db, now.org_id, version.id, media, compiled.media)
    return Publication(version, is_new=True)
