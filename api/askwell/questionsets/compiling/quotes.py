"""Gives texts their own quotation marks back: pyxform makes every bent one straight, in what people read as well."""

import re
from collections.abc import Iterator
from typing import Any

from askwell.questionsets.rows import TRANSLATABLE, Draft, rows_of, without_references

_BENT = re.compile("[\u2018\u2019\u201c\u201d]")
_ANY = re.compile("[\u2018\u2019\u201c\u201d'\"]")
_STRAIGHT = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"'})


class Quotes:
    """Remembers the texts of a draft that have bent quotes, by what pyxform makes of them."""

    def __init__(self, draft: Draft) -> None:
        self._written: dict[str, list[str]] = {}
        for text in _texts(draft):
            if _BENT.search(text):
                bare = without_references(text)
                self._written.setdefault(_key(bare), _ANY.findall(bare))

    def given_back(self, pieces: list[Any]) -> list[Any]:
        """Return the pieces of a text with the quotes that its author wrote."""
        marks = self._written.get(_key("".join(piece for piece in pieces if isinstance(piece, str))))
        if marks is None:
            return pieces
        following = iter(marks)
        return [_ANY.sub(lambda _mark: next(following), each) if isinstance(each, str) else each for each in pieces]


def _texts(draft: Draft) -> Iterator[str]:
    for sheet in ("survey", "choices"):
        for row in rows_of(draft, sheet):
            yield from (text for (column, _language), text in row.cells.items() if column in TRANSLATABLE)


def _key(text: str) -> str:
    return "".join(text.translate(_STRAIGHT).split())
