"""How a function is declared: its name, how it reads its arguments, and how many it takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias, TypeVar

from askwell.logic.values import Value

Reader: TypeAlias = Callable[[Value], Any]
Run = TypeVar("Run", bound=Callable[..., Value])

FUNCTIONS: dict[str, Function] = {}


@dataclass(frozen=True, slots=True)
class Function:
    """One function: `takes` says how each argument is read; without it the function itself decides what to evaluate."""

    run: Callable[..., Value]
    takes: tuple[Reader, ...] | None
    least: int
    most: int | None

    def accepts(self, count: int) -> bool:
        """Tell whether it can be called with so many arguments."""
        return self.least <= count and (self.most is None or count <= self.most)

    def reader(self, place: int) -> Reader:
        """Say how the argument at this place is read; the last reader serves all that follow."""
        takes = self.takes or ()
        return takes[min(place, len(takes) - 1)]

    @property
    def arity(self) -> str:
        """How many arguments it takes, for a message."""
        if self.most is None:
            return f"at least {self.least} arguments" if self.least != 1 else "at least 1 argument"
        if self.least == self.most:
            return "1 argument" if self.least == 1 else f"{self.least or 'no'} arguments"
        return f"{self.least} to {self.most} arguments"


def function(name: str, *takes: Reader, optional: int = 0, repeats: bool = False) -> Callable[[Run], Run]:
    """Declare a function whose arguments are evaluated first; `repeats` lets the last one come any number of times."""

    def declare(run: Run) -> Run:
        most = None if repeats else len(takes)
        FUNCTIONS[name] = Function(run, takes, len(takes) - optional, most)
        return run

    return declare


def lazy(name: str, least: int, most: int | None) -> Callable[[Run], Run]:
    """Declare a function that is given its arguments unevaluated, and asks only for those it needs."""

    def declare(run: Run) -> Run:
        FUNCTIONS[name] = Function(run, None, least, most)
        return run

    return declare
