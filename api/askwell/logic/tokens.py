"""The words of an ODK XPath expression: where each starts, and whether `*`, `and`, `div` … is an operator or a name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["number", "literal", "name", "operator", "mark", "end"]

NAMED_OPERATORS = frozenset({"and", "or", "div", "mod"})

_SINGLE, _DOUBLE = "'\u2018\u2019\u201a\u201b", '"\u201c\u201d\u201e\u201f'
_PLAIN_QUOTES = str.maketrans(dict.fromkeys(_SINGLE, "'") | dict.fromkeys(_DOUBLE, '"'))
_SPACE = re.compile(r"[\s\u00a0\u200b\ufeff]+")
_NUMBER = re.compile(r"[0-9]+(\.[0-9]*)?|\.[0-9]+")
_NAME = re.compile(r"[^\W\d][\w.\-\u00b7]*(:(?!:)[^\W\d][\w.\-\u00b7]*)?")
_GLUED_OPERATOR = re.compile(r"(and|or|div|mod)(?=[0-9.])")
_MARK = re.compile(r"::|\.\.|//|[()\[\],@./]")
_OPERATOR = re.compile(r"!=|<=|>=|[=<>+\-|*]")
_BEFORE_OPERAND = frozenset({"@", "::", "(", "[", ",", "/", "//"})

_MISTAKES = (
    ("==", "Write = instead of ==."),
    ("&&", "Write and instead of &&."),
    ("||", "Write or instead of ||."),
    ("<>", "Write != instead of <>."),
    ("=>", "Write >= instead of =>."),
    ("=<", "Write <= instead of =<."),
    ("!", "Write not(…) instead of !."),
    ("${", "A reference like ${age} has to name a question of this form, with both braces."),
    ("&", "Write concat(…) to join texts, or and to join conditions."),
    ("\u2013", "Write the plain minus sign -."),
    ("\u2014", "Write the plain minus sign -."),
    ("\u2212", "Write the plain minus sign -."),
    ("\u2264", "Write <=."),
    ("\u2265", "Write >=."),
    ("\u2260", "Write !=."),
    ("\u00d7", "Write * to multiply."),
    ("\u00f7", "Write div to divide."),
    ("%", "Write mod for the rest of a division."),
)


class ExpressionError(ValueError):
    """An expression that cannot be read: `message` says what, where and how to mend it; `position` counts from 0."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.message = message
        self.position = position


@dataclass(frozen=True, slots=True)
class Token:
    """One word of an expression."""

    kind: Kind
    text: str
    position: int

    @property
    def shown(self) -> str:
        """The word as its author wrote it, for a message."""
        return f"'{self.text}'" if self.kind == "literal" else f"“{self.text}”"


def place(position: int) -> str:
    """Say where something stands the way an author counts: the first character is 1."""
    return f"at character {position + 1}"


def has_smart_quotes(text: str) -> bool:
    """Whether a word processor has bent a quote in this text."""
    return text != fold_quotes(text)


def fold_quotes(text: str) -> str:
    """Make every bent quote straight; no character moves."""
    return text.translate(_PLAIN_QUOTES)


def tokenize(text: str) -> list[Token]:
    """All words of an expression, the last of them an `end`."""
    tokens: list[Token] = []
    position = 0
    while position < len(text):
        if space := _SPACE.match(text, position):
            position = space.end()
            continue
        token, position = _read(text, position, tokens[-1] if tokens else None)
        tokens.append(token)
    tokens.append(Token("end", "", len(text)))
    return tokens


def _read(text: str, start: int, previous: Token | None) -> tuple[Token, int]:
    if text[start] in _SINGLE or text[start] in _DOUBLE:
        return _literal(text, start)
    for mistake, remedy in _MISTAKES:
        if text.startswith(mistake, start) and not text.startswith("!=", start):
            message = f"“{mistake}” {place(start)} cannot be used here. {remedy}"
            raise ExpressionError(message, start)
    if number := _NUMBER.match(text, start):
        return Token("number", number.group(), start), number.end()
    if name := _NAME.match(text, start):
        return _name(name.group(), start, previous)
    if mark := _MARK.match(text, start):
        return Token("mark", mark.group(), start), mark.end()
    if operator := _OPERATOR.match(text, start):
        kind: Kind = "name" if operator.group() == "*" and _operand_comes_next(previous) else "operator"
        return Token(kind, operator.group(), start), operator.end()
    message = f"“{text[start]}” {place(start)} means nothing in an expression. Remove it, or put text in quotes."
    raise ExpressionError(message, start)


def _name(text: str, start: int, previous: Token | None) -> tuple[Token, int]:
    if _operand_comes_next(previous):
        return Token("name", text, start), start + len(text)
    if glued := _GLUED_OPERATOR.match(text):
        text = glued.group(1)
    kind: Kind = "operator" if text in NAMED_OPERATORS else "name"
    return Token(kind, text, start), start + len(text)


def _operand_comes_next(previous: Token | None) -> bool:
    """XPath 1.0, 3.7: after an operand a `*` or a name is an operator, anywhere else it is a name."""
    if previous is None or previous.kind == "operator":
        return True
    return previous.kind == "mark" and previous.text in _BEFORE_OPERAND


def _literal(text: str, start: int) -> tuple[Token, int]:
    """Read a text in quotes: a bent quote closes at any quote of its family, a straight one at its like."""
    family = _SINGLE if text[start] in _SINGLE else _DOUBLE
    closing = family if text[start] != family[0] else family[0]
    for position in range(start + 1, len(text)):
        if text[position] in closing:
            return Token("literal", text[start + 1 : position], start), position + 1
    message = f"The text that starts {place(start)} is never closed. Add the missing {family[0]} where it ends."
    raise ExpressionError(message, start)
