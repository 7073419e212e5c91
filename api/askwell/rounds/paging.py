"""Cursors of long lists: opaque to clients, and worth nothing outside the list they came from."""

import base64
import binascii
import json
import re
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from askwell.errors import Fault, Unprocessable

Item = TypeVar("Item")


class UnknownCursor(Unprocessable):
    """The cursor did not come from this list."""

    code = "unknown_cursor"
    sentence = "This place in the list is not known. Start again from the beginning."

    def __init__(self) -> None:
        super().__init__(faults=[Fault(where="query.cursor", message="not a cursor of this list")])


def cut(rows: Sequence[Item], limit: int, key: Callable[[Item], Sequence[object]]) -> tuple[Sequence[Item], str | None]:
    """Return the page, and the cursor of the next one, of rows that were read with one more than the limit."""
    if len(rows) <= limit:
        return rows, None
    parts = [str(part) for part in key(rows[limit - 1])]
    return rows[:limit], base64.urlsafe_b64encode(json.dumps(parts).encode()).decode().rstrip("=")


def from_cursor(cursor: str, kinds: Sequence[Callable[[str], Any]]) -> tuple[Any, ...]:
    """Return the key in a cursor, each part read by its kind; raise UnknownCursor for anything else."""
    try:
        parts = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        return tuple(kind(_text(part)) for kind, part in zip(kinds, parts, strict=True))
    except (binascii.Error, ValueError, TypeError, AttributeError, RecursionError):
        raise UnknownCursor from None


def _text(part: object) -> str:
    if not isinstance(part, str):
        raise TypeError
    return part


def whole_number(part: str) -> int:
    """Read a number that any column of whole numbers can hold."""
    number = int(part)
    if not 0 <= number < 2**31:
        raise ValueError
    return number


def hash_in_hex(part: str) -> str:
    """Read a SHA-256."""
    if re.fullmatch("[0-9a-f]{64}", part) is None:
        raise ValueError
    return part
