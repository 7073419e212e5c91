"""Cursors that nobody was given: refused in every list, and no fault of ours."""

import base64
from uuid import uuid4

import pytest

from support.people import People
from support.rounds import OpenRound, open_round

ID = str(uuid4())
HASH = "0" * 64
HOSTILE = {
    "a number of thirty digits": f'["{ID}", "{"9" * 30}", "{HASH}"]',
    "a number of thirty digits, of two": f'["{ID}", "{"9" * 30}"]',
    "a number below nought": f'["{ID}", "-{"9" * 30}"]',
    "a number just too large": f'["{ID}", "2147483648"]',
    "an endless number": f'["{ID}", Infinity]',
    "half a surrogate pair": f'["{ID}", "1", "\\ud800"]',
    "half a surrogate pair, of two": f'["\\ud800", "{ID}"]',
    "a NUL": f'["{ID}", "1", "\\u0000"]',
    "something else than a text": f'["{ID}", 1, {{}}]',
    "brackets": "[" * 40_000,
    "a day of no calendar": f'["9999-99-99", "{ID}"]',
    "nothing": "[]",
}


@pytest.fixture
def interviews(people: People) -> OpenRound:
    return open_round(people, "interview")


def test_a_hostile_cursor_is_unknown_in_every_list(interviews: OpenRound) -> None:
    rounds = f"/v1/organizations/{interviews.org_id}/rounds"
    outcomes = {}
    for name, text in HOSTILE.items():
        cursor = base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")
        for path in (rounds, f"{interviews.path}/quarantine", f"{interviews.path}/conflicts"):
            answer = interviews.editor.get(path, params={"cursor": cursor})
            outcomes[(name, path)] = (answer.status_code, answer.json().get("code"))
    assert {one for one in outcomes.items() if one[1] != (422, "unknown_cursor")} == set()
