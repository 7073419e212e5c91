"""Every route by every role, in one's own organization and in another: who may do what, with real data behind it.

A route without a row in `ROUTES` fails. The table is written here once more, on purpose: a slip in the product's own
table must not be able to slip in here too.
"""

from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute
from starlette.responses import Response

from askwell.app import create_app
from askwell.settings import Settings
from support.asking import ORG, ROUND, SET, ask
from support.people import People
from support.portal import Portal
from support.routes import routes_of
from support.world import CANARY, World, world_of

ALL = {"editor", "researcher", "facilitator", "leader", "operator"}
MAY = {
    "view_organization": ALL,
    "edit_organization": {"editor", "facilitator"},
    "manage_members": {"facilitator", "operator"},
    "view_question_sets": {"editor", "researcher", "facilitator"},
    "edit_question_sets": {"editor", "researcher", "facilitator"},
    "publish": {"editor", "researcher", "facilitator"},
    "view_rounds": {"editor", "researcher", "facilitator"},
    "open_rounds": {"editor", "researcher", "facilitator"},
    "close_rounds": {"editor", "researcher", "facilitator"},
    "view_progress": {"editor", "researcher", "facilitator"},
    "view_results": {"editor", "researcher"},
    "export_rows": {"editor", "researcher"},
    "view_quarantine": {"editor", "researcher"},
    "signed in": ALL,
    "operators": {"operator"},
}

ROUTES = {
    "GET /v1/openapi.json": "anybody",
    "GET /healthz": "anybody",
    "GET /v1/hello": "anybody",
    "POST /v1/sessions": "anybody",
    "POST /v1/joins": "phone",
    "GET /v1/round": "phone",
    "GET /v1/versions/{version_hash}": "phone",
    "GET /v1/media/{sha256}": "phone",
    "POST /v1/submissions": "phone",
    "POST /v1/sync/status": "phone",
    "GET /openrosa/{door}/formList": "phone",
    "GET /openrosa/{door}/form.xml": "phone",
    "GET /openrosa/{door}/manifest": "phone",
    "GET /openrosa/{door}/media/{name}": "phone",
    "HEAD /openrosa/{door}/submission": "phone",
    "POST /openrosa/{door}/submission": "phone",
    "GET /v1/me": "signed in",
    "GET /v1/organizations": "signed in",
    "GET /v1/starter/themes": "signed in",
    "GET /v1/starter/packs": "signed in",
    "POST /v1/organizations": "operators",
    f"GET {ORG}": "view_organization",
    f"PATCH {ORG}": "edit_organization",
    f"GET {ORG}/members": "manage_members",
    f"POST {ORG}/members": "manage_members",
    f"PUT {ORG}/members/{{member_id}}": "manage_members",
    f"DELETE {ORG}/members/{{member_id}}": "manage_members",
    f"GET {ORG}/question-sets": "view_question_sets",
    f"POST {ORG}/question-sets": "edit_question_sets",
    f"POST {ORG}/question-sets/imports": "edit_question_sets",
    f"GET {SET}": "view_question_sets",
    f"PUT {SET}/draft": "edit_question_sets",
    f"GET {SET}/check": "view_question_sets",
    f"GET {SET}/draft.xlsx": "view_question_sets",
    f"GET {SET}/draft.xml": "view_question_sets",
    f"POST {SET}/repairs": "edit_question_sets",
    f"GET {SET}/preview": "view_question_sets",
    f"GET {SET}/media": "view_question_sets",
    f"PUT {SET}/media/{{name}}": "edit_question_sets",
    f"DELETE {SET}/media/{{name}}": "edit_question_sets",
    f"GET {SET}/contents/{{sha256}}": "view_question_sets",
    f"GET {SET}/versions": "view_question_sets",
    f"POST {SET}/versions": "publish",
    f"GET {SET}/versions/{{version_id}}": "view_question_sets",
    f"GET {SET}/versions/{{version_id}}/document": "view_question_sets",
    f"GET {SET}/versions/{{version_id}}/xform": "view_question_sets",
    f"GET {ORG}/rounds": "view_rounds",
    f"POST {ORG}/rounds": "open_rounds",
    f"GET {ROUND}": "view_rounds",
    f"GET {ROUND}/qr.svg": "view_rounds",
    f"GET {ROUND}/openrosa": "view_rounds",
    f"GET {ROUND}/openrosa.svg": "view_rounds",
    f"POST {ROUND}/cards": "open_rounds",
    f"POST {ROUND}/closing": "close_rounds",
    f"GET {ROUND}/progress": "view_progress",
    f"GET {ROUND}/results": "view_results",
    f"GET {ROUND}/quarantine": "view_quarantine",
    f"GET {ROUND}/conflicts": "view_quarantine",
    f"GET {ROUND}/export.csv": "export_rows",
    f"GET {ROUND}/export.xlsx": "export_rows",
    # these two end sessions: they come last
    "PUT /v1/me/password": "signed in",
    "DELETE /v1/sessions/current": "signed in",
}

OUTCOMES = {401: "sign in", 403: "may not", 404: "not there"}


