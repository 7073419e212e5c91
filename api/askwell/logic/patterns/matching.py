"""The machine that matches: all its states are followed at once (Thompson, 1968), so there is nothing to backtrack."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeAlias

from askwell.logic.patterns.reading import Alternatives, Anchor, Pattern, PatternError, Repeat, Sequence, Symbol, read

MOST_STATES = 2_000
LONGEST_TEXT = 20_000

_Test: TypeAlias = Callable[[str], bool]


@dataclass(slots=True)
class _State:
    """A place in the machine: it consumes a character, or asserts an edge of the text, or only leads on."""

    test: _Test | None = None
    edge: str = ""
    next: list[int] = field(default_factory=list)


class _Machine:
    def __init__(self, pattern: Pattern) -> None:
        self.states: list[_State] = []
        self._accept = self._add(_State())
        self._start = self._build(pattern, self._accept)

    def matches(self, text: str) -> bool:
        current = self._reach([self._start], at_start=True, at_end=not text)
        for place, character in enumerate(text, start=1):
            moved = [target for index in current for target in self._moves(index, character)]
            if not moved:
                return False
            current = self._reach(moved, at_start=False, at_end=place == len(text))
        return self._accept in current

    def _moves(self, index: int, character: str) -> list[int]:
        state = self.states[index]
        return state.next if state.test is not None and state.test(character) else []

    def _reach(self, waiting: list[int], *, at_start: bool, at_end: bool) -> set[int]:
        """Follow everything that consumes no character."""
        reached: set[int] = set()
        while waiting:
            index = waiting.pop()
            if index in reached:
                continue
            reached.add(index)
            state = self.states[index]
            blocked = (state.edge == "^" and not at_start) or (state.edge == "$" and not at_end)
            if state.test is None and not blocked:
                waiting.extend(state.next)
        return reached

    def _add(self, state: _State) -> int:
        if len(self.states) >= MOST_STATES:
            message = "This pattern is too large. Use fewer or smaller {n,m} repetitions."
            raise PatternError(message)
        self.states.append(state)
        return len(self.states) - 1

    def _build(self, pattern: Pattern, then: int) -> int:
        """Add states for a pattern that lead on to `then`; give the first of them."""
        if isinstance(pattern, Symbol):
            return self._add(_State(test=pattern.test, next=[then]))
        if isinstance(pattern, Anchor):
            return self._add(_State(edge=pattern.edge, next=[then]))
        if isinstance(pattern, Sequence):
            for part in reversed(pattern.parts):
                then = self._build(part, then)
            return then
        if isinstance(pattern, Alternatives):
            return self._add(_State(next=[self._build(each, then) for each in pattern.each]))
        return self._repeat(pattern, then)

    def _repeat(self, repeat: Repeat, then: int) -> int:
        if repeat.most is None:
            loop = self._add(_State(next=[then]))
            self.states[loop].next.append(self._build(repeat.part, loop))
            then = loop
        for _ in range((repeat.most or repeat.least) - repeat.least):
            then = self._add(_State(next=[then, self._build(repeat.part, then)]))
        for _ in range(repeat.least):
            then = self._build(repeat.part, then)
        return then


@lru_cache(maxsize=512)
def _machine(pattern: str) -> _Machine:
    return _Machine(read(pattern))


def check(pattern: str) -> None:
    """Raise `PatternError` if a pattern is wrong, too large, or beyond what every client understands."""
    _machine(pattern)


def matches(pattern: str, text: str) -> bool:
    """Tell whether the whole text is what the pattern describes; raises `PatternError` as `check` does."""
    machine = _machine(pattern)
    if len(text) > LONGEST_TEXT:
        message = f"A text of more than {LONGEST_TEXT} characters is not compared with a pattern."
        raise PatternError(message)
    return machine.matches(text)
