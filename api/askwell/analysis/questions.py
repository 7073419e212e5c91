"""The questions of a version as analysis and exports need them: flat, in order, with their choices."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from askwell.rounds.documents import Document, parse

Text = dict[str, str]

# Nobody answers these: shown only, or kept for other tools.
_SILENT = frozenset({"note", "xml-external", "csv-external"})


@dataclass(frozen=True)
class Choice:
    """A choice of a question."""

    name: str
    label: Text


@dataclass(frozen=True)
class Question:
    """A question of a version."""

    path: str
    name: str
    type: str
    label: Text
    theme: list[str] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)
    repeated: bool = False


class Questionnaire:
    """A version, read for analysis and exports."""

    def __init__(self, content: bytes) -> None:
        document = parse(content)
        self.default_language: str = document["default_language"]
        self.languages: list[str] = [language["code"] for language in document["languages"]]
        self.questions = list(_questions(document, document["tree"], f"/{document['root']}", repeated=False))

    def column(self, question: Question) -> str:
        """Return a name that no other question has: its own, or with its groups where two share one."""
        names = [other.name for other in self.questions]
        return question.name if names.count(question.name) == 1 else question.path.split("/", 2)[2]


def _questions(document: Document, nodes: list[dict[str, Any]], path: str, *, repeated: bool) -> Iterator[Question]:
    for node in nodes:
        here = f"{path}/{node['name']}"
        if "children" in node:
            inside = repeated or node["type"] == "repeat"
            yield from _questions(document, node["children"], here, repeated=inside)
        elif node["type"] not in _SILENT:
            yield _question(document, node, here, repeated=repeated)


def _question(document: Document, node: dict[str, Any], path: str, *, repeated: bool) -> Question:
    listed = document["lists"].get(node.get("list", ""), [])
    return Question(
        path=path,
        name=node["name"],
        type=node["type"],
        label=_plain(node.get("label", {})),
        theme=node.get("theme", []),
        choices=[Choice(choice["name"], _plain(choice.get("label", {}))) for choice in listed],
        repeated=repeated,
    )


def _plain(text: dict[str, list[Any]]) -> Text:
    """Return a text as one string per language; what would be filled in is an ellipsis."""
    return {
        language: "".join(piece if isinstance(piece, str) else "…" for piece in pieces)
        for language, pieces in text.items()
    }
