"""Suppression, attacked: somebody who knows the total, the rule and every shown cell tries to find a small one."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.analysis.suppressing import hidden_cells, may_show_part

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


def test_nothing_is_hidden_where_nothing_was_promised() -> None:
    assert hidden_cells({"a": 1, "b": 2}, 0) == set()
    assert may_show_part(1, 2, 0)


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


def test_a_part_is_shown_only_if_it_and_the_rest_are_groups() -> None:
    shown = [part for part in range(13) if may_show_part(part, 12, 5)]
    assert shown == [0, 5, 6, 7, 12]
