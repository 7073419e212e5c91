"""Tables of rounds: a version opened to people, the cards drawn for it, and the capabilities that may send answers."""

from datetime import date
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, UniqueConstraint
from sqlmodel import Field

from askwell.database import Table


class Round(Table, table=True):
    """A published version opened to people. Mode and k are fixed when it opens."""

    __tablename__ = "round"
    __table_args__ = (
        UniqueConstraint("org_id", "id"),
        ForeignKeyConstraint(["org_id", "version_id"], ["version.org_id", "version.id"]),
        CheckConstraint("k >= 5", name="k_at_least_5"),
        CheckConstraint("mode in ('open_link', 'cards', 'interview')", name="mode"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    org_id: UUID = Field(foreign_key="organization.id", index=True)
    version_id: UUID = Field(index=True)
    title: str
    mode: str
    k: int = 5
    opens_on: date
    closes_on: date | None = None
    closed_on: date | None = None
    join_code: str | None = None
    join_code_hash: str | None = Field(default=None, unique=True)
    last_seq: int = 0  # of confidential rounds; stays 0 where order may not be kept


class Card(Table, table=True):
    """A single-use code, as its hash only. No name, no number, no time: cards are drawn, not handed out."""

    __tablename__ = "card"
    __table_args__ = (
        ForeignKeyConstraint(["org_id", "round_id"], ["round.org_id", "round.id"]),
        {"sqlite_with_rowid": False},
    )

    code_hash: str = Field(primary_key=True)
    org_id: UUID
    round_id: UUID = Field(index=True)
    used: bool = False


class Capability(Table, table=True):
    """The right of one phone to send answers to one round, as the SHA-256 of a secret made on that phone.

    No column links it to the card that earned it, nor to what was sent with it; `mixing` keeps the database's own
    numbers from doing so.
    """

    __tablename__ = "capability"
    __table_args__ = (
        ForeignKeyConstraint(["org_id", "round_id"], ["round.org_id", "round.id"]),
        {"sqlite_with_rowid": False},
    )

    token_hash: str = Field(primary_key=True)
    org_id: UUID
    round_id: UUID = Field(index=True)
    single: bool = False
    spent: bool = False
