"""What became of the cases of a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


class UnreadableCases(ValueError):
    """A file that holds no cases; the message says what is wrong with it and what it should be."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One thing that is not as the file says."""

    where: str
    what: str
    expected: Any
    found: Any

    @property
    def line(self) -> str:
        """Tell it in one line."""
        return f"{self.where}: {self.what} should be {self.expected!r} and is {self.found!r}"


@dataclass(slots=True)
class Outcome:
    """How many agree, which do not, and how many were not asked, with the reason."""

    passed: int
    disagreements: list[Disagreement]
    skipped: int = 0
    why_skipped: str = ""
