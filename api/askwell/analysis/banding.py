"""Bands: counts of people, said so coarsely that one more or less is not seen."""

from typing import Literal

Band = Literal["fewer than 5", "5–9", "10–19", "20–49", "50+"]

_BANDS: tuple[tuple[int, Band], ...] = ((50, "50+"), (20, "20–49"), (10, "10–19"), (5, "5–9"))


def band_of(count: int) -> Band:
    """Return the band that a count lies in."""
    return next((band for least, band in _BANDS if count >= least), "fewer than 5")
