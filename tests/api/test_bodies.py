"""Bodies: nothing is read further than its address could need, and what is too large is answered as a problem."""

from typing import Any

import httpx
import pytest

from support.people import People
from support.world import DRAFT, made

MEBIBYTE = 1024 * 1024


def refusal(answer: httpx.Response) -> tuple[int, Any]:
    return answer.status_code, answer.json()["code"]


@pytest.mark.parametrize("path", ["/v1/joins", "/v1/sessions"])
def test_a_body_that_nobody_needs_is_refused(client: httpx.Client, path: str) -> None:
    answer = client.post(path, content=b" " * (30 * MEBIBYTE), headers={"Content-Type": "application/json"})
    assert refusal(answer) == (413, "too_large")
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_submissions_say_that_nothing_was_stored(client: httpx.Client) -> None:
    answer = client.post("/v1/submissions", content=b" " * (30 * MEBIBYTE))
    assert refusal(answer) == (413, "too_large")
    assert answer.json()["stored"] is False


def test_a_draft_may_be_as_large_as_a_file_and_no_larger(people: People) -> None:
    org_id = people.organization()
    editor = people.member(org_id, "editor")
    sets = f"/v1/organizations/{org_id}/question-sets"
    rows = [{"type": "note", "name": f"n{number}", "label": "x" * 30_000} for number in range(100)]
    assert made(editor.post(sets, json={"title": "Large", "draft": {**DRAFT, "survey": rows}}))["title"] == "Large"
    too_many = [{**row, "hint": "y" * 30_000, "guidance_hint": "z" * 30_000} for row in rows] * 2
    assert refusal(editor.post(sets, json={"title": "Larger", "draft": {**DRAFT, "survey": too_many}})) == (
        413,
        "too_large",
    )


def test_a_file_has_a_limit_of_its_own(people: People) -> None:
    org_id = people.organization()
    editor = people.member(org_id, "editor")
    answer = editor.post(
        f"/v1/organizations/{org_id}/question-sets/imports",
        content=b" " * (11 * MEBIBYTE),
        headers={"Content-Type": "text/csv"},
    )
    assert refusal(answer) == (413, "file_too_large")
