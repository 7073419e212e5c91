"""Making question sets and changing their drafts: whoever saves says which draft they changed."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session

from askwell.errors import NotFound, Problem
from askwell.questionsets import queries, starter
from askwell.questionsets.models import QuestionSet
from askwell.questionsets.notes import Note
from askwell.questionsets.repairing import accept, noted


class DraftChanged(Problem):
    """Somebody saved the draft after this one was read."""

    status = 412
    code = "draft_changed"
    sentence = "Somebody else changed this question set in the meantime. Load it again; your text is still here."


def find(db: Session, org_id: UUID, question_set_id: UUID) -> QuestionSet:
    """Return a question set of an organization; raises NotFound."""
    known = queries.question_set(db, org_id, question_set_id)
    if known is None:
        raise NotFound
    return known


def create(
    db: Session,
    org_id: UUID,
    title: str,
    draft: dict[str, Any],
    at: datetime,
    *,
    copied_from: str | None = None,
    notes: Sequence[Note] = (),
) -> QuestionSet:
    """Store a new question set. Its title is the one given, whatever the draft was called before."""
    settings = {**draft.get("settings", {}), "form_title": title}
    settings.setdefault("form_id", form_id(title))
    made = QuestionSet(
        org_id=org_id,
        title=title,
        draft={**draft, "settings": settings},
        notes=_written(notes, at),
        copied_from=copied_from,
        changed_at=at,
    )
    db.add(made)
    db.flush()
    return made


def create_from_pack(db: Session, org_id: UUID, title: str, pack: str, at: datetime) -> QuestionSet:
    """Copy a pack or a theme of the starter library; the copy remembers where it came from."""
    return create(db, org_id, title, starter.draft_of(pack), at, copied_from=pack)


def save(db: Session, known: QuestionSet, draft: dict[str, Any], rev: int, at: datetime) -> QuestionSet:
    """Replace the draft numbered `rev`; raises DraftChanged when it is not the newest any more."""
    title = title_of(draft) or known.title
    if not queries.replace_draft(db, known, draft, title, rev, at):
        raise DraftChanged
    return find(db, known.org_id, known.id)


def repair(db: Session, known: QuestionSet, wanted: Sequence[str], rev: int, at: datetime) -> QuestionSet:
    """Do the repairs that somebody accepted, and note each; raises DraftChanged or RepairNotOffered."""
    if known.draft_rev != rev:
        raise DraftChanged
    mended, repairs = accept(known.draft, wanted)
    notes = [*known.notes, *_written(noted(repairs), at)]
    saved = save(db, known, mended, rev, at)
    saved.notes = notes
    db.flush()
    return saved


def _written(notes: Sequence[Note], at: datetime) -> list[dict[str, Any]]:
    return [note.model_copy(update={"at": at}).model_dump(mode="json") for note in notes]


def empty_draft() -> dict[str, Any]:
    """Return a draft without questions."""
    return {"survey": [], "choices": [], "settings": {}}


def title_of(draft: dict[str, Any]) -> str:
    """Return the title that a draft gives itself; `""` when it gives none."""
    settings = draft.get("settings", {})
    spelled = next((settings[key] for key in ("form_title", "title", "set_form_title") if settings.get(key)), "")
    return str(spelled).strip()


def form_id(title: str) -> str:
    """Make a form id from a title: plain letters, digits and underscores."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:60] or "questions"
