"""Languages as XLSForm names them, `Español (es)`, and the codes that a version document uses."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

UNNAMED = "und"
"""The code of texts whose language nobody named (BCP 47: undetermined)."""

_WITH_CODE = re.compile(r"^(?P<name>.*?)\s*\(\s*(?P<code>[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\s*\)$")
_ONLY_CODE = re.compile(r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")
_KNOWN = {
    "english": "en",
    "spanish": "es",
    "español": "es",
    "espanol": "es",
    "french": "fr",
    "français": "fr",
    "francais": "fr",
    "portuguese": "pt",
    "português": "pt",
    "german": "de",
    "deutsch": "de",
    "italian": "it",
    "italiano": "it",
    "arabic": "ar",
    "swahili": "sw",
    "kiswahili": "sw",
    "haitian creole": "ht",
    "kreyòl": "ht",
    "chinese": "zh",
    "vietnamese": "vi",
    "tagalog": "tl",
    "hindi": "hi",
    "nepali": "ne",
    "russian": "ru",
}


@dataclass(frozen=True, slots=True)
class Language:
    """A language of a question set: its BCP 47 code and the name people see."""

    code: str
    name: str


def read_language(written: str) -> Language:
    """Read `Español (es)`; a name without a code gets a well-known or a private one, so that nothing is refused."""
    text = " ".join(written.split())
    if with_code := _WITH_CODE.match(text):
        return Language(with_code["code"], with_code["name"] or with_code["code"])
    if text in {"", "default"}:
        return Language(UNNAMED, "")
    if text.lower() in _KNOWN:
        return Language(_KNOWN[text.lower()], text)
    if _ONLY_CODE.match(text):
        return Language(text, text)
    return Language(_private_code(text), text)


def names_a_code(written: str) -> bool:
    """Whether the code is written out, so that nobody has to guess it."""
    return bool(_WITH_CODE.match(written.strip()) or _ONLY_CODE.match(written.strip()))


def distinct(written: Iterable[str]) -> dict[str, Language]:
    """Read several languages; two that would share a code get private ones, told apart by a number."""
    languages: dict[str, Language] = {}
    for text in written:
        language = read_language(text)
        taken = {other.code for other in languages.values()}
        if language.code in taken:
            number = len(languages) + 1
            language = Language(f"{_private_code(language.name)[:8]}-{number}", language.name)
        languages[text] = language
    return languages


def _private_code(name: str) -> str:
    letters = re.sub(r"[^a-z0-9]", "", name.lower())[:8]
    return f"x-{letters or 'lang'}"
