"""Labels, hints, messages and media by language, as the columns of a row."""

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from askwell.questionsets.compiling.xform import itext_id, local
from askwell.questionsets.decompiling.parsing import Source, child, children
from askwell.questionsets.decompiling.paths import Paths

_NOTHING = "-"
_UNNAMED = "default"
_FOLDERS = {
    "image": "jr://images/",
    "big-image": "jr://images/",
    "audio": "jr://audio/",
    "video": "jr://video/",
}
_ONLY_REFERENCE = re.compile(r"^\$\{[^{}]+\}$")
_LOOK_UP = re.compile(r"^instance\('[^']+'\)/root/item\[.*\]/[\w.-]+$", re.DOTALL)
"""What a label may hold beside `${name}`: a cell of a choice list."""

Cells = dict[str, str]


@dataclass(slots=True)
class Texts:
    """The texts of a form; `worked_out` collects values inside texts that need a row of their own."""

    source: Source
    paths: Paths
    languages: list[str] = field(default_factory=list)
    default: str = ""
    kept: dict[str, dict[str, Element]] = field(default_factory=dict)
    worked_out: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    @classmethod
    def of(cls, source: Source, paths: Paths) -> "Texts":
        """Read the itext of a form."""
        texts = cls(source, paths)
        for translation in children(child(source.model, "itext"), "translation"):
            language = translation.get("lang", "")
            texts.languages.append(language)
            if translation.get("default") is not None:
                texts.default = language
            for text in children(translation, "text"):
                texts.kept.setdefault(text.get("id", ""), {})[language] = text
        return texts

    def column(self, name: str, language: str) -> str:
        """Return the head of a column; the language nobody named has none."""
        return name if language == _UNNAMED and self.default in {"", _UNNAMED} else f"{name}::{language}"

    def of_element(self, element: Element | None, column: str, path: str) -> Cells:
        """Read a label or hint, and the media that stand with it."""
        if element is None:
            return {}
        identifier = itext_id(element.get("ref", ""))
        if identifier is not None:
            return self.of_id(identifier, column, path)
        text = self._written(element, path)
        return {column: text} if text else {}

    def of_message(self, written: str, column: str, path: str) -> Cells:
        """Read a message of a bind."""
        identifier = itext_id(written)
        return self.of_id(identifier, column, path) if identifier is not None else {column: written}

    def of_id(self, identifier: str, column: str, path: str) -> Cells:
        """Read a text in every language, with its guidance and media."""
        found: dict[str, dict[str, str]] = {}
        for language, text in self.kept.get(identifier, {}).items():
            for value in children(text, "value"):
                form = value.get("form", "")
                known = self._form(form, column)
                said = self._written(value, path)
                if known and said:
                    found.setdefault(known, {})[language] = said.removeprefix(_FOLDERS.get(form, ""))
        return {self.column(name, language): said for name, by in found.items() for language, said in _told(by)}

    def without_control(self, path: str) -> Cells:
        """Read what is kept for a question that people do not see, under the ids that pyxform gives."""
        return {**self.of_id(f"{path}:label", "label", path), **self.of_id(f"{path}:hint", "hint", path)}

    @staticmethod
    def _form(form: str, column: str) -> str:
        if not form:
            return column
        if form == "guidance":
            return "guidance_hint"
        return form if form in _FOLDERS else ""

    def _written(self, element: Element, path: str) -> str:
        parts = [element.text or ""]
        for each in element:
            is_value = local(each.tag) == "output"
            parts.append(self._output(each.get("value") or each.get("ref") or "", path) if is_value else _plain(each))
            parts.append(each.tail or "")
        return "".join(parts).strip()

    def _output(self, value: str, path: str) -> str:
        """Name what a text shows; what is more than a question or a choice is worked out in a row before it."""
        said = self.paths.expression(value, path)
        if _ONLY_REFERENCE.match(said) or _LOOK_UP.match(said):
            return said
        rows = self.worked_out.setdefault(path, [])
        known = next((name for name, calculation in rows if calculation == said), None)
        if known is None:
            count = sum(map(len, self.worked_out.values())) + 1
            known = self._free(f"shown_{count}")
            rows.append((known, said))
        return f"${{{known}}}"

    def _free(self, name: str) -> str:
        taken = {path.rpartition("/")[2] for path in self.paths.known}
        while name in taken:
            name += "_"
        return name


def _plain(element: Element) -> str:
    return "".join(element.itertext())


def _told(by_language: dict[str, str]) -> list[tuple[str, str]]:
    """Leave out the dash that pyxform writes where a translation is missing, as long as there is another one."""
    kept = [(language, said) for language, said in by_language.items() if said != _NOTHING]
    # Alone in its row, a text of the language nobody named would leave the itext.
    is_alone = [language for language, _said in kept] in ([], [_UNNAMED])
    return list(by_language.items()) if is_alone else kept
