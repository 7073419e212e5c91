"""Texts by language, in pieces: what is written, and the values shown inside it."""

from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from askwell.questionsets.compiling.quotes import Quotes
from askwell.questionsets.compiling.rules import Reading
from askwell.questionsets.compiling.xform import XForm, itext_id, local, pieces, text_id
from askwell.questionsets.languages import UNNAMED, Language, distinct
from askwell.questionsets.media.wanted import SHOWN, base_name
from askwell.questionsets.rows import Draft, rows_of

Piece = str | dict[str, Any]
Text = dict[str, list[Piece]]

_NOTHING = "-"
"""What pyxform writes where a translation is missing."""


@dataclass(frozen=True, slots=True)
class Languages:
    """The languages of a form in order, and the one that missing texts fall back to."""

    known: dict[str, Language]
    default: str

    def code(self, written: str) -> str:
        """Return the code of a language as the form writes it."""
        language = self.known.get(" ".join(written.split()))
        return language.code if language else self.default

    def listed(self) -> list[dict[str, str]]:
        """Return them as the version document does."""
        return [{"code": language.code, "name": language.name} for language in self.known.values()]


def languages_of(form: XForm, draft: Draft) -> Languages:
    """Read the languages of a form; one that names none has a single language, that of the setting if there is one."""
    [settings] = rows_of(draft, "settings")
    written = [language for language, _is_default in form.languages] or [settings.get("default_language")]
    known = distinct(written)
    chosen = next((language for language, is_default in form.languages if is_default), written[0])
    default = known.get(" ".join(chosen.split()))
    return Languages(known, default.code if default else UNNAMED)


@dataclass(frozen=True, slots=True)
class TextReader:
    """Finds a text by id or in place, and reads it in every language."""

    form: XForm
    languages: Languages
    reading: Reading
    quotes: Quotes

    def of_element(self, element: Element | None, path: str, column: str, kind: str = "") -> Text:
        """Read a label or hint: kept in the itext under an id, or written in the element itself."""
        if element is None:
            return {}
        found = text_id(element)
        if found is not None:
            return self.of_id(found, path, column, kind)
        return self._single(self._pieces(element, path, column)) if not kind else {}

    def of_message(self, written: str, path: str, column: str) -> Text:
        """Read a message of a bind: a reference to the itext, or plain text."""
        found = itext_id(written)
        if found is not None:
            return self.of_id(found, path, column)
        return self._single(self.quotes.given_back([written]) if written else [])

    def of_id(self, identifier: str, path: str, column: str, kind: str = "") -> Text:
        """Read a text of the itext in every language that has it; pyxform's stand-in for a missing one is dropped."""
        text: Text = {}
        for language, element in self.form.texts.get(identifier, {}).items():
            value = _value(element, kind)
            read = self._pieces(value, path, column) if value is not None else []
            if read:
                text[self.languages.code(language)] = read
        if len(self.languages.known) > 1:
            text = {code: read for code, read in text.items() if read != [_NOTHING]}
        return self._in_order(text)

    def media_of(self, identifier: str | None) -> dict[str, Text]:
        """Read the names of the files shown or played with a text, by kind and language."""
        found = {kind: self.of_id(identifier, "", kind, kind) for kind in SHOWN} if identifier else {}
        return {kind: _names(text) for kind, text in found.items() if text}

    def _single(self, read: list[Piece]) -> Text:
        return {self.languages.default: read} if read else {}

    def _in_order(self, text: Text) -> Text:
        """Sort by language; the default language gets the first text there is, for others fall back to it."""
        if text:
            text.setdefault(self.languages.default, next(iter(text.values())))
        codes = [language.code for language in self.languages.known.values()]
        return {code: text[code] for code in codes if code in text}

    def _pieces(self, element: Element, path: str, column: str) -> list[Piece]:
        read: list[Piece] = []
        for piece in pieces(element):
            if isinstance(piece, str):
                read.append(piece)
                continue
            tree = self.reading.tree(piece.get("value", ""), path, column)
            if tree is not None:
                read.append({"out": tree})
        return self.quotes.given_back(_trimmed(read))


def _names(text: Text) -> Text:
    return {code: [base_name(str(piece)) for piece in read] for code, read in text.items()}


def _value(text: Element, kind: str) -> Element | None:
    values = [child for child in text if local(child.tag) == "value"]
    return next((value for value in values if value.get("form", "") == kind), None)


def _trimmed(read: list[Piece]) -> list[Piece]:
    """Take away the space that pyxform puts around a text with references, and nothing inside it."""
    if read and isinstance(read[0], str):
        read[0] = read[0].lstrip()
    if read and isinstance(read[-1], str):
        read[-1] = read[-1].rstrip()
    return [piece for piece in read if piece]
