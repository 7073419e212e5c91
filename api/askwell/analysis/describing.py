"""Describing: a summary of the answers to one question, of which only what may be seen is left."""

import secrets
from collections.abc import Sequence
from fractions import Fraction
from hashlib import sha256

from askwell.analysis.counting import NO_ANSWER, Cells, chosen
from askwell.analysis.questions import Question
from askwell.analysis.rounding import rounded_mean
from askwell.analysis.schemas import ChoiceCount, Kind, Summary
from askwell.analysis.suppressing import are_few, hidden_parts

TEXTS_FROM = 10
_COARSEST_PLACE = 1
_NO_MEASURE = 1e100

_random = secrets.SystemRandom()


def describe(
    question: Question, values: list[str], cells: Cells, hidden: set[str], people: int, k: int
) -> Summary | None:
    """Return the summary of answers of which these cells are hidden; None for types that have none."""
    kind = _KINDS.get(question.type)
    told = NO_ANSWER not in hidden
    if kind == "number":
        return _number(values, k) if told else Summary(kind=kind)
    if kind == "text":
        return _text(values, len(values) if told else people - k, k)
    if kind is None:
        return None
    if question.type == "select_multiple":
        counts = chosen(question, values)
        unseen = hidden_parts(counts, len(values), people, k, told=told)
        return Summary(kind=kind, choices=_counts(question, counts, unseen))
    choices = _counts(question, cells, hidden)
    return Summary(kind=kind, choices=_with_places(choices, values, k) if kind == "rank" and told else choices)


def _counts(question: Question, cells: Cells, hidden: set[str]) -> list[ChoiceCount]:
    """Return the counts of listed choices; of what is on no list only what is shown, for its name is an answer."""
    labels = {choice.name: choice.label for choice in question.choices}
    return [
        ChoiceCount(name=name, label=labels.get(name, {}), count=None if name in hidden else count)
        for name, count in cells.items()
        if name in labels or not (name.startswith("\0") or name in hidden)
    ]


def _with_places(choices: list[ChoiceCount], rankings: Sequence[str], k: int) -> list[ChoiceCount]:
    """Add the mean places, unless a first place is hidden: mean and first places together would tell the others."""
    if any(choice.count is None for choice in choices):
        return choices
    places: dict[str, list[int]] = {choice.name: [] for choice in choices}
    for ranking in rankings:
        for place, name in enumerate(ranking.split(" "), 1):
            places.setdefault(name, []).append(place)
    return [
        choice.model_copy(update={"mean_place": _mean_place(places[choice.name], len(choices), k)})
        for choice in choices
    ]


def _mean_place(places: Sequence[int], last: int, k: int) -> float | None:
    """Return the mean place of what enough people ranked that it can be said to the nearest place or better."""
    if last < 2 or k * (last - 1) > len(places) * _COARSEST_PLACE:
        return None
    return rounded_mean(places, Fraction(k * (last - 1), len(places)))


def _number(values: Sequence[str], k: int) -> Summary:
    """Return the median, unless it is the answer of fewer than k, and of many answers the mean."""
    numbers = sorted(number for number in map(_as_number, values) if number is not None)
    return Summary(kind="number", mean=_mean(numbers, k), median=_median(numbers, k))


def _mean(numbers: Sequence[float], k: int) -> float | None:
    """Return the mean as if the lowest and highest answers were the k-th: so that no few move it by being far away."""
    if are_few(len(numbers), k):
        return None
    least, most = numbers[k - 1], numbers[-k]
    drawn_in = [min(max(number, least), most) for number in numbers]
    return rounded_mean(drawn_in, (Fraction(most) - Fraction(least)) * k / len(numbers))


def _median(numbers: Sequence[float], k: int) -> float | None:
    """Return the median of at least 2k answers, if at least k are exactly that: it is somebody's own answer."""
    if len(numbers) < 2 * k:
        return None
    lower, upper = numbers[(len(numbers) - 1) // 2], numbers[len(numbers) // 2]
    return lower if lower == upper and numbers.count(lower) >= k else None


def _as_number(value: str) -> float | None:
    try:
        number = float(value)
    except ValueError:
        return None
    return number if abs(number) < _NO_MEASURE else None


def _text(values: Sequence[str], count: int, k: int) -> Summary:
    """Return so many of the texts, in random order; of few texts a style alone names its writer.

    Where it is not told how many answered, fewer are shown than were written, always the same ones: else counting them
    would tell.
    """
    if min(len(values), count) < max(k, TEXTS_FROM):
        return Summary(kind="text")
    drawn = sorted(values, key=lambda text: sha256(text.encode()).digest())[:count]
    return Summary(kind="text", texts=_random.sample(drawn, len(drawn)))


_KINDS: dict[str, Kind | None] = {
    **dict.fromkeys(("select_one", "select_multiple", "acknowledge", "trigger"), "choices"),
    **dict.fromkeys(("integer", "decimal", "range"), "number"),
    **dict.fromkeys(("text", "barcode"), "text"),
    **dict.fromkeys(("date", "dateTime", "time"), "date"),
    "rank": "rank",
    # Counted, and no more: a place can tell who was there, however many others have told theirs.
    **dict.fromkeys(("geopoint", "geotrace", "geoshape"), None),
}
