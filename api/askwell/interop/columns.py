"""The columns of an export, and what stands in their cells. No cell leaves open what it means.

Why there is no answer stands in the cell with a point before it: `.skipped`, `.rather_not_say`, `.dont_know`,
`.not_asked`, `.not_reached`. A cell is empty only where the phone sent nothing about the question. A question with
several choices has a column with all of them, and one of 0 and 1 for each. Only what was asked for as a number, or
calculated, is a number; a code is a name, and `01` is not `1`.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from askwell.analysis.questions import Question, Questionnaire, Text

Answer = Mapping[str, str]

MISSING = ("skipped", "rather_not_say", "dont_know", "not_asked", "not_reached")
_POINTED = frozenset(f".{reason}" for reason in MISSING)
_NUMERIC = frozenset({"integer", "decimal", "range", "calculate"})
_CHOSEN = frozenset({"select_one", "select_multiple", "rank"})
_POSITION = re.compile(r"\[(\d+)\]")
_PLAIN_NUMBER = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?", re.ASCII)


class Number(str):
    """A cell that is a number, spelled as it was given."""

    __slots__ = ()


@dataclass(frozen=True)
class Wish:
    """How values are written: as the codes that were sent, or as labels in a language."""

    values: Literal["codes", "labels"] = "codes"
    language: str | None = None


@dataclass(frozen=True)
class Column:
    """A column: its name, the question it reads, and how it turns an answer into a cell."""

    name: str
    path: str
    read: Callable[[str], str]

    def cell(self, answers: Mapping[str, Answer]) -> str:
        """Return the cell for one interview."""
        answer = answers.get(self.path)
        if answer is None:
            return ""
        if "missing" in answer:
            return f".{answer['missing']}"
        cell = self.read(answer["value"])
        return f"'{cell}" if cell in _POINTED else cell


def columns_of(questionnaire: Questionnaire, wish: Wish, given: Collection[str] = ()) -> list[Column]:
    """Return the columns for every question of a version, in its order.

    A question in a repeat has one for every place at which it was `given` in any interview: `child[2]/name`.
    """
    places = _places(given)
    return [
        column
        for question in questionnaire.questions
        for name, path in _named(questionnaire, question, places)
        for column in _columns(name, path, question, _reader(questionnaire, question, wish))
    ]


def _places(given: Collection[str]) -> dict[str, list[str]]:
    """List the paths with positions under their path without any, in the order of the positions."""
    places: dict[str, list[str]] = {}
    for path in sorted(given, key=lambda path: [int(position) for position in _POSITION.findall(path)]):
        places.setdefault(_POSITION.sub("", path), []).append(path)
    return places


def _named(questionnaire: Questionnaire, question: Question, places: dict[str, list[str]]) -> list[tuple[str, str]]:
    if not question.repeated:
        return [(questionnaire.column(question), question.path)]
    return [(path.split("/", 2)[2], path) for path in places.get(question.path, [])]


def _columns(name: str, path: str, question: Question, read: Callable[[str], str]) -> Iterator[Column]:
    yield Column(name, path, read)
    if question.type == "select_multiple":
        for choice in question.choices:
            yield Column(f"{name}/{choice.name}", path, _is_chosen(choice.name))


def _reader(questionnaire: Questionnaire, question: Question, wish: Wish) -> Callable[[str], str]:
    if question.type in _NUMERIC:
        return number_or_text
    if question.type not in _CHOSEN or wish.values == "codes":
        return str
    labels = {choice.name: _label(choice.label, questionnaire, wish) or choice.name for choice in question.choices}
    if question.type == "select_one":
        return lambda value: labels.get(value, value)
    return lambda value: "; ".join(labels.get(name, name) for name in value.split(" "))


def _label(text: Text, questionnaire: Questionnaire, wish: Wish) -> str | None:
    return text.get(wish.language or "") or text.get(questionnaire.default_language)


def _is_chosen(name: str) -> Callable[[str], str]:
    return lambda value: Number("1" if name in value.split(" ") else "0")


def number_or_text(value: str) -> str:
    """Return a value as a number if that is what it is; with leading zeros it is a name."""
    return Number(value) if _PLAIN_NUMBER.fullmatch(value) else value
