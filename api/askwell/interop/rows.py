"""The rows of an export: one per interview, read in portions, so that a file of any length needs little memory.

Interviews of anonymous rounds come in random order, each with an id made for this file: nothing in it leads back to a
phone, nor from one file to the next. Those of confidential rounds come as they were received.
"""

import secrets
from collections.abc import Iterator, Sequence
from uuid import UUID, uuid4

from sqlalchemy import RowMapping
from sqlmodel import Session

from askwell.analysis import queries
from askwell.analysis.questions import Questionnaire
from askwell.analysis.summarizing import questionnaire_of
from askwell.database import Database
from askwell.interop.columns import Number, Wish, columns_of
from askwell.rounds import states
from askwell.rounds.models import Round

_PORTION = 200
_FINDINGS = "submission/findings"

_shuffle = secrets.SystemRandom().shuffle


def table(database: Database, round_: Round, wish: Wish) -> Iterator[Sequence[str]]:
    """Yield the names of the columns, then a row of cells for each interview. A cell is text, or a Number."""
    anonymous = states.is_anonymous(round_.mode)
    with database.read() as db:
        questionnaire = questionnaire_of(db, round_)
        there = queries.interviews(db, round_)
        columns = columns_of(questionnaire, wish, _given_in_repeats(db, round_, questionnaire, there))
        if anonymous:
            _shuffle(there)
        yield [*(_ANONYMOUS if anonymous else _CONFIDENTIAL), *(column.name for column in columns), _FINDINGS]
        for start in range(0, len(there), _PORTION):
            portion = there[start : start + _PORTION]
            rows = queries.latest(db, round_, portion)
            for instance_id in portion:
                row = rows[instance_id]
                cells = [column.cell(row["answers"]) for column in columns]
                yield [*_about(row, anonymous=anonymous), *cells, _findings(row)]


def _given_in_repeats(db: Session, round_: Round, questionnaire: Questionnaire, there: Sequence[UUID]) -> set[str]:
    """Collect the places at which questions in repeats were answered; nobody knows how many before all were read."""
    if not any(question.repeated for question in questionnaire.questions):
        return set()
    return {
        path
        for start in range(0, len(there), _PORTION)
        for row in queries.latest(db, round_, there[start : start + _PORTION]).values()
        for path in row["answers"]
        if "[" in path
    }


_ANONYMOUS = ["submission/id"]
_CONFIDENTIAL = ["submission/id", "submission/seq", "submission/received_on", "submission/late"]


def _about(row: RowMapping, *, anonymous: bool) -> list[str]:
    if anonymous:
        return [str(uuid4())]
    late = Number("1" if row["late"] else "0")
    return [str(row["instance_id"]), Number(row["seq"]), row["received_on"].isoformat(), late]


def _findings(row: RowMapping) -> str:
    """Return what the server's own evaluation found different, as `question: kind`."""
    return "; ".join(f"{found['path']}: {found['kind']}" for found in row["findings"] or [])
