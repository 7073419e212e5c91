"""Adding media to a draft, taking them away, and freezing them with a version."""

from collections.abc import Collection, Mapping
from pathlib import PurePosixPath
from uuid import UUID

from sqlmodel import Session

from askwell.errors import Conflict, NotFound
from askwell.questionsets.media import queries
from askwell.questionsets.media.lists import rows_of
from askwell.questionsets.media.medium import LIST_TYPES, Media, Medium
from askwell.questionsets.media.queries import Kept
from askwell.questionsets.media.reading import MEBIBYTE
from askwell.questionsets.media.wanted import wanted
from askwell.questionsets.models import Version, VersionMedium
from askwell.questionsets.rows import Draft

MOST_FILES = 200
MOST_TOGETHER = 60 * MEBIBYTE


class TooManyMedia(Conflict):
    """More than phones should have to load."""

    code = "too_many_media"
    sentence = "A question set holds at most 200 files of 60 MB together. Take away what no question needs."


def add(db: Session, org_id: UUID, question_set_id: UUID, name: str, medium: Medium, data: bytes) -> None:
    """Keep a file with a draft, in place of the one of the same name; raises TooManyMedia."""
    there = {each.name: each for each in queries.of_draft(db, org_id, question_set_id)}
    before = there.pop(name, None)
    if len(there) >= MOST_FILES or sum(each.size for each in there.values()) + medium.size > MOST_TOGETHER:
        raise TooManyMedia
    queries.put_content(db, org_id, medium, data)
    queries.put(db, org_id, question_set_id, name, medium.sha256)
    if before is not None:
        queries.forget_unnamed(db, org_id, before.sha256)


def remove(db: Session, org_id: UUID, question_set_id: UUID, name: str) -> None:
    """Take a file away from a draft; published versions keep theirs. Raises NotFound."""
    sha256 = queries.remove(db, org_id, question_set_id, name)
    if sha256 is None:
        raise NotFound
    queries.forget_unnamed(db, org_id, sha256)


def on_hand(db: Session, org_id: UUID, question_set_id: UUID) -> Media:
    """Return the media of a draft as the compiler takes them, list files with their rows."""
    found = {}
    for each in queries.of_draft(db, org_id, question_set_id):
        found[each.name] = Medium(each.sha256, each.media_type, each.size, _rows(db, org_id, each))
    return found


def have_changed(db: Session, org_id: UUID, question_set_id: UUID, known: Media, named: Collection[str]) -> bool:
    """Whether a draft's media of these names are others now, or gone."""
    now = {each.name: each.sha256 for each in queries.of_draft(db, org_id, question_set_id)}
    return any(now.get(name) != known[name].sha256 for name in named)


def changed_since(db: Session, org_id: UUID, latest: Mapping[UUID, Version], drafts: Mapping[UUID, Draft]) -> set[UUID]:
    """Return the question sets whose draft names other media now than their newest version has."""
    now = queries.hashes_of_drafts(db, org_id, latest.keys())
    then = queries.hashes_of_versions(db, org_id, [version.id for version in latest.values()])
    changed = set()
    for set_id, version in latest.items():
        frozen, kept = then.get(version.id, {}), now.get(set_id, {})
        named = {each.name for each in wanted(drafts[set_id])} if frozen or kept else set()
        if {name: sha256 for name, sha256 in kept.items() if name in named} != frozen:
            changed.add(set_id)
    return changed


def freeze(db: Session, org_id: UUID, version_id: UUID, media: Media, named: Collection[str]) -> None:
    """Keep with a version the media that it names."""
    for name in sorted(named):
        db.add(VersionMedium(org_id=org_id, version_id=version_id, name=name, sha256=media[name].sha256))
    db.flush()


def _rows(db: Session, org_id: UUID, kept: Kept) -> list[dict[str, str]] | None:
    suffix = PurePosixPath(kept.name).suffix.lower()
    stored = queries.content(db, org_id, kept.sha256) if suffix in LIST_TYPES else None
    return [dict(row) for row in rows_of(suffix, stored.content)] if stored is not None else None
