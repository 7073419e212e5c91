"""Quarantine: what is not understood is stored, receipted and shown to a person, and never refused."""

import json
from typing import Any
from uuid import uuid4

from fastapi import FastAPI
from sqlalchemy import update

from askwell.submissions.models import submission
from support.rounds import ANSWERS, NOON, OpenRound, changed, item
from support.serving import command

NOT_JSON = ["", "an answer", "[1, 2", '{"envelope": NaN}', "[" * 100_000, "9" * 5_000]
NOT_OURS: list[dict[str, Any]] = [{"envelope": 2}, {"sealing": "age"}, {"body": None}, {"body": []}]
NOT_ANSWERS: list[Any] = [
    None,
    [],
    "yes",
    {"/data/unknown": {"value": "x"}},
    {"/data/fair": "yes"},
    {"/data/fair": {"value": 1}},
    {"/data/fair": {"missing": "lost"}},
    {"/data/fair": {"value": "yes", "missing": "skipped"}},
]


def problems_of(survey: OpenRound, items: list[dict[str, Any]]) -> set[tuple[str, bool, str, str]]:
    results = survey.phone().send(items)
    return {(one["status"], one["stored"], one["receipt"]["quality"], one["detail"]) for one in results}


def quarantined(problem: str) -> set[tuple[str, bool, str, str]]:
    return {("quarantined", True, "quarantined", problem)}


def test_what_is_not_json_is_stored(interviews: OpenRound) -> None:
    assert problems_of(interviews, [item(content) for content in NOT_JSON]) == quarantined("not_json")
    assert {one["content"] for one in interviews.read("quarantine")["items"]} == set(NOT_JSON)


def test_an_envelope_of_another_release_is_stored(interviews: OpenRound) -> None:
    phone = interviews.phone()
    items = [changed(phone.freeze(ANSWERS, "en", NOON), **envelope) for envelope in NOT_OURS]
    assert problems_of(interviews, [item("[]"), *items]) == quarantined("unknown_envelope")


def test_answers_that_do_not_fit_the_version_are_stored(interviews: OpenRound) -> None:
    frozen = [interviews.phone().freeze(ANSWERS, "en", NOON) for _ in NOT_ANSWERS]
    body = json.loads(frozen[0]["content"])["body"]
    items = [changed(one, body={**body, "answers": wrong}) for one, wrong in zip(frozen, NOT_ANSWERS, strict=True)]
    assert problems_of(interviews, items) == quarantined("answers_do_not_fit")


def test_what_names_another_place_or_version_is_stored(interviews: OpenRound) -> None:
    frozen = interviews.phone().freeze(ANSWERS, "en", NOON)
    strangers = {
        "other_instance": {"instance_id": str(uuid4())},
        "other_round": {"round_id": str(uuid4())},
        "unknown_version": {"version_hash": "0" * 64},
    }
    for problem, envelope in strangers.items():
        content = changed(frozen, **envelope)["content"]
        sent = item(content, str(uuid4()) if problem == "other_instance" else frozen["instance_id"])
        frozen = interviews.phone().freeze(ANSWERS, "en", NOON)
        assert problems_of(interviews, [sent]) == quarantined(problem)


def test_a_newer_phone_may_send_more_than_this_server_knows(interviews: OpenRound) -> None:
    phone = interviews.phone()
    frozen = changed(phone.freeze(ANSWERS, "en", NOON), colour="green", parts=[])
    assert phone.send([{**frozen, "priority": 3}])[0]["status"] == "received"


def test_the_desk_reads_the_problem_in_words(interviews: OpenRound) -> None:
    sent = item("an answer")
    interviews.phone().send([sent])
    assert interviews.read("quarantine") == {
        "items": [
            {
                "instance_id": sent["instance_id"],
                "rev": 1,
                "problem": "not_json",
                "sentence": "The content is not JSON text.",
                "late": False,
                "content": "an answer",
            }
        ],
        "next": None,
    }


def test_what_is_in_quarantine_counts_in_no_result(interviews: OpenRound) -> None:
    interviews.phone().send([item("an answer")])
    assert interviews.read("progress")["band"] == "fewer than 5"
    assert interviews.read("results")["shown"] is False


def test_quarantine_is_listed_in_pages(interviews: OpenRound) -> None:
    interviews.phone().send([item(f"answer {number}") for number in range(5)])
    first = interviews.read("quarantine", limit=3)
    second = interviews.read("quarantine", limit=3, cursor=first["next"])
    contents = [one["content"] for page in (first, second) for one in page["items"]]
    assert sorted(contents) == [f"answer {number}" for number in range(5)]
    assert second["next"] is None


def test_a_cursor_of_another_list_is_refused(interviews: OpenRound) -> None:
    for cursor in ("nonsense", "WzFd", "W10", "bnVsbA", "é"):
        answer = interviews.editor.get(f"{interviews.path}/quarantine", params={"cursor": cursor})
        assert (answer.status_code, answer.json()["code"]) == (422, "unknown_cursor")


def test_what_a_release_could_not_read_the_next_one_reads(interviews: OpenRound, app: FastAPI) -> None:
    interviews.answer(*[{}] * 5)
    interviews.phone().send([item("an answer")])
    forgotten = {"problem": "not_understood", "quality": "quarantined", "answers": None}
    with app.state.database.writer.begin() as connection:
        connection.execute(update(submission).where(submission.c.problem.is_(None)).values(**forgotten))
    assert interviews.read("results")["shown"] is False
    assert command(app, "reprocess") == "6 in quarantine, 5 of them understood now.\n"
    assert command(app, "reprocess") == "1 in quarantine, 0 of them understood now.\n"
    assert interviews.question("fair")["answered"] == 5
