"""What the desk is told about media."""

from typing import Self
from uuid import UUID

from pydantic import BaseModel, Field
from sqlmodel import Session

from askwell.questionsets.media import queries
from askwell.questionsets.media.queries import Kept
from askwell.questionsets.media.wanted import wanted
from askwell.questionsets.rows import Draft


class Medium(BaseModel):
    """A file that is kept with a draft."""

    name: str = Field(description="As the question set names it.", examples=["oak.png"])
    sha256: str
    media_type: str = Field(description="What the file is, by its content.", examples=["image/png"])
    size: int = Field(description="Bytes, as phones load them.")
    used: bool = Field(description="Whether the draft names it.")


class MissingMedium(BaseModel):
    """A file that the draft names and nobody has added."""

    name: str
    column: str = Field(description="The column that names it first.", examples=["image"])
    row: int | None = Field(description="The row of the sheet that names it first.")
    sheet: str


class MediaPage(BaseModel):
    """The media of a draft."""

    items: list[Medium]
    missing: list[MissingMedium]

    @classmethod
    def of(cls, db: Session, org_id: UUID, question_set_id: UUID, draft: Draft) -> Self:
        """Compare what a draft names with what is kept with it."""
        needed = {each.name: each for each in reversed(wanted(draft))}
        kept = queries.of_draft(db, org_id, question_set_id)
        there = {each.name for each in kept}
        missing = [
            MissingMedium(name=name, column=each.column, row=each.row.number, sheet=each.row.sheet)
            for name, each in sorted(needed.items())
            if name not in there
        ]
        return cls(items=[_told(each, used=each.name in needed) for each in kept], missing=missing)


def _told(kept: Kept, *, used: bool) -> Medium:
    return Medium(name=kept.name, sha256=kept.sha256, media_type=kept.media_type, size=kept.size, used=used)
