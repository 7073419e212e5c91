"""From the text of an ODK XPath expression to its tree. The only reader of expression text in the whole product."""

from __future__ import annotations

from askwell.logic.tokens import (
    NAMED_OPERATORS,
    ExpressionError,
    Token,
    fold_quotes,
    has_smart_quotes,
    place,
    tokenize,
)
from askwell.logic.trees import DEEPEST, Tree, depth

__all__ = ["ExpressionError", "parse"]

LONGEST = 20_000

_PRECEDENCE = {
    "or": 1,
    "and": 2,
    "=": 3,
    "!=": 3,
    "<": 4,
    "<=": 4,
    ">": 4,
    ">=": 4,
    "+": 5,
    "-": 5,
    "*": 6,
    "div": 6,
    "mod": 6,
}
_AXES = frozenset(
    {
        "ancestor",
        "ancestor-or-self",
        "attribute",
        "child",
        "descendant",
        "descendant-or-self",
        "following",
        "following-sibling",
        "parent",
        "preceding",
        "preceding-sibling",
        "self",
    }
)
_NODE_TYPES = frozenset({"node", "text", "comment", "processing-instruction"})
_DESCEND: Tree = ["descendant-or-self", "node()", []]


def parse(text: str) -> Tree:
    """Read an expression into its tree; raises `ExpressionError` in words an author understands.

    Bent quotes count as straight ones where they enclose a text, and stay as they are inside one.
    """
    try:
        return _parse(text)
    except ExpressionError:
        if not has_smart_quotes(text):
            raise
        return _parse(fold_quotes(text))


def _parse(text: str) -> Tree:
    if not text.strip():
        message = "The expression is empty. Write a condition, or clear the cell."
        raise ExpressionError(message, 0)
    if len(text) > LONGEST:
        message = f"The expression is longer than {LONGEST} characters. Split it into several calculations."
        raise ExpressionError(message, LONGEST)
    try:
        tree = _Parser(tokenize(text)).whole()
    except RecursionError:
        tree = None
    if tree is None or depth(tree) > DEEPEST:
        message = "The expression is nested too deeply. Split it into several calculations."
        raise ExpressionError(message, 0)
    return tree


