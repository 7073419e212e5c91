"""Summarizing: the results of a round, question by question, with everything hidden that must be.

The number of interviews is told as a band, but often it can be worked out from a question that everybody answered. So a
question's cells, and those who gave it no answer, are one whole of known size: else a follow-up that only some were
asked would tell how many they were.
"""

from sqlmodel import Session

from askwell.analysis import counting, queries
from askwell.analysis.banding import band_of
from askwell.analysis.counting import NO_ANSWER, Tally
from askwell.analysis.describing import describe
from askwell.analysis.questions import Question, Questionnaire
from askwell.analysis.schemas import Progress, QuestionResult, Results, State, Summary
from askwell.analysis.suppressing import hidden_answers, hidden_cells
from askwell.rounds import queries as rounds
from askwell.rounds import states
from askwell.rounds.documents import ByHash
from askwell.rounds.models import Round

_ALL_STATES: tuple[State, ...] = ("skipped", "rather_not_say", "dont_know", "not_asked", "not_reached")

_questionnaires = ByHash(Questionnaire)


def questionnaire_of(db: Session, round_: Round) -> Questionnaire:
    """Return the questions of a round."""
    return _questionnaires.get(str(round_.version_id), lambda: rounds.read_document(db, round_.version_id))


def progress(db: Session, round_: Round) -> Progress:
    """Say how many have answered, in bands. In anonymous rounds even the band moves in groups only."""
    return Progress(band=band_of(queries.count_people(db, round_)), k=round_.k)


def summarize(db: Session, round_: Round) -> Results:
    """Return the results of a round. Nothing is told about fewer than k people, whatever its mode."""
    questionnaire = questionnaire_of(db, round_)
    questions = [question for question in questionnaire.questions if not question.repeated]
    tallies, people = counting.tally(questions, queries.answers(db, round_))
    k = round_.k
    shown = people >= k
    return Results(
        band=band_of(people),
        shown=shown,
        why_not=None if shown else "fewer_than_k",
        updated_in_groups_of=k if states.is_anonymous(round_.mode) else None,
        languages=questionnaire.languages,
        questions=[result_of(*pair, people, k) for pair in zip(questions, tallies, strict=True)] if shown else [],
    )


def result_of(question: Question, tally: Tally, people: int, k: int) -> QuestionResult:
    """Return what may be seen of one question, of people whose number everybody can know."""
    answered = len(tally.values)
    if answered < k:
        return _question(question, suppressed=True)
    cells = counting.cells_of(question, tally.values)
    hidden = hidden_answers(cells, people - answered, k)
    summary = describe(question, tally.values, cells, hidden, people, k)
    if NO_ANSWER not in hidden:
        told = {"answered": answered, "states": _states(tally, people - answered, k), "summary": summary}
        return _question(question).model_copy(update=told)
    if summary is not None and _tells(summary):
        return _question(question).model_copy(update={"summary": summary})
    return _question(question, suppressed=True)


def _tells(summary: Summary) -> bool:
    """Return whether anything can be seen. A question without anything is as one that few answered, and no other."""
    return bool(summary.texts) or any(choice.count is not None for choice in summary.choices)


def _states(tally: Tally, unanswered: int, k: int) -> dict[State, int | None]:
    """Return why the others have no answer. What was not sent at all has a cell, too, but no name."""
    cells = {str(state): tally.states[state] for state in _ALL_STATES}
    hidden = hidden_cells({**cells, NO_ANSWER: unanswered - sum(cells.values())}, k)
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
