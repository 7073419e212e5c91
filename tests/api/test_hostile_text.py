"""Text that a database or an encoder chokes on, in every place of every body: stored or refused, no fault of ours."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from support.asking import SENT, request_for
from support.people import People
from support.world import world_of

HOSTILE = {"NUL": "\\u0000", "half a surrogate pair": "\\ud800", "right to left": "\\u202e", "very long": "x" * 100_000}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_anywhere_is_no_fault_of_ours(people: People, text: str) -> None:
    world = world_of(people)
    everything = people.member(world.org_id, "editor", "facilitator", name="Everything")
    failed = []
    for route in SENT:
        method, address, sent = request_for(route, world)
        for place, body in _variants(sent.get("json")):
            content = json.dumps(body).replace('"HOSTILE"', f'"{text}"')
            headers = {"Content-Type": "application/json", **sent.get("headers", {})}
            answer = everything.request(method, address, content=content, headers=headers)
            if answer.status_code >= 500:
                failed.append((route, place, answer.status_code))
    assert failed == []


def _variants(value: Any, place: str = "body") -> Iterator[tuple[str, Any]]:
    """Yield a copy for each text in a body, with the hostile one in its place."""
    if isinstance(value, str):
        yield place, "HOSTILE"
    elif isinstance(value, dict):
        for name, member in value.items():
            yield from ((there, {**value, name: other}) for there, other in _variants(member, f"{place}.{name}"))
    elif isinstance(value, list):
        for index, member in enumerate(value):
            for there, other in _variants(member, f"{place}.{index}"):
                yield there, [*value[:index], other, *value[index + 1 :]]
