"""From the text of a regular expression to its parts; only what Java, JavaScript and Python read alike is accepted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

_Test: TypeAlias = Callable[[str], bool]


class PatternError(ValueError):
    """A regular expression that cannot be read, or that not every client would read alike."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """One character that passes a test."""

    test: _Test


@dataclass(frozen=True, slots=True)
class Anchor:
    """An edge of the text: `^` or `$`."""

    edge: str


@dataclass(frozen=True, slots=True)
class Sequence:
    """Parts one after another."""

    parts: list[Pattern]


@dataclass(frozen=True, slots=True)
class Alternatives:
    """Any one of several."""

    each: list[Pattern]


@dataclass(frozen=True, slots=True)
class Repeat:
    """A part several times; no `most` is without end."""

    part: Pattern
    least: int
    most: int | None


Pattern: TypeAlias = Symbol | Anchor | Sequence | Alternatives | Repeat

_WORD = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")
_DIGIT = frozenset("0123456789")
_SPACE = frozenset(" \t\n\r\f\v\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff") | {
    chr(c) for c in range(0x2000, 0x200B)
}
_CLASSES: dict[str, _Test] = {
    "d": _DIGIT.__contains__,
    "D": lambda c: c not in _DIGIT,
    "w": _WORD.__contains__,
    "W": lambda c: c not in _WORD,
    "s": _SPACE.__contains__,
    "S": lambda c: c not in _SPACE,
}
_CONTROLS = {"t": "\t", "n": "\n", "r": "\r", "f": "\f", "v": "\v"}
_LINE_ENDS = frozenset("\n\r\u2028\u2029")
_MOST_REPEATS = 1_000


def read(text: str) -> Pattern:
    """Read a regular expression; raises `PatternError` with what is wrong and where."""
    try:
        return _Reader(text).whole()
    except RecursionError:
        message = "This pattern has too many brackets inside one another."
        raise PatternError(message) from None


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._place = 0

    def whole(self) -> Pattern:
        pattern = self._alternatives()
        if self._place < len(self._text):
            raise self._error("The bracket ) was never opened. Write \\) for the sign itself")
        return pattern

    def _error(self, message: str) -> PatternError:
        return PatternError(f"{message} (character {self._place + 1} of the pattern {self._text}).")

    def _peek(self) -> str:
        return self._text[self._place : self._place + 1]

    def _take(self) -> str:
        self._place += 1
        return self._text[self._place - 1 : self._place]

    def _skip(self, mark: str) -> bool:
        if not self._text.startswith(mark, self._place):
            return False
        self._place += len(mark)
        return True

    def _alternatives(self) -> Pattern:
        each = [self._sequence()]
        while self._skip("|"):
            each.append(self._sequence())
        return each[0] if len(each) == 1 else Alternatives(each)

    def _sequence(self) -> Pattern:
        parts: list[Pattern] = []
        while self._peek() not in {"", "|", ")"}:
            parts.append(self._repeated())
        return Sequence(parts)

    def _repeated(self) -> Pattern:
        part = self._atom()
        bounds = self._bounds()
        if bounds is None:
            return part
        if isinstance(part, Anchor):
            raise self._error("^ and $ cannot be repeated")
        self._skip("?")
        if self._peek() in {"*", "+", "?"}:
            raise self._error("There is nothing to repeat before this sign. Write \\ before it for the sign itself")
        return Repeat(part, *bounds)

    def _bounds(self) -> tuple[int, int | None] | None:
        for mark, bounds in (("*", (0, None)), ("+", (1, None)), ("?", (0, 1))):
            if self._skip(mark):
                return bounds
        if self._peek() != "{":
            return None
        self._take()
        least = self._count()
        most: int | None = least
        if self._skip(","):
            most = self._count() if self._peek() != "}" else None
        if not self._skip("}") or (most is not None and most < least):
            raise self._error("Write a repetition as {3}, {3,} or {3,5}")
        return least, most

    def _count(self) -> int:
        digits = ""
        while self._peek() in _DIGIT:
            digits += self._take()
        if not digits or int(digits) > _MOST_REPEATS:
            raise self._error(f"A repetition needs a number up to {_MOST_REPEATS}. Write \\{{ for the sign itself")
        return int(digits)

    def _atom(self) -> Pattern:
        character = self._take()
        if character == "(":
            return self._group()
        if character == "[":
            return Symbol(self._set())
        if character == "\\":
            return Symbol(self._escape())
        if character in {"^", "$"}:
            return Anchor(character)
        if character == ".":
            return Symbol(lambda c: c not in _LINE_ENDS)
        if character in {"*", "+", "?", "{"}:
            self._place -= 1
            raise self._error("There is nothing to repeat before this sign. Write \\ before it for the sign itself")
        return Symbol(character.__eq__)

    def _group(self) -> Pattern:
        if self._peek() == "?" and not self._skip("?:"):
            raise self._error("Look-around, names and flags in brackets (?…) are not understood everywhere. Write (…)")
        pattern = self._alternatives()
        if not self._skip(")"):
            raise self._error("A bracket ( is never closed. Add ), or write \\( for the sign itself")
        return pattern

    def _escape(self) -> _Test:
        character = self._take()
        if character in _CLASSES:
            return _CLASSES[character]
        return self._escaped(character).__eq__

    def _escaped(self, character: str) -> str:
        if character in _CONTROLS:
            return _CONTROLS[character]
        if character in {"x", "u"}:
            return self._code(2 if character == "x" else 4)
        if character.isalnum() or not character:
            raise self._error(f"\\{character} is not understood everywhere. Remove the backslash or write it out")
        return character

    def _code(self, size: int) -> str:
        digits = self._text[self._place : self._place + size]
        if len(digits) < size or any(digit not in "0123456789abcdefABCDEF" for digit in digits):
            raise self._error(f"Write {size} hexadecimal digits here")
        self._place += size
        return chr(int(digits, 16))

    def _set(self) -> _Test:
        is_negated = self._skip("^")
        tests: list[_Test] = []
        while not self._skip("]"):
            if not self._peek():
                raise self._error("A bracket [ is never closed. Add ], or write \\[ for the sign itself")
            tests.append(self._member())
        return lambda c: any(test(c) for test in tests) != is_negated

    def _member(self) -> _Test:
        first = self._take()
        if first == "[" or (first == "&" and self._peek() == "&"):
            raise self._error(f"Write \\{first} for this sign inside […]")
        if first == "\\":
            escaped = self._take()
            if escaped in _CLASSES:
                return _CLASSES[escaped]
            first = self._escaped(escaped)
        return self._range(first)

    def _range(self, first: str) -> _Test:
        following = self._text[self._place : self._place + 2]
        if not following.startswith("-") or following in {"-", "-]"}:
            return first.__eq__
        self._place += 1
        last = self._take()
        if last == "\\":
            escaped = self._take()
            if escaped in _CLASSES:
                raise self._error("A range like a-z needs a character at both ends. Write \\- for the sign itself")
            last = self._escaped(escaped)
        if last < first:
            raise self._error(f"The range {first}-{last} is the wrong way round")
        return lambda c: first <= c <= last
