"""Reviewing a submission: what differs is named, nothing is refused, and the person's own words are never quoted."""

from __future__ import annotations

from typing import Any

import pytest

from askwell.logic.environment import Env
from askwell.logic.forms import Definition, Finding, review
from askwell.logic.parsing import parse

ENV = Env(now="2026-03-15T10:20:30.000+01:00")

VERSION: dict[str, Any] = {
    "root": "data",
    "default_language": "en",
    "lists": {"works": [{"name": "yes"}, {"name": "no"}], "pains": [{"name": "back"}, {"name": "neck"}]},
    "tree": [
        {"name": "works", "type": "select_one", "list": "works", "bind": {"required": parse("true()")}},
        {
            "name": "job",
            "type": "group",
            "bind": {"relevant": parse("/data/works = 'yes'")},
            "children": [
                {"name": "hours", "type": "integer", "bind": {"constraint": parse(". <= 80")}},
                {"name": "pains", "type": "select_multiple", "list": "pains"},
            ],
        },
        {"name": "days", "type": "calculate", "bind": {"calculate": parse("/data/job/hours div 8")}},
        {"name": "draw", "type": "calculate", "bind": {"calculate": parse("once(random())")}},
        {"name": "lucky", "type": "calculate", "bind": {"calculate": parse("/data/draw > 0.5")}},
    ],
    "deps": {
        "/data/works": ["/data/job"],
        "/data/job/hours": ["/data/days"],
        "/data/draw": ["/data/lucky"],
    },
}

CLEAN = {
    "/data/works": {"value": "yes"},
    "/data/job/hours": {"value": "40"},
    "/data/job/pains": {"value": "back neck"},
    "/data/days": {"value": "5"},
    "/data/draw": {"value": "0.75"},
    "/data/lucky": {"value": "true"},
}

NOT_ASKED = {"missing": "not_asked"}
NO_JOB = {"/data/job/hours": NOT_ASKED, "/data/job/pains": NOT_ASKED, "/data/days": {"value": ""}}


def answer(path: str, value: str) -> dict[str, dict[str, str]]:
    """Answer one question."""
    return {path: {"value": value}}


def missing(path: str, state: str) -> dict[str, dict[str, str]]:
    """Leave one question without an answer."""
    return {path: {"missing": state}}


CASES = [
    ("nothing is found in answers that fit", {}, []),
    ("a question the version does not have", answer("/data/other", "x"), [("/data/other", "unknown_question")]),
    ("a group is no question", answer("/data/job", "x"), [("/data/job", "unknown_question")]),
    (
        "a constraint that fails",
        answer("/data/job/hours", "88") | answer("/data/days", "11"),
        [("/data/job/hours", "constraint_failed")],
    ),
    ("a calculation with another result", answer("/data/days", "6"), [("/data/days", "calculation_differs")]),
    (
        "a required answer skipped",
        missing("/data/works", "skipped") | NO_JOB,
        [("/data/works", "required_missing")],
    ),
    ("rather not say answers what is required", missing("/data/works", "rather_not_say") | NO_JOB, []),
    (
        "an answer the logic did not lead to",
        answer("/data/works", "no") | NO_JOB | answer("/data/job/hours", "40"),
        [("/data/job/hours", "given_but_not_relevant")],
    ),
    (
        "a question left out that the logic led to",
        missing("/data/job/pains", "not_asked"),
        [("/data/job/pains", "relevant_but_not_asked")],
    ),
    ("an answer none of the choices", answer("/data/works", "maybe") | NO_JOB, [("/data/works", "not_a_choice")]),
    (
        "one of several that is none of the choices",
        answer("/data/job/pains", "back knee"),
        [("/data/job/pains", "not_a_choice")],
    ),
    ("a question skipped that is not required", missing("/data/job/pains", "skipped"), []),
]


@pytest.mark.parametrize(("changes", "found"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_differs_is_named(changes: dict[str, dict[str, str]], found: list[tuple[str, str]]) -> None:
    findings = review(Definition(VERSION), CLEAN | changes, ENV)
    assert findings == [Finding(*each) for each in found]


def test_a_submission_without_calculations_is_reviewed_as_well() -> None:
    given = {path: answer for path, answer in CLEAN.items() if path not in {"/data/days", "/data/draw", "/data/lucky"}}
    assert review(Definition(VERSION), given, ENV) == []


def test_a_rule_that_cannot_be_worked_out_is_no_finding_about_the_person() -> None:
    broken = {**VERSION, "tree": [{"name": "a", "type": "text", "bind": {"constraint": parse("date(.) > 1")}}]}
    assert review(Definition(broken), {"/data/a": {"value": "not a date"}}, ENV) == []


def test_half_a_character_in_an_answer_disables_one_rule_and_no_more() -> None:
    tree = [
        {"name": "a", "type": "text", "bind": {"constraint": parse("digest(., 'MD5') != ''")}},
        {"name": "b", "type": "text", "bind": {"constraint": parse(". = 'x'")}},
    ]
    given = {"/data/a": {"value": "\ud83d"}, "/data/b": {"value": "y"}}
    assert review(Definition({**VERSION, "tree": tree}), given, ENV) == [Finding("/data/b", "constraint_failed")]


def test_one_version_serves_any_number_of_reviews() -> None:
    definition = Definition(VERSION)
    wrong = CLEAN | answer("/data/days", "6")
    found = [review(definition, given, ENV) for given in (wrong, CLEAN, wrong)]
    assert found == [[Finding("/data/days", "calculation_differs")], [], [Finding("/data/days", "calculation_differs")]]
