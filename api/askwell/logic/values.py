"""What an expression can be worth, and how each kind of value reads as a text, a number or a truth.

A value is a text, a number (always float), a truth, a list of nodes, a `Day` or a `Moment`.
"""

from __future__ import annotations

import math
import re
from decimal import Decimal
from typing import TypeAlias

from askwell.logic.dates import Day, Moment, read_temporal
from askwell.logic.nodes import Node

Value: TypeAlias = str | float | bool | list[Node] | Day | Moment
Quantity: TypeAlias = float | Day | Moment

NAN = math.nan
_NUMBER = re.compile(r"[ \t\r\n]*-?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?[ \t\r\n]*")


def string(value: Value) -> str:
    """Read a value as a text; of several nodes the first counts, of none a blank."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return value[0].text if value else ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return number_text(value)
    return value.text


def answer(value: Value) -> str:
    """Write a value as an answer: a text, and a blank for what is not a number."""
    return "" if isinstance(value, float) and value != value else string(value)  # noqa: PLR0124 - only NaN differs


def number(value: Value) -> float:
    """Read a value as a number: dates are days since 1970, a blank or any other text is not a number."""
    if isinstance(value, float):
        return value
    amount = quantity(value)
    return amount if isinstance(amount, float) else amount.days


def quantity(value: Value) -> Quantity:
    """Read a value as a number but let dates stay dates, also those that are still written as text."""
    if isinstance(value, list):
        value = value[0].text if value else ""
    if isinstance(value, str):
        return text_quantity(value)
    if isinstance(value, bool):
        return 1.0 if value else 0.0
    return value


def text_quantity(text: str) -> Quantity:
    """Read a text as a number or a date; anything else is not a number."""
    if _NUMBER.fullmatch(text):
        return float(text)
    return read_temporal(text) or NAN


def boolean(value: Value) -> bool:
    """Read a value as a condition. Nodes count by what they hold: one that is blank, or missing, is false."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        return value != ""
    if isinstance(value, float):
        return value != 0 and value == value  # noqa: PLR0124 - only NaN differs from itself
    if isinstance(value, list):
        return any(node.text for node in value)
    return True


def nodes(value: Value) -> list[Node]:
    """Read a value as nodes; a value that has none, such as the blank of a missing instance, gives none."""
    return value if isinstance(value, list) else []


def number_text(value: float) -> str:
    """Write a number as a browser does: no `.0`, and a power of ten only beyond 21 digits or 6 zeros."""
    if value != value:  # noqa: PLR0124 - only NaN differs from itself
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    if value == 0:
        return "0"
    if value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return _browser_text(value)


def _browser_text(value: float) -> str:
    """Follow ECMA-262, Number::toString: the shortest digits that read back as the same number."""
    sign, digits, exponent = Decimal(repr(value)).normalize().as_tuple()
    shown = "".join(map(str, digits))
    point = len(shown) + int(exponent)
    if 0 < point <= 21:
        shown = shown.ljust(point, "0")
        text = shown[:point] + (f".{shown[point:]}" if len(shown) > point else "")
    elif -6 < point <= 0:
        text = f"0.{'0' * -point}{shown}"
    else:
        mantissa = shown[0] + (f".{shown[1:]}" if len(shown) > 1 else "")
        text = f"{mantissa}e{point - 1:+d}"
    return f"-{text}" if sign else text
