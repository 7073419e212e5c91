"""Summarizing: the results of a round, question by question, with everything hidden that must be.

The number of interviews is told as a band, but often it can be worked out from a question that everybody answered. So a
question's cells, and those who gave it no answer, are one whole of known size: else a follow-up that only some were
asked would tell how many they were.
"""

from sqlmodel import Session

from askwell.analysis import counting, queries
from askwell.analysis.banding import band_of
from askwell.analysis.counting import Tally
from askwell.analysis.describing import describe
from askwell.analysis.questions import Question, Questionnaire
from askwell.analysis.schemas import Progress, QuestionResult, Results, State, WhyNot
from askwell.analysis.suppressing import hidden_cells
from askwell.rounds import queries as rounds
from askwell.rounds import states
from askwell.rounds.documents import ByHash
from askwell.rounds.models import Round

_NO_ANSWER = "\0no answer"
_ALL_STATES: tuple[State, ...] = ("skipped", "rather_not_say", "dont_know", "not_asked", "not_reached")

_questionnaires = ByHash(Questionnaire)


def questionnaire_of(db: Session, round_: Round) -> Questionnaire:
    """Return the questions of a round."""
    return _questionnaires.get(str(round_.version_id), lambda: rounds.read_document(db, round_.version_id))


def progress(db: Session, round_: Round) -> Progress:
    """Say how many have answered, in bands. In anonymous rounds even the band moves in groups only."""
    return Progress(band=band_of(queries.count_people(db, round_)), k=round_.k)


def summarize(db: Session, round_: Round) -> Results:
    """Return the results of a round."""
    questions = [question for question in questionnaire_of(db, round_).questions if not question.repeated]
    tallies, people = counting.tally(questions, queries.answers(db, round_))
    anonymous = states.is_anonymous(round_.mode)
    k = round_.k if anonymous else 0
    why_not = _why_not(people, k)
    pairs = [] if why_not else zip(questions, tallies, strict=True)
    return Results(
        band=band_of(people),
        shown=why_not is None,
        why_not=why_not,
        updated_in_groups_of=k or None,
        questions=[_result(question, tally, people, k) for question, tally in pairs],
    )


def _why_not(people: int, k: int) -> WhyNot | None:
    if people < k:
        return "fewer_than_k"
    return None if people else "no_answers"


def _result(question: Question, tally: Tally, people: int, k: int) -> QuestionResult:
    answered = len(tally.values)
    if answered < k:
        return _question(question, suppressed=True)
    cells = counting.cells_of(question, tally.values)
    hidden = hidden_cells({**cells, _NO_ANSWER: people - answered}, k)
    told = _NO_ANSWER not in hidden
    return _question(question).model_copy(
        update={
            "answered": answered if told else None,
            "states": _states(tally, people - answered, k) if told else None,
            "summary": describe(question, tally.values, cells, hidden, people, k),
        }
    )


def _states(tally: Tally, unanswered: int, k: int) -> dict[State, int | None]:
    """Return why the others have no answer. What was not sent at all has a cell, too, but no name."""
    cells = {str(state): tally.states[state] for state in _ALL_STATES}
    hidden = hidden_cells({**cells, _NO_ANSWER: unanswered - sum(cells.values())}, k)
    return {state: None if state in hidden else cells[state] for state in _ALL_STATES}


def _question(question: Question, *, suppressed: bool = False) -> QuestionResult:
    return QuestionResult(
        path=question.path,
        name=question.name,
        type=question.type,
        label=question.label,
        theme=question.theme,
        answered=None,
        states=None,
        summary=None,
        suppressed=suppressed,
    )
