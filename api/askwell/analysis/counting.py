"""Counting: for each question how many gave which answer, and why others gave none. Nothing is hidden yet."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from askwell.analysis.questions import Question

Cells = dict[str, int]

UNLISTED = "\0unlisted"
ANSWERED = "\0answered"
NO_ANSWER = "\0no answer"
ANYTHING_ELSE = "\0anything else"

_ONE_OF = frozenset({"select_one", "acknowledge", "trigger"})
_DAYS = frozenset({"date", "dateTime"})


@dataclass
class Tally:
    """Everything that was said to one question."""

    values: list[str] = field(default_factory=list)
    states: Counter[str] = field(default_factory=Counter)


def tally(questions: Iterable[Question], interviews: Iterable[dict[str, dict[str, str]]]) -> tuple[list[Tally], int]:
    """Return a tally for each question, in order, and the number of interviews. Repeats are left out."""
    tallies = {question.path: Tally() for question in questions}
    people = 0
    for answers in interviews:
        people += 1
        for path, answer in answers.items():
            if path in tallies:
                _count(tallies[path], answer)
    return list(tallies.values()), people


def _count(one: Tally, answer: dict[str, str]) -> None:
    if "value" in answer:
        one.values.append(answer["value"])
    else:
        one.states[answer["missing"]] += 1


def cells_of(question: Question, values: list[str]) -> Cells:
    """Return the answers as cells that come to their number: one answer lies in exactly one of them."""
    if question.type in _ONE_OF:
        return _listed(question, values)
    if question.type == "rank":
        return _listed(question, [value.split(" ")[0] for value in values])
    if question.type in _DAYS:
        return _open(value[: len("2026-11")] for value in values)
    if question.type == "time":
        return _open(value[: len("09")] for value in values)
    return {ANSWERED: len(values)}


def _open(values: Iterable[str]) -> Cells:
    """Count answers that come from no list; where all are the same, that nobody gave another is a cell, too."""
    cells = dict(sorted(Counter(values).items()))
    return {**cells, ANYTHING_ELSE: 0} if len(cells) == 1 else cells


def _listed(question: Question, values: list[str]) -> Cells:
    """Count by choice; what is on no list has a cell of its own, or its own name where there is no list."""
    if not question.choices:
        return _open(values)
    counts = Counter(values)
    cells = {choice.name: counts.pop(choice.name, 0) for choice in question.choices}
    return {**cells, UNLISTED: counts.total()}


def chosen(question: Question, values: list[str]) -> Cells:
    """Return how many chose each choice of a select_multiple; one answer may lie in several."""
    counts = Counter(name for value in values for name in set(value.split(" ")))
    return {choice.name: counts[choice.name] for choice in question.choices}
