"""Tables of people who work with Askwell (never of those who answer), and of the installation itself."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import JSON, BigInteger, Column
from sqlmodel import Field

from askwell.database import Table


class Organization(Table, table=True):
    """An employer whose workers are asked. Its age band is derived from the founding year, never asked of people."""

    __tablename__ = "organization"

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    name: str
    founded_year: int | None = None
    size_band: str | None = None
    sector: str | None = None
    languages: list[str] = Field(default_factory=lambda: ["en"], sa_column=Column(JSON, nullable=False))
    invented: bool = False


class Member(Table, table=True):
    """A person who can sign in. A first password, which somebody else knows, must be changed before all else."""

    __tablename__ = "member"

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    email: str = Field(unique=True)
    name: str
    password_hash: str
    must_change_password: bool = False
    language: str = "en"
    operator: bool = False


class Membership(Table, table=True):
    """A role that a member holds in an organization; several roles are several rows."""

    __tablename__ = "membership"

    org_id: UUID = Field(foreign_key="organization.id", primary_key=True)
    member_id: UUID = Field(foreign_key="member.id", primary_key=True, index=True)
    role: str = Field(primary_key=True)


class SignIn(Table, table=True):
    """A signed-in browser of a member. The token itself is only in the cookie; here is its SHA-256."""

    __tablename__ = "sign_in"

    token_hash: str = Field(primary_key=True)
    member_id: UUID = Field(foreign_key="member.id", index=True)
    expires_at: datetime


class RateWindow(Table, table=True):
    """How often something was tried until the second `window`, shared by all processes. `key` is a keyed hash."""

    __tablename__ = "rate_window"

    key: str = Field(primary_key=True)
    window: int = Field(sa_type=BigInteger, primary_key=True)
    attempts: int = 0


class Installation(Table, table=True):
    """One row: which copy of the data this is, how far it has come, and the key of its hashes.

    A restore changes `store_epoch`. `mark` grows with each start, stop and backup, and is kept outside the database as
    well: a copy that was put back by hand is behind. `verified_backups` counts backups that were restored on trial.
    """

    __tablename__ = "installation"

    id: int = Field(default=1, primary_key=True)
    store_epoch: str
    hash_key: str
    mark: int = Field(default=0, sa_type=BigInteger, sa_column_kwargs={"server_default": "0"})
    verified_backups: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
