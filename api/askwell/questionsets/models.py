"""Tables of question sets: the draft that editors change, the published versions that nobody can, and their media."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import JSON, Column, ForeignKeyConstraint, LargeBinary, UniqueConstraint
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


class MediumContent(Table, table=True):
    """The bytes of a medium, once for each organization. They never change, and go when nothing names them."""

    __tablename__ = "medium_content"

    org_id: UUID = Field(foreign_key="organization.id", primary_key=True)
    sha256: str = Field(primary_key=True)
    md5: str
    media_type: str
    size: int
    content: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class DraftMedium(Table, table=True):
    """A medium of a draft, by the name that its rows give it."""

    __tablename__ = "draft_medium"
    __table_args__ = (
        ForeignKeyConstraint(["org_id", "question_set_id"], ["question_set.org_id", "question_set.id"]),
        ForeignKeyConstraint(["org_id", "sha256"], ["medium_content.org_id", "medium_content.sha256"]),
    )

    question_set_id: UUID = Field(primary_key=True)
    name: str = Field(primary_key=True)
    org_id: UUID
    sha256: str = Field(index=True)


class VersionMedium(Table, table=True):
    """A medium of a published version. Rows are inserted and never updated."""

    __tablename__ = "version_medium"
    __table_args__ = (
        ForeignKeyConstraint(["org_id", "version_id"], ["version.org_id", "version.id"]),
        ForeignKeyConstraint(["org_id", "sha256"], ["medium_content.org_id", "medium_content.sha256"]),
    )

    version_id: UUID = Field(primary_key=True)
    name: str = Field(primary_key=True)
    org_id: UUID
    sha256: str = Field(index=True)