def _outcome(answer: httpx.Response) -> str:
    return "done" if answer.is_success else OUTCOMES.get(answer.status_code, f"{answer.status_code} {answer.text}")


@pytest.fixture
def world(people: People) -> World:
    return world_of(people)


def test_every_route_has_a_row_and_every_row_a_route(app: FastAPI) -> None:
    assert routes_of(app) == set(ROUTES)
    documented = {
        f"{method.upper()} {path}" for path, operations in app.openapi()["paths"].items() for method in operations
    }
    assert documented == set(ROUTES) - {"GET /v1/openapi.json"}


def _answer() -> Response:
    return Response()


def _undocumented() -> APIRouter:
    router = APIRouter()
    router.add_api_route("/new", _answer, include_in_schema=False)
    return router


def _nested() -> APIRouter:
    outer = APIRouter(prefix="/v1")
    outer.include_router(_undocumented())
    return outer


NEW: dict[str, Callable[[FastAPI], None]] = {
    "GET /v1/new": lambda app: app.include_router(_nested()),
    "GET /other/new": lambda app: app.include_router(_undocumented(), prefix="/other"),
    "GET /plain": lambda app: app.add_route("/plain", lambda _: Response()),
    "APIWebSocketRoute /live": lambda app: app.add_api_websocket_route("/live", _answer),
    "GET /inside/new": lambda app: app.mount("/inside", FastAPI(routes=[APIRoute("/new", _answer)])),
}


@pytest.mark.parametrize("route", NEW)
def test_a_new_route_of_any_kind_is_noticed(tmp_path: Path, route: str) -> None:
    app = create_app(Settings(data_dir=tmp_path, pwa_dir=tmp_path))
    NEW[route](app)
    assert route in routes_of(app) - set(ROUTES)


@pytest.mark.parametrize("role", sorted(ALL))
def test_each_role_does_what_it_may_and_nothing_else(world: World, role: str) -> None:
    client = world.people.operator if role == "operator" else world.people.member(world.org_id, role)
    asked = {route: verb for route, verb in ROUTES.items() if verb in MAY}
    expected = {route: "done" if role in MAY[verb] else "may not" for route, verb in asked.items()}
    assert {route: _outcome(ask(client, route, world)) for route in asked} == expected


def test_somebody_who_may_everything_elsewhere_finds_nothing_here(world: World) -> None:
    elsewhere = world.people.organization("Nuevo Oficio (invented)")
    stranger = world.people.member(elsewhere, "editor", "researcher", "facilitator", name="Stranger")
    below = [route for route in ROUTES if "{org_id}" in route]
    assert {route: _outcome(ask(stranger, route, world)) for route in below} == dict.fromkeys(below, "not there")


def test_what_belongs_to_another_organization_cannot_be_had_through_ones_own(world: World) -> None:
    elsewhere = world.people.organization("Nuevo Oficio (invented)")
    roles = ("editor", "researcher", "facilitator")
    stranger = world.people.member(elsewhere, *roles, name="Stranger")
    own = {"org_id": elsewhere}
    objects = [route for route in ROUTES if "{org_id}/" in route and route.count("{") > 1]
    assert {route: _outcome(ask(stranger, route, world, own)) for route in objects} == dict.fromkeys(
        objects, "not there"
    )
    opening = ask(stranger, f"POST {ORG}/rounds", world, own)
    assert opening.status_code in {404, 422}, opening.text


def test_nobody_does_anything_without_signing_in(world: World, portal: Portal) -> None:
    nobody = portal.client()
    asked = [route for route, verb in ROUTES.items() if verb in MAY]
    assert {route: _outcome(ask(nobody, route, world)) for route in asked} == dict.fromkeys(asked, "sign in")


def test_nothing_is_changed_without_the_header_of_our_own_pages(world: World) -> None:
    everything = world.people.member(world.org_id, "editor", "facilitator", name="Everything")
    del everything.headers["X-Askwell"]
    changes = [route for route, verb in ROUTES.items() if verb in MAY and not route.startswith("GET")]
    codes = {route: ask(everything, route, world).json()["code"] for route in changes}
    assert codes == dict.fromkeys(changes, "cross_site")


def test_a_cookie_opens_no_door_of_the_phones(world: World) -> None:
    assert ask(world.editor, "GET /v1/round", world).json()["code"] == "unknown_capability"
    assert ask(world.editor, "GET /v1/versions/{version_hash}", world).json()["code"] == "unknown_capability"
    assert ask(world.editor, "GET /v1/media/{sha256}", world).json()["code"] == "unknown_capability"


@pytest.mark.parametrize("role", ["leader", "facilitator", "operator"])
def test_whoever_may_not_read_answers_gets_no_word_of_them(world: World, role: str) -> None:
    client = world.people.operator if role == "operator" else world.people.member(world.org_id, role)
    read = {route: ask(client, route, world) for route in ROUTES if route.startswith("GET ")}
    assert [route for route, answer in read.items() if CANARY.encode() in answer.content] == []
    researcher = world.people.member(world.org_id, "researcher", name="Rita")
    assert CANARY in ask(researcher, f"GET {ROUND}/export.csv", world).text
