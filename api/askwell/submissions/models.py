"""Tables of what phones sent: raw bytes first. SQLAlchemy Core, so that no model refactoring can touch them.

None of them knows who sent, when, or in what order (except `seq` and `received_on` of confidential rounds): keys are
random, SQLite keeps the rows in key order, and `settled` rows were rewritten in a shuffled group of at least k.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    String,
    Table,
    Uuid,
)
from sqlmodel import SQLModel

submission = Table(
    "submission",
    SQLModel.metadata,
    Column("org_id", Uuid, nullable=False),
    Column("round_id", Uuid, nullable=False),
    Column("instance_id", Uuid, nullable=False),
    Column("rev", Integer, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("quality", String(12), nullable=False),  # ok · quarantined
    Column("problem", String(40)),  # why it is in quarantine
    Column("late", Boolean, nullable=False),
    Column("answers", JSON),  # what was understood: path → answer
    Column("findings", JSON),  # what the server's own evaluation found different
    Column("settled", Boolean, nullable=False),
    Column("seq", BigInteger),
    Column("received_on", Date),
    PrimaryKeyConstraint("round_id", "instance_id", "rev"),
    ForeignKeyConstraint(["org_id", "round_id"], ["round.org_id", "round.id"]),
    Index("ix_submission_round_settled_problem", "round_id", "settled", "problem"),
    sqlite_with_rowid=False,
)

conflict = Table(
    "conflict",
    SQLModel.metadata,
    Column("org_id", Uuid, nullable=False),
    Column("round_id", Uuid, nullable=False),
    Column("instance_id", Uuid, nullable=False),
    Column("rev", Integer, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("settled", Boolean, nullable=False),
    PrimaryKeyConstraint("round_id", "instance_id", "rev", "sha256"),
    ForeignKeyConstraint(["org_id", "round_id"], ["round.org_id", "round.id"]),
    sqlite_with_rowid=False,
)

# Bytes that were read out of a restored backup. A table of its own, so that proving them writes none of the rows above;
# and of settled rows only (see `proving`): whether a waiting one is here would tell when it came.
proved = Table(
    "proved",
    SQLModel.metadata,
    Column("round_id", Uuid, nullable=False),
    Column("instance_id", Uuid, nullable=False),
    Column("rev", Integer, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("org_id", Uuid, nullable=False),  # the last: of such a table SQLite 3.40 finds fault with a first one
    PrimaryKeyConstraint("round_id", "instance_id", "rev", "sha256"),
    ForeignKeyConstraint(["org_id", "round_id"], ["round.org_id", "round.id"]),
    sqlite_with_rowid=False,
)
