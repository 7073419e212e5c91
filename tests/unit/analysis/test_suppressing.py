"""Suppression, attacked: somebody who knows the total, the rule and every shown cell tries to find a small one."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.analysis.suppressing import hidden_cells, hidden_parts

CELLS = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 14), min_size=1)


@pytest.mark.parametrize(
    ("cells", "hidden"),
    [
        ({"yes": 9, "no": 5}, set()),
        ({"yes": 9, "no": 0}, set()),
        ({"yes": 9, "no": 4}, {"yes", "no"}),
        ({"a": 12, "b": 7, "c": 3}, {"b", "c"}),
        ({"a": 8, "b": 3, "c": 1}, {"a", "b", "c"}),
        ({"a": 20, "b": 4, "c": 4}, {"b", "c"}),
        ({"a": 1, "b": 1, "c": 1, "d": 1, "e": 1, "f": 9}, {"a", "b", "c", "d", "e", "f"}),
        ({"a": 4, "b": 1, "c": 0}, {"a", "b", "c"}),
        ({}, set()),
    ],
)
def test_a_small_cell_takes_as_many_others_with_it_as_it_needs(cells: dict[str, int], hidden: set[str]) -> None:
    assert hidden_cells(cells, 5) == hidden


@pytest.mark.parametrize(
    ("cells", "hidden"),
    [
        ({"a": 5, "b": 4, "c": 4}, {"a", "b", "c"}),
        ({"a": 5, "b": 5, "c": 1, "d": 9}, {"a", "b", "c"}),
        ({"a": 9, "b": 7, "c": 7, "d": 3}, {"b", "c", "d"}),
    ],
)
def test_which_of_two_equal_cells_is_hidden_tells_nothing(cells: dict[str, int], hidden: set[str]) -> None:
    assert hidden_cells(cells, 5) == hidden


@pytest.mark.parametrize(
    ("cells", "hidden"),
    [
        ({"yes": 14, "no": 0}, {"yes", "no"}),
        ({"yes": 9, "no": 5, "unsure": 0}, {"no", "unsure"}),
        ({"yes": 9, "no": 5, "other": 0}, set()),
    ],
)
def test_a_zero_that_is_a_secret_is_hidden_as_a_small_cell_is(cells: dict[str, int], hidden: set[str]) -> None:
    assert hidden_cells(cells, 5, secret_zeros={"yes", "no", "unsure"}) == hidden


@given(CELLS, st.integers(5, 7))
def test_no_shown_cell_is_small(cells: dict[str, int], k: int) -> None:
    hidden = hidden_cells(cells, k)
    assert [name for name, count in cells.items() if name not in hidden and 0 < count < k] == []


@given(CELLS, st.integers(5, 7))
@settings(deadline=None)
def test_no_hidden_cell_is_known_to_be_small_by_subtraction(cells: dict[str, int], k: int) -> None:
    hidden = sorted(hidden_cells(cells, k))
    if not hidden:
        return
    total = sum(cells[name] for name in hidden)
    everything = len(hidden) == len(cells)
    for place in range(len(hidden)):
        assert max(_possible(total, len(hidden), place, least=0 if everything else 1), default=0) >= min(k, total)


def _possible(total: int, count: int, place: int, least: int) -> set[int]:
    """Return every value that one of several hidden cells can have, by going through all that come to the total."""
    if count > 4:
        return set(range(least, total - least * (count - 1) + 1))
    ranges = [range(least, total + 1)] * (count - 1)
    rest = {total - sum(others) for others in product(*ranges)}
    assert 0 <= place < count
    return {value for value in rest if value >= least}


@given(CELLS, st.integers(5, 7))
def test_a_question_without_small_cells_is_shown_whole(cells: dict[str, int], k: int) -> None:
    large = {name: count if count == 0 else count + k for name, count in cells.items()}
    assert hidden_cells(large, k) == set()


@pytest.mark.parametrize(
    ("answered", "parts", "hidden"),
    [
        (24, {"a": 12, "b": 12}, set()),
        (24, {"a": 14, "b": 12}, {"b"}),
        (24, {"a": 14, "b": 14}, {"a", "b"}),
        (24, {"a": 20, "b": 7}, {"a"}),
        (24, {"a": 24, "b": 0}, set()),
        (12, {"a": 12, "b": 7}, {"a"}),
        (12, {"a": 12, "b": 0}, {"a", "b"}),
    ],
)
def test_a_part_is_shown_only_if_it_and_the_rest_and_the_overlap_are_groups(
    answered: int, parts: dict[str, int], hidden: set[str]
) -> None:
    assert hidden_parts(parts, answered, answered, 5, told=True) == hidden


def test_where_it_is_not_told_how_many_answered_parts_do_not_tell_it_either() -> None:
    assert hidden_parts({"a": 9, "b": 4}, 20, 22, 5, told=False) == {"b"}
    assert hidden_parts({"a": 12, "b": 9}, 20, 22, 5, told=False) == {"b"}
    assert hidden_parts({"a": 13, "b": 9}, 20, 23, 5, told=False) == {"b"}
    assert hidden_parts({"a": 12, "b": 11}, 20, 22, 5, told=False) == set()
