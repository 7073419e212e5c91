"""Every operation of the OpenAPI document, asked rightly and in many other ways: it does what it says, and never fails.

Each is asked as the right person, first with a valid request, then with generated ones in which some parts (path,
headers, body) are the valid ones: a request that is wrong in every part gets no further than the door.
"""

from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.strategies import frozensets, one_of, sampled_from
from requests import Request
from schemathesis import Case, GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from askwell.app import create_app
from askwell.settings import Settings
from support.asking import request_for
from support.people import People
from support.world import World, world_of

CHECKS = [
    schemathesis.checks.not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
# Each needs somebody who may be signed out by it.
ENDING = {"PUT /v1/me/password", "DELETE /v1/sessions/current"}
READ_BY_PHONES = {"GET /v1/round", "GET /v1/versions/{version_hash}", "GET /v1/media/{sha256}"}
PHONES = {"POST /v1/joins", *READ_BY_PHONES, "POST /v1/submissions", "POST /v1/sync/status"}
COLLECT = "/openrosa/"
PARTS = ("path", "headers", "body")


class Callers:
    """The right person for each operation."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.everything = world.people.member(world.org_id, "editor", "facilitator", name="Everything")
        self._passing = 0

    def of(self, route: str) -> httpx.Client:
        """Return who may do this."""
        if route in ENDING:
            self._passing += 1
            return self.world.people.member(self.world.org_id, "leader", name=f"Passing {self._passing}")
        if route == "POST /v1/sessions":
            return self.world.people.portal.client()
        if route in PHONES or COLLECT in route:
            return self.world.phone.client
        return self.world.people.operator if route == "POST /v1/organizations" else self.everything


def _operations() -> list[Any]:
    with TemporaryDirectory() as folder:
        document = create_app(Settings(data_dir=Path(folder))).openapi()
    return [result.ok() for result in schemathesis.openapi.from_dict(document).get_all_operations()]


def _right(route: str, world: World) -> Request:
    """Return a valid request."""
    method, address, sent = request_for(route, world)
    headers = dict(sent.get("headers", {}))
    if route in PHONES:
        headers.setdefault("Authorization", f"Bearer {world.phone.capability}")
    url = f"http://testserver{address}"
    return Request(method, url, headers=headers, json=sent.get("json"), data=sent.get("content"))


def _in_path(template: str, url: str) -> dict[str, str]:
    """Return what stands in an address for the names in its template."""
    pairs = zip(template.split("/"), urlsplit(url).path.split("/"), strict=True)
    return {name[1:-1]: value for name, value in pairs if name.startswith("{")}


def _mixed(case: Case, right: Request, parts: frozenset[str]) -> Request:
    """Return a generated request with these parts of the right one."""
    if "path" in parts:
        case.path_parameters = _in_path(case.operation.path, right.url)
    request = Request(**case.as_transport_kwargs(base_url="http://testserver"))
    if "headers" in parts:
        request.headers = {**(request.headers or {}), **right.headers}
    if "body" in parts:
        request.json, request.data, request.files = right.json, right.data, []
    return request


def _send(client: httpx.Client, request: Request) -> httpx.Response:
    prepared = request.prepare()
    headers = {name: value for name, value in prepared.headers.items() if name.lower() != "cookie"}
    answer = client.request(prepared.method or "GET", prepared.url or "", headers=headers, content=prepared.body)
    answer.elapsed = timedelta()  # Schemathesis asks for it; an app in this process has none
    return answer


@pytest.fixture
def callers(people: People) -> Callers:
    return Callers(world_of(people))


def test_every_operation_does_what_it_says_and_none_fails(callers: Callers, subtests: pytest.Subtests) -> None:
    operations = sorted(_operations(), key=lambda operation: operation.label in ENDING)
    for ask in (_ask_rightly, _ask_in_many_ways):
        for operation in operations:
            with subtests.test(f"{operation.label} {ask.__name__}"):
                assert any(200 <= status < 300 for status in ask(callers, operation))


def _ask_rightly(callers: Callers, operation: Any) -> list[int]:
    right = _right(operation.label, callers.world)
    answer = _send(callers.of(operation.label), right)
    case = operation.Case(path_parameters=_in_path(operation.path, right.url))
    case.validate_response(answer, checks=CHECKS)
    return [answer.status_code]


def _ask_in_many_ways(callers: Callers, operation: Any) -> list[int]:
    route = operation.label
    statuses: list[int] = []

    @settings(
        max_examples=3 if route in ENDING else 8,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(
        case=one_of(*(operation.as_strategy(generation_mode=mode) for mode in GenerationMode)),
        parts=one_of(frozensets(sampled_from(PARTS)), sampled_from([frozenset(PARTS)])),
    )
    def ask(case: Case, parts: frozenset[str]) -> None:
        answer = _send(callers.of(route), _mixed(case, _right(route, callers.world), parts))
        statuses.append(answer.status_code)
        case.validate_response(answer, checks=CHECKS)

    ask()
    return statuses
