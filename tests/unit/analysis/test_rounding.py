"""Rounding: the steps, and means at them."""

from fractions import Fraction

import pytest

from askwell.analysis.rounding import rounded_mean, step_of


@pytest.mark.parametrize(
    ("reach", "step"),
    [
        ("0.1", "0.1"),
        ("0.11", "0.2"),
        ("0.25", "0.5"),
        ("0.6", "1"),
        ("1", "1"),
        ("4", "5"),
        ("51", "100"),
        ("1000", "1000"),
    ],
)
def test_a_step_is_the_next_of_1_2_5(reach: str, step: str) -> None:
    assert step_of(Fraction(reach)) == Fraction(step)


def test_a_mean_is_said_to_the_nearest_step() -> None:
    assert rounded_mean([38, 39, 41], Fraction(3)) == 40
    assert rounded_mean([0.1, 0.11], Fraction(1, 10)) == pytest.approx(0.1)
    assert rounded_mean([-3, -4], Fraction(2)) == -4
    assert rounded_mean([1e99, 1e99], Fraction(0)) == 1e99
    assert rounded_mean([5e-324, 0], Fraction(5e-324)) == 0
