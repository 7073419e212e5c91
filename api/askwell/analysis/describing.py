"""Describing: a summary of the answers to one question, of which only what may be seen is left."""

import math
import secrets
from collections.abc import Sequence
from statistics import fmean, median

from askwell.analysis.counting import UNLISTED, Cells, chosen
from askwell.analysis.questions import Question
from askwell.analysis.schemas import ChoiceCount, Kind, Summary
from askwell.analysis.suppressing import may_show_part

TEXTS_FROM = 10

_random = secrets.SystemRandom()


def describe(
    question: Question, values: list[str], cells: Cells, hidden: set[str], people: int, k: int
) -> Summary | None:
    """Return the summary of answers of which these cells are hidden; None for types that have none."""
    kind = _KINDS.get(question.type)
    if kind == "number":
        return _number(values, k)
    if kind == "text":
        return _text(values, k)
    if kind is None:
        return None
    if question.type == "select_multiple":
        counts = chosen(question, values)
        parts = (len(values), people)
        unseen = {name for name, n in counts.items() if not all(may_show_part(n, whole, k) for whole in parts)}
        return Summary(kind=kind, choices=_counts(question, counts, unseen))
    choices = _counts(question, cells, hidden)
    return Summary(kind=kind, choices=_with_places(choices, values) if kind == "rank" else choices)


def _counts(question: Question, cells: Cells, hidden: set[str]) -> list[ChoiceCount]:
    """Return the counts of listed choices; of what is on no list only what is shown, for its name is an answer."""
    labels = {choice.name: choice.label for choice in question.choices}
    return [
        ChoiceCount(name=name, label=labels.get(name, {}), count=None if name in hidden else count)
        for name, count in cells.items()
        if name != UNLISTED and (name in labels or name not in hidden)
    ]


def _with_places(choices: Sequence[ChoiceCount], rankings: Sequence[str]) -> list[ChoiceCount]:
    places: dict[str, list[int]] = {}
    for ranking in rankings:
        for place, name in enumerate(ranking.split(" "), 1):
            places.setdefault(name, []).append(place)
    return [
        choice.model_copy(update={"mean_place": fmean(places[choice.name]) if choice.name in places else None})
        for choice in choices
    ]


def _number(values: Sequence[str], k: int) -> Summary:
    numbers = [number for number in map(_as_number, values) if number is not None]
    if not numbers:
        return Summary(kind="number")
    return Summary(
        kind="number",
        min=_shared(min(numbers), numbers, k),
        max=_shared(max(numbers), numbers, k),
        mean=fmean(numbers),
        median=median(numbers),
    )


def _shared(extreme: float, numbers: Sequence[float], k: int) -> float | None:
    """Return the smallest or largest answer only if it is not that of fewer than k people."""
    return extreme if numbers.count(extreme) >= k else None


def _as_number(value: str) -> float | None:
    try:
        number = float(value)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _text(values: list[str], k: int) -> Summary:
    """Return the texts in random order; of few texts a style alone names its writer."""
    if k and len(values) < max(k, TEXTS_FROM):
        return Summary(kind="text")
    return Summary(kind="text", texts=_random.sample(values, len(values)))


_KINDS: dict[str, Kind] = {
    **dict.fromkeys(("select_one", "select_multiple", "acknowledge", "trigger"), "choices"),
    **dict.fromkeys(("integer", "decimal", "range"), "number"),
    **dict.fromkeys(("text", "barcode"), "text"),
    **dict.fromkeys(("date", "dateTime", "time"), "date"),
    "rank": "rank",
}
