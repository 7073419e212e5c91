"""Why a submission was stored but not understood: words for programs, sentences for people."""

from typing import Literal

Problem = Literal[
    "not_json",
    "unknown_envelope",
    "other_instance",
    "other_round",
    "unknown_version",
    "answers_do_not_fit",
    "not_understood",
    "second_with_one_card",
    "replaces_another",
    "parts_missing",
]

SENTENCES: dict[Problem, str] = {
    "not_json": "The content is not JSON text.",
    "unknown_envelope": "The envelope is of a kind that this release does not read.",
    "other_instance": "The content names another interview than the one it was sent as.",
    "other_round": "The content names another round than the one the phone has joined.",
    "unknown_version": "It answers another version than the one this round asks.",
    "answers_do_not_fit": "Its answers name questions that this version does not have, or are not answers.",
    "not_understood": "The server failed while reading it. A later release may succeed.",
    "second_with_one_card": "It came with a card that had already been used to answer.",
    "replaces_another": "It says that it replaces another submission. Both are kept; a person decides.",
    "parts_missing": "It was sent in several parts, and the last has not come yet.",
}

# A person decides these, or the phone that still has the last part; no new release can.
FOR_A_PERSON: tuple[Problem, ...] = ("second_with_one_card", "replaces_another", "parts_missing")


def sentence_of(problem: str) -> str:
    """Return the sentence for a stored problem, also when an older or newer release has stored it."""
    return SENTENCES.get(problem, SENTENCES["not_understood"])  # type: ignore[call-overload,no-any-return]  # any word