class _Parser:
    """Recursive descent over the words; one method per rule of the XPath 1.0 grammar."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._next = 0
        self._open: list[Token] = []

    def whole(self) -> Tree:
        tree = self._expression(1)
        token = self._peek()
        if token.kind != "end":
            raise self._unexpected(token)
        return tree

    def _peek(self, ahead: int = 0) -> Token:
        return self._tokens[min(self._next + ahead, len(self._tokens) - 1)]

    def _take(self) -> Token:
        token = self._peek()
        self._next += 1
        return token

    def _at(self, mark: str, ahead: int = 0) -> bool:
        token = self._peek(ahead)
        return token.kind == "mark" and token.text == mark

    def _skip(self, mark: str) -> bool:
        if not self._at(mark):
            return False
        self._next += 1
        return True

    def _enter(self) -> None:
        self._open.append(self._take())

    def _leave(self, mark: str) -> None:
        opened = self._open.pop()
        if self._skip(mark):
            return
        if self._peek().kind == "end":
            message = f"The bracket {opened.text} {place(opened.position)} is never closed. Add {mark} where it ends."
            raise ExpressionError(message, opened.position)
        raise self._unexpected(self._peek())

    def _unexpected(self, token: Token) -> ExpressionError:
        if token.kind == "end":
            message = "The expression ends too early: a value is missing at its end. Complete it."
        elif token.text.lower() in NAMED_OPERATORS and token.text not in NAMED_OPERATORS:
            message = f"“{token.text}” {place(token.position)} has to be in small letters. Write {token.text.lower()}."
        elif token.text in {")", "]"} and not self._open:
            message = (
                f"The bracket {token.text} {place(token.position)} was never opened. Remove it, or add its partner."
            )
        elif token.kind in {"operator", "mark"}:
            message = f"A value is missing before “{token.text}” {place(token.position)}. Add it, or remove the sign."
        else:
            message = (
                f"{token.shown} {place(token.position)} follows another value with nothing between them. "
                "Add an operator such as = or and, or a comma."
            )
        return ExpressionError(message, token.position)

    def _expression(self, weakest: int) -> Tree:
        left = self._unary()
        while True:
            token = self._peek()
            strength = _PRECEDENCE.get(token.text, 0) if token.kind == "operator" else 0
            if strength < weakest or not strength:
                return left
            self._next += 1
            left = ["bin", token.text, left, self._expression(strength + 1)]

    def _unary(self) -> Tree:
        signs = 0
        while self._peek().kind == "operator" and self._peek().text == "-":
            self._next += 1
            signs += 1
        tree = self._union()
        for _ in range(signs):
            tree = ["neg", tree]
        return tree

    def _union(self) -> Tree:
        left = self._path()
        while self._peek().kind == "operator" and self._peek().text == "|":
            self._next += 1
            left = ["bin", "|", left, self._path()]
        return left

    def _path(self) -> Tree:
        if self._starts_a_value():
            return self._filtered(self._value())
        if self._at("/"):
            self._next += 1
            return ["path", "root", self._steps([]) if self._starts_a_step() else []]
        if self._skip("//"):
            return ["path", "root", self._steps([_DESCEND])]
        return ["path", "ctx", self._steps([])]

    def _starts_a_value(self) -> bool:
        token = self._peek()
        if token.kind in {"number", "literal"} or self._at("("):
            return True
        return token.kind == "name" and token.text not in _NODE_TYPES and self._at("(", 1)

    def _starts_a_step(self) -> bool:
        return self._peek().kind == "name" or any(self._at(mark) for mark in (".", "..", "@"))

    def _filtered(self, value: Tree) -> Tree:
        predicates = self._predicates()
        if predicates:
            value = ["filter", value, predicates]
        if self._skip("//"):
            return ["path", value, self._steps([_DESCEND])]
        if self._skip("/"):
            return ["path", value, self._steps([])]
        return value

    def _value(self) -> Tree:
        token = self._peek()
        if token.kind == "number":
            number = float(self._take().text)
            return ["num", int(number) if number.is_integer() else number]
        if token.kind == "literal":
            return ["str", self._take().text]
        if token.kind == "name":
            return self._call()
        self._enter()
        tree = self._expression(1)
        self._leave(")")
        return tree

    def _call(self) -> Tree:
        name = self._take().text
        self._enter()
        arguments: list[Tree] = []
        if not self._at(")"):
            arguments.append(self._expression(1))
            while self._skip(","):
                arguments.append(self._expression(1))
        self._leave(")")
        return ["call", name, arguments]

    def _predicates(self) -> list[Tree]:
        predicates: list[Tree] = []
        while self._at("["):
            self._enter()
            predicates.append(self._expression(1))
            self._leave("]")
        return predicates

    def _steps(self, steps: list[Tree]) -> list[Tree]:
        steps = [*steps, self._step()]
        while True:
            if self._skip("//"):
                steps += [_DESCEND, self._step()]
            elif self._skip("/"):
                steps.append(self._step())
            else:
                return steps

    def _step(self) -> Tree:
        if self._skip("."):
            return ["self", "node()", self._predicates()]
        if self._skip(".."):
            return ["parent", "node()", self._predicates()]
        axis = self._axis()
        return [axis, self._test(), self._predicates()]

    def _axis(self) -> str:
        if self._skip("@"):
            return "attribute"
        if not self._at("::", 1):
            return "child"
        token = self._take()
        self._next += 1
        if token.text not in _AXES:
            message = f"“{token.text}::” {place(token.position)} is no direction in a form. Write ${{age}} or ../age."
            raise ExpressionError(message, token.position)
        return token.text

    def _test(self) -> str:
        token = self._peek()
        if token.kind != "name":
            raise self._unexpected(token)
        self._next += 1
        if token.text not in _NODE_TYPES or not self._at("("):
            return token.text
        self._enter()
        self._leave(")")
        return f"{token.text}()"
