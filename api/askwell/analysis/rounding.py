"""Rounding: a mean, said so coarsely that what k people answered could not be told from it.

A mean of exact precision would tell, together with the number of answers, their exact sum; and where an answer can only
be 0 or 1, that is how many answered 1. So it is said to the nearest step of 0.1, 0.2, 0.5, 1, 2, 5, 10 and so on, and
the step is no smaller than what k people can move the mean by.
"""

import math
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import count

_FINEST = Fraction(1, 10**9)


def rounded_mean(numbers: Sequence[float], reach: Fraction) -> float:
    """Return the mean of some numbers, to the nearest step that is no smaller than a reach."""
    mean = sum(map(Fraction, numbers)) / len(numbers)
    step = step_of(max(reach, _FINEST))
    return float(round(mean / step) * step)


def step_of(reach: Fraction) -> Fraction:
    """Return the smallest step of 1, 2 or 5 times a power of ten that is no smaller than a reach above zero."""
    return next(step for step in _steps(math.floor(math.log10(reach)) - 1) if step >= reach)


def _steps(power: int) -> Iterator[Fraction]:
    for exponent in count(power):
        yield from (Fraction(10) ** exponent * leading for leading in (1, 2, 5))
