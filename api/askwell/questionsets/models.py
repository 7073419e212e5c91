"""Tables of question sets: the draft that editors change, and the published versions that nobody can."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import JSON, Column, ForeignKeyConstraint, UniqueConstraint
from sqlmodel import Field

from askwell.database import Table


class QuestionSet(Table, table=True):
    """A question set of one organization, with its draft as XLSForm rows."""

    __tablename__ = "question_set"
    __table_args__ = (UniqueConstraint("org_id", "id"),)

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    org_id: UUID = Field(foreign_key="organization.id", index=True)
    title: str
    draft: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    draft_rev: int = 1
    notes: list[dict[str, Any]] = Field(
        default_factory=list, sa_column=Column(JSON, nullable=False, server_default="[]")
    )
    copied_from: str | None = None
    retired: bool = False
    changed_at: datetime


class Version(Table, table=True):
    """A published version: frozen bytes with the hash that names them. Rows are inserted and never updated."""

    __tablename__ = "version"
    __table_args__ = (
        UniqueConstraint("org_id", "id"),
        UniqueConstraint("question_set_id", "version_hash"),
        UniqueConstraint("question_set_id", "number"),
        ForeignKeyConstraint(["org_id", "question_set_id"], ["question_set.org_id", "question_set.id"]),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    org_id: UUID
    question_set_id: UUID = Field(index=True)
    number: int
    version_hash: str = Field(index=True)
    title: str
    document: bytes
    xform: str
    draft: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    published_at: datetime
