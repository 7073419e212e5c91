"""The few facts that lists show about a draft or a version: how many questions, in which languages."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from askwell.questionsets.languages import Language, distinct
from askwell.questionsets.outline import count_questions
from askwell.questionsets.question_types import ANSWERED
from askwell.questionsets.rows import Draft, languages_written, rows_of


@dataclass(frozen=True, slots=True)
class Facts:
    """How many questions a person answers, and the languages they may do it in."""

    questions: int
    languages: list[Language]


def facts_of_draft(draft: Draft) -> Facts:
    """Count the questions of a draft and read the languages of its columns."""
    [settings] = rows_of(draft, "settings")
    written = [language for language in languages_written(draft) if language]
    return Facts(count_questions(draft), list(distinct(written or [settings.get("default_language")]).values()))


def facts_of_document(data: bytes) -> Facts:
    """Count the questions of a version document and list its languages."""
    document = json.loads(data)
    languages = [Language(language["code"], language["name"]) for language in document["languages"]]
    return Facts(_questions(document["tree"]), languages)


def _questions(nodes: Iterable[dict[str, Any]]) -> int:
    return sum((node["type"] in ANSWERED) + _questions(node.get("children", [])) for node in nodes)
