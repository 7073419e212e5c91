"""Every operation of the OpenAPI document, asked with generated requests: no fault of ours, nothing undocumented."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.strategies import one_of
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
from support.people import People
from support.world import world_of

CHECKS = [
    schemathesis.checks.not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
# Signing out would make everything after it unauthorized.
LEFT_OUT = {"DELETE /v1/sessions/current"}


def _operations() -> Iterator[Any]:
    with TemporaryDirectory() as folder:
        document = create_app(Settings(data_dir=Path(folder))).openapi()
    for result in schemathesis.openapi.from_dict(document).get_all_operations():
        operation = result.ok()
        if operation.label not in LEFT_OUT:
            yield operation


def _send(client: httpx.Client, case: Case) -> httpx.Response:
    prepared = Request(**case.as_transport_kwargs(base_url="http://testserver")).prepare()
    headers = {name: value for name, value in prepared.headers.items() if name.lower() != "cookie"}
    answer = client.request(prepared.method or "GET", prepared.url or "", headers=headers, content=prepared.body)
    answer.elapsed = timedelta()  # Schemathesis asks for it; an app in this process has none
    return answer


def test_no_operation_fails_or_answers_what_it_does_not_say(people: People, subtests: pytest.Subtests) -> None:
    world = world_of(people)
    everything = people.member(world.org_id, "editor", "facilitator", name="Everything")
    for operation in _operations():
        with subtests.test(operation.label):
            _ask_in_many_ways(everything, operation, world.ids)


def _ask_in_many_ways(client: httpx.Client, operation: Any, ids: dict[str, str]) -> None:
    @settings(
        max_examples=12,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=one_of(*(operation.as_strategy(generation_mode=mode) for mode in GenerationMode)))
    def ask(case: Case) -> None:
        for name in (case.path_parameters or {}).keys() & ids.keys():
            case.path_parameters[name] = ids[name]
        case.validate_response(_send(client, case), checks=CHECKS)

    ask()
