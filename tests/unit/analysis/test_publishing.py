"""Results, attacked: somebody knows how many people there are, and this program, and tries every data set there can be.

All data sets that look the same when published are one heap. What has the same value in the whole heap is known; that
must be no number of people from 1 to k - 1, and of few answers no choice that nobody or everybody chose.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import permutations

import pytest

from askwell.analysis.counting import Tally
from askwell.analysis.questions import Choice, Question
from askwell.analysis.summarizing import result_of

K = 5
FEW = 20

TWO_OR_THREE = [
    *(["0", "1"], ["30000", "40000"], ["32600", "42600"], ["0", "100"], ["-1", "1"]),
    *(["1", "2", "3"], ["0", "1", "100"], ["0.1", "7", "7.5"]),
]

Facts = dict[str, int]
World = dict[str, int]


def worlds(said: list[str], people: int) -> Iterator[World]:
    """Yield every way in which so many people can have said these things; "" is no answer."""
    if len(said) == 1:
        yield {said[0]: people}
        return
    for count in range(people + 1):
        for others in worlds(said[1:], people - count):
            yield {said[0]: count, **others}


def published(question: Question, world: World) -> str:
    """Return all that can be seen; of texts, how many."""
    values = [value for value, count in world.items() if value for _ in range(count)]
    tally = Tally(values)
    tally.states["skipped"] = world.get("", 0)
    result = result_of(question, tally, sum(world.values()), K)
    texts = len(result.summary.texts) if result.summary else 0
    return f"{texts} {result.model_dump_json(exclude={'summary': {'texts'}})}"


def known(question: Question, said: list[str], people: int, facts: Callable[[World], Facts]) -> list[tuple[str, int]]:
    """Return every fact that some published result tells exactly."""
    heaps: defaultdict[str, list[Facts]] = defaultdict(list)
    for world in worlds(said, people):
        heaps[published(question, world)].append(facts(world))
    return [
        (name, heap[0][name])
        for heap in heaps.values()
        for name in heap[0]
        if all(each[name] == heap[0][name] for each in heap)
    ]


def asked(kind: str, *choices: str) -> Question:
    return Question("/data/q", "q", kind, {}, choices=[Choice(name, {}) for name in choices])


def as_said(world: World) -> Facts:
    return dict(world)


@pytest.mark.parametrize("people", [5, 6, 9, 10, 11, 13, 16, 19, 20, 21, 24, 25, 26, 30])
@pytest.mark.parametrize("choices", ["ab", "abc"])
def test_no_choice_of_few_people_is_known(choices: str, people: int) -> None:
    found = known(asked("select_one", *choices), [*choices, ""], people, as_said)
    assert [fact for fact in found if 0 < fact[1] < K] == []
    if people < FEW:
        assert [fact for fact in found if fact[0] and fact[1] in {0, people}] == []


@pytest.mark.parametrize("people", [6, 11, 14, 19, 20, 22])
def test_what_is_on_no_list_is_not_known_either(people: int) -> None:
    found = known(asked("select_one", "a", "b"), ["a", "b", "else", ""], people, as_said)
    assert [fact for fact in found if 0 < fact[1] < K] == []


@pytest.mark.parametrize("people", [5, 9, 13, 19, 20, 23])
def test_a_month_in_which_all_began_is_not_known_of_few(people: int) -> None:
    found = known(asked("date"), ["2026-01-09", "2026-02-09", ""], people, as_said)
    assert [fact for fact in found if 0 < fact[1] < K] == []
    if people < FEW:
        assert [fact for fact in found if fact[0] and fact[1] == people] == []


def of_several(world: World) -> Facts:
    return {
        **world,
        "a or both": world["a"] + world["a b"],
        "b or both": world["b"] + world["a b"],
        "answered": sum(world.values()) - world[""],
    }


@pytest.mark.parametrize("people", [5, 6, 10, 11, 14, 16, 19, 20, 22, 25])
def test_of_several_choices_no_combination_of_few_people_is_known(people: int) -> None:
    found = known(asked("select_multiple", "a", "b"), ["a", "b", "a b", ""], people, of_several)
    assert [fact for fact in found if 0 < fact[1] < K] == []


@pytest.mark.parametrize("people", [5, 9, 10, 11, 13, 19, 20, 21, 24, 31, 40])
@pytest.mark.parametrize("numbers", TWO_OR_THREE)
def test_who_knows_which_numbers_there_are_cannot_count_the_few(numbers: list[str], people: int) -> None:
    found = known(asked("integer"), [*numbers, ""], people, as_said)
    assert [fact for fact in found if 0 < fact[1] < K] == []
    if people < FEW:
        assert [fact for fact in found if fact[0] and fact[1] in {0, people}] == []


@pytest.mark.parametrize("people", [5, 9, 14, 15, 19, 20, 40])
def test_counting_the_texts_does_not_tell_how_few_wrote_none(people: int) -> None:
    found = known(asked("text"), ["words", ""], people, as_said)
    assert [fact for fact in found if 0 < fact[1] < K] == []


def places(world: World) -> Facts:
    """Return how many put each choice at each place."""
    facts = {f"{name} {place}": 0 for name in "abc" for place in (1, 2, 3)}
    for ranking, count in world.items():
        for place, name in enumerate(filter(None, ranking.split(" ")), 1):
            facts[f"{name} {place}"] += count
    return facts


@pytest.mark.parametrize("people", [8, 10, 11, 12])
def test_mean_places_do_not_tell_how_few_put_a_choice_anywhere(people: int) -> None:
    rankings = [" ".join(ranking) for ranking in permutations("abc")]
    found = known(asked("rank", *"abc"), rankings, people, places)
    assert [fact for fact in found if 0 < fact[1] < K or fact[1] in {0, people}] == []


@pytest.mark.parametrize("people", [13, 15, 21])
def test_rankings_of_some_only_do_not_tell_it_either(people: int) -> None:
    found = known(asked("rank", *"abc"), ["a", "b", "a b c", ""], people, places)
    assert [fact for fact in found if 0 < fact[1] < K] == []
