"""Functions about texts. Positions count UTF-16 units, as every browser and phone does."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from askwell.logic.functions.registry import function, lazy
from askwell.logic.values import Value, number, string

if TYPE_CHECKING:
    from askwell.logic.environment import Context
    from askwell.logic.paths import Evaluator

_WHITE = " \t\r\n"


@lazy("string", 0, 1)
def as_string(context: Context, *argument: Evaluator) -> str:
    """Read a value, or the node itself, as a text."""
    return string(argument[0](context)) if argument else context.node.text


@function("concat", lambda value: value, optional=1, repeats=True)
def concat(_: Context, *values: Value) -> str:
    """Put texts together; of nodes, all of them."""
    return "".join(_all_texts(values))


@function("join", string, lambda value: value, optional=1, repeats=True)
def join(_: Context, separator: str, *values: Value) -> str:
    """Put texts together with a separator between them; of nodes, all of them."""
    return separator.join(_all_texts(values))


@function("contains", string, string)
def contains(_: Context, text: str, part: str) -> bool:
    """Tell whether a text stands in another."""
    return part in text


@function("starts-with", string, string)
def starts_with(_: Context, text: str, part: str) -> bool:
    """Tell whether a text starts with another."""
    return text.startswith(part)


@function("ends-with", string, string)
def ends_with(_: Context, text: str, part: str) -> bool:
    """Tell whether a text ends with another."""
    return text.endswith(part)


@function("substring-before", string, string)
def substring_before(_: Context, text: str, mark: str) -> str:
    """Give what stands before a mark; a blank if it is not there."""
    return text.partition(mark)[0] if mark and mark in text else ""


@function("substring-after", string, string)
def substring_after(_: Context, text: str, mark: str) -> str:
    """Give what stands after a mark; a blank if it is not there."""
    return text.partition(mark)[2] if mark else text


@function("substr", string, number, number, optional=1)
def substr(_: Context, text: str, start: float, end: float = math.inf) -> str:
    """Cut out from `start` (0 is the first) up to before `end`; negative ones count from the end."""
    units = _units(text)
    return _text(units[2 * _place(start, len(units) // 2) : 2 * _place(end, len(units) // 2)])


@function("substring", string, number, number, optional=1)
def substring(_: Context, text: str, start: float, length: float | None = None) -> str:
    """Cut out as XPath 1.0 does: 1 is the first, and both numbers are rounded."""
    units = _units(text)
    first = _rounded(start)
    end = math.inf if length is None else first + _rounded(length)
    kept = [place for place in range(1, len(units) // 2 + 1) if first <= place < end]
    return _text(units[2 * (kept[0] - 1) : 2 * kept[-1]]) if kept else ""


@lazy("string-length", 0, 1)
def string_length(context: Context, *argument: Evaluator) -> float:
    """Count the characters of a text, or of the node itself."""
    text = string(argument[0](context)) if argument else context.node.text
    return len(_units(text)) / 2


@lazy("normalize-space", 0, 1)
def normalize_space(context: Context, *argument: Evaluator) -> str:
    """Take white space off both ends and leave one space elsewhere."""
    text = string(argument[0](context)) if argument else context.node.text
    for white in _WHITE:
        text = text.replace(white, " ")
    return " ".join(word for word in text.split(" ") if word)


@function("translate", string, string, string)
def translate(_: Context, text: str, before: str, after: str) -> str:
    """Replace each character of `before` by the one at the same place of `after`, or drop it."""
    table: dict[int, str | None] = {}
    for place, character in enumerate(before):
        table.setdefault(ord(character), after[place] if place < len(after) else None)
    return text.translate(table)


@function("uuid", number, optional=1)
def uuid(context: Context, length: float | None = None) -> str:
    """Make a random id: a UUID version 4, or so many letters and digits."""
    if length is None:
        return context.env.uuid()
    letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    count = min(int(length), 1000) if length > 0 else 0
    return "".join(letters[int(context.env.random() * len(letters))] for _ in range(count))


@function("jr:itext", string)
def itext(context: Context, name: str) -> str:
    """Give a named text of the form in the current language."""
    return context.env.itext(name)


def _all_texts(values: tuple[Value, ...]) -> list[str]:
    found: list[str] = []
    for value in values:
        found += [node.text for node in value] if isinstance(value, list) else [string(value)]
    return found


def _units(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")


def _text(units: bytes) -> str:
    return units.decode("utf-16-le", "replace")


def _place(wanted: float, size: int) -> int:
    if math.isnan(wanted):
        return 0
    if math.isinf(wanted):
        return size if wanted > 0 else 0
    place = math.trunc(wanted)
    return max(0, size + place) if place < 0 else min(size, place)


def _rounded(amount: float) -> float:
    return amount if math.isinf(amount) or math.isnan(amount) else math.floor(amount + 0.5)
