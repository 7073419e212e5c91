"""A valid request for every route, made anew each time, so that a success is a real one."""

from collections.abc import Callable
from typing import Any

import httpx

from askwell.demonstration.phone import named
from support.collect import BOUNDARY, Collect, post_body
from support.media import picture
from support.people import PASSWORD
from support.world import DRAFT, World

ORG = "/v1/organizations/{org_id}"
SET = ORG + "/question-sets/{question_set_id}"
ROUND = ORG + "/rounds/{round_id}"


def _etag(world: World) -> str:
    """Return the ETag of the draft as it is now."""
    return str(world.editor.get(SET.format(**world.ids)).headers["ETag"])


def _filled(world: World) -> bytes:
    """Return a post of ODK Collect to the round."""
    (form,) = Collect(world.phone.client, f"http://testserver/openrosa/{world.ids['door']}").forms()
    return post_body(form.fill("<fair>yes</fair><why/>"))


def _to_repair(world: World) -> str:
    """Make a question set whose draft has one repair to offer."""
    new = {"title": "To repair", "draft": {"survey": [{"type": "text", "name": "a b", "label": "A"}]}}
    return str(world.editor.post(f"{ORG}/question-sets".format(**world.ids), json=new).json()["id"])


def _to_remove(world: World) -> str:
    """Add a medium that nobody will miss."""
    world.add_medium("passing.png")
    return "passing.png"


# What a route needs beside the ids in its path; `ids` are others than those of the world.
SENT: dict[str, Callable[[World], dict[str, Any]]] = {
    "POST /v1/sessions": lambda _: {"json": {"email": "operator@askwell.example", "password": PASSWORD}},
    "POST /v1/joins": lambda world: {"json": {"code": world.ids["code"], "capability_hash": "0" * 64}},
    "POST /v1/submissions": lambda world: {
        "json": {"items": [world.phone.freeze({}, "en", "2026-11-23T10:00:00.000+01:00")]},
        "headers": {"Authorization": f"Bearer {world.phone.capability}"},
    },
    "POST /v1/sync/status": lambda world: {
        "json": {"items": [named(world.phone.freeze({}, "en", "2026-11-23T10:00:00.000+01:00"))]},
        "headers": {"Authorization": f"Bearer {world.phone.capability}"},
    },
    "POST /openrosa/{door}/submission": lambda world: {
        "content": _filled(world),
        "headers": {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"},
    },
    "POST /v1/organizations": lambda _: {"json": {"name": "Another (invented)"}},
    f"PATCH {ORG}": lambda _: {"json": {"sector": "workforce development"}},
    f"POST {ORG}/members": lambda world: {
        "json": {"email": f"{world.member()}@new.example", "name": "New", "roles": ["leader"], "password": PASSWORD}
    },
    f"PUT {ORG}/members/{{member_id}}": lambda world: {
        "ids": {"member_id": world.member()},
        "json": {"roles": ["leader"]},
    },
    f"DELETE {ORG}/members/{{member_id}}": lambda world: {"ids": {"member_id": world.member()}},
    f"POST {ORG}/question-sets": lambda _: {"json": {"title": "Another", "draft": DRAFT}},
    f"POST {ORG}/question-sets/imports": lambda _: {
        "content": "| survey | | | |\n| | type | name | label |\n| | text | why | Why? |\n",
        "headers": {"Content-Type": "text/markdown"},
    },
    f"PUT {SET}/draft": lambda world: {
        "json": DRAFT,
        "headers": {"If-Match": _etag(world)},
    },
    f"POST {SET}/repairs": lambda world: {
        "ids": {"question_set_id": _to_repair(world)},
        "json": {"accept": ["bad_name:survey:2:name"]},
        "headers": {"If-Match": '"1"'},
    },
    f"PUT {SET}/media/{{name}}": lambda _: {"content": picture("another")},
    f"DELETE {SET}/media/{{name}}": lambda world: {"ids": {"name": _to_remove(world)}},
    f"POST {ORG}/rounds": lambda world: {
        "json": {"title": "Another", "version_id": world.ids["version_id"], "mode": "interview"}
    },
    f"POST {ROUND}/cards": lambda world: {"ids": {"round_id": world.open_round("cards")["id"]}, "json": {"count": 1}},
    f"POST {ROUND}/closing": lambda world: {"ids": {"round_id": world.open_round()["id"]}},
    "PUT /v1/me/password": lambda _: {"json": {"current": PASSWORD, "new": PASSWORD + "!"}},
}


def request_for(route: str, world: World, ids: dict[str, str] | None = None) -> tuple[str, str, dict[str, Any]]:
    """Return method, address and everything else of a valid request."""
    method, template = route.split(" ")
    sent = SENT.get(route, lambda _: {})(world)
    found = {**world.ids, **sent.pop("ids", {}), **(ids or {})}
    return method, template.format(**found), sent


def ask(client: httpx.Client, route: str, world: World, ids: dict[str, str] | None = None) -> httpx.Response:
    """Send a valid request."""
    method, address, sent = request_for(route, world, ids)
    return client.request(method, address, **sent)
