"""The starter library that ships with the product: themes, and packs of questions to copy from.

All of its wording is our own and has not been validated; whoever uses it should pilot it first.
"""

import json
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Literal, cast

from pydantic import BaseModel, Field

from askwell.errors import NotFound
from askwell.questionsets.outline import count_questions, outline

WORDING = "unvalidated"

Kind = Literal["pack", "theme"]


class StarterTheme(BaseModel):
    """One of the themes that questions are about."""

    key: str
    name: dict[str, str]
    about: dict[str, str]
    sensitivity: Literal["low", "medium", "high"]


class StarterSet(BaseModel):
    """Something in the library that can be copied: a pack, or all questions of a theme."""

    key: str
    kind: Kind
    name: dict[str, str]
    about: dict[str, str]
    minutes: int | None = Field(description="About how long it takes; null for the questions of a theme.")
    questions: int
    themes: list[str]


@cache
def themes() -> tuple[StarterTheme, ...]:
    """Return the themes in the library's order."""
    return tuple(StarterTheme.model_validate(theme) for theme in _read(_library() / "themes.json"))


@cache
def listed() -> tuple[StarterSet, ...]:
    """Return everything that can be copied: the packs by key, then the themes in their order."""
    return tuple(_described(kind, content) for kind, content in _contents().values())


def draft_of(key: str) -> dict[str, Any]:
    """Return a copy of the draft under a key of the library; raises NotFound."""
    if key not in _contents():
        raise NotFound(f"The starter library has nothing called {key}.", code="unknown_pack")
    _kind, content = _contents()[key]
    return cast("dict[str, Any]", json.loads(json.dumps(content["draft"])))


@cache
def _contents() -> dict[str, tuple[Kind, dict[str, Any]]]:
    library = _library()
    packs = [*sorted((library / "packs").iterdir(), key=lambda entry: entry.name), library / "leadership.json"]
    read: list[tuple[Kind, dict[str, Any]]] = [
        ("pack", _read(entry)) for entry in packs if entry.name.endswith(".json")
    ]
    for theme in themes():
        draft = _read(library / "themes" / f"{theme.key}.json")
        read.append(("theme", {**theme.model_dump(), "minutes": None, "draft": draft}))
    return {content["key"]: (kind, content) for kind, content in read}


def _library() -> Traversable:
    return files("askwell.questionsets") / "starter"


def _read(entry: Traversable) -> Any:
    return json.loads(entry.read_text(encoding="utf-8"))


def _described(kind: Kind, content: dict[str, Any]) -> StarterSet:
    draft = content["draft"]
    used = [key for item in outline(draft).items for key in item.row.get("theme").split()]
    return StarterSet(
        key=content["key"],
        kind=kind,
        name=content["name"],
        about=content["about"],
        minutes=content["minutes"],
        questions=count_questions(draft),
        themes=list(dict.fromkeys(used)),
    )
