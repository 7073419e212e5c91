"""Every select of analysis: settled, understood submissions of one round, the latest revision of each."""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping, func, select
from sqlmodel import Session

from askwell.rounds.models import Round
from askwell.submissions.models import submission

_PORTION = 500


def count_people(db: Session, round_: Round) -> int:
    """Count the interviews that may be read."""
    c = submission.c
    statement = select(func.count(c.instance_id.distinct())).where(*_readable(round_))
    return int(db.connection().execute(statement).scalar_one())


def answers(db: Session, round_: Round) -> Iterator[dict[str, dict[str, str]]]:
    """Yield the answers of each interview that may be read, by path."""
    c = submission.c
    statement = select(c.instance_id, c.answers).where(*_readable(round_)).order_by(c.instance_id, c.rev)
    rows = db.connection().execution_options(yield_per=_PORTION).execute(statement)
    previous: tuple[Any, Any] | None = None
    for instance_id, given in rows:
        if previous is not None and previous[0] != instance_id:
            yield previous[1]
        previous = (instance_id, given)
    if previous is not None:
        yield previous[1]


def interviews(db: Session, round_: Round) -> list[UUID]:
    """List the interviews that may be read: of confidential rounds as they came, of anonymous ones in no order."""
    c = submission.c
    statement = select(c.instance_id).where(*_readable(round_)).group_by(c.instance_id).order_by(func.min(c.seq))
    return [row[0] for row in db.connection().execute(statement)]


def latest(db: Session, round_: Round, instances: Sequence[UUID]) -> dict[UUID, RowMapping]:
    """Return the latest revision of each of these interviews."""
    c = submission.c
    statement = (
        select(c.instance_id, c.answers, c.findings, c.late, c.seq, c.received_on)
        .where(*_readable(round_), c.instance_id.in_(instances))
        .order_by(c.rev)
    )
    return {row["instance_id"]: row for row in db.connection().execute(statement).mappings()}


def _readable(round_: Round) -> tuple[Any, ...]:
    c = submission.c
    return c.org_id == round_.org_id, c.round_id == round_.id, c.settled.is_(True), c.problem.is_(None)
