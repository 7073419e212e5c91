"""A first password is known to whoever handed it out: until it is changed, it opens nothing."""

import httpx
import pytest

from support.asking import ask
from support.people import FIRST_PASSWORD, PASSWORD, People
from support.world import world_of

NEW = {"current": FIRST_PASSWORD, "new": PASSWORD}


@pytest.fixture
def harbor(people: People) -> str:
    return people.organization()


@pytest.fixture
def rosa(people: People, harbor: str) -> httpx.Client:
    """Return the browser of somebody who was added, and signs in for the first time."""
    body = {"email": "rosa@harbor.example", "name": "Rosa", "roles": ["researcher"], "password": FIRST_PASSWORD}
    assert people.operator.post(f"/v1/organizations/{harbor}/members", json=body).status_code == 201
    return people.sign_in("rosa@harbor.example", FIRST_PASSWORD)


def test_with_a_first_password_one_may_only_change_it(rosa: httpx.Client, harbor: str) -> None:
    assert rosa.get("/v1/me").json()["member"]["must_change_password"] is True
    for path in (f"/v1/organizations/{harbor}", f"/v1/organizations/{harbor}/rounds", "/v1/starter/packs"):
        refused = rosa.get(path)
        assert (refused.status_code, refused.json()["code"]) == (403, "password_must_change")
    assert rosa.put("/v1/me/password", json=NEW).status_code == 204
    assert rosa.get("/v1/me").json()["member"]["must_change_password"] is False
    assert rosa.get(f"/v1/organizations/{harbor}").status_code == 200


def test_no_route_opens_but_three(people: People) -> None:
    world = world_of(people)
    body = {"email": "rosa@harbor.example", "name": "Rosa", "roles": ["editor"], "password": FIRST_PASSWORD}
    assert people.operator.post(f"{world.path}/members", json=body).status_code == 201
    rosa = people.sign_in("rosa@harbor.example", FIRST_PASSWORD)
    open_to_all = {"GET /v1/me", "PUT /v1/me/password", "DELETE /v1/sessions/current", "POST /v1/sessions"}
    routes = [
        f"{method.upper()} {path}"
        for path, operations in people.portal.app.openapi()["paths"].items()
        for method, operation in operations.items()
        if {"session": []} in operation.get("security", [])
    ]
    asked = {route: ask(rosa, route, world) for route in routes if route not in open_to_all}
    assert len(asked) > 25
    assert {answer.json()["code"] for answer in asked.values()} == {"password_must_change"}


def test_signing_out_is_open_to_everybody(rosa: httpx.Client) -> None:
    assert rosa.delete("/v1/sessions/current").status_code == 204


def test_the_new_password_is_another_one(rosa: httpx.Client) -> None:
    same = rosa.put("/v1/me/password", json={"current": FIRST_PASSWORD, "new": FIRST_PASSWORD})
    assert (same.status_code, same.json()["code"]) == (422, "same_password")
    assert rosa.get("/v1/me").json()["member"]["must_change_password"] is True


def test_whoever_handed_it_out_is_signed_out_and_not_let_in_again(people: People, rosa: httpx.Client) -> None:
    other = people.sign_in("rosa@harbor.example", FIRST_PASSWORD)
    assert rosa.put("/v1/me/password", json=NEW).status_code == 204
    assert other.get("/v1/me").status_code == 401
    again = {"email": "rosa@harbor.example", "password": FIRST_PASSWORD}
    assert people.portal.client().post("/v1/sessions", json=again).status_code == 401


def test_who_chose_a_password_keeps_it_when_added_elsewhere(people: People, rosa: httpx.Client) -> None:
    assert rosa.put("/v1/me/password", json=NEW).status_code == 204
    nuevo = people.organization("Nuevo Oficio (invented)")
    body = {"email": "rosa@harbor.example", "name": "R.", "roles": ["leader"], "password": "another first password"}
    assert people.operator.post(f"/v1/organizations/{nuevo}/members", json=body).status_code == 201
    assert rosa.get(f"/v1/organizations/{nuevo}").status_code == 200


def test_an_operator_from_the_command_line_has_chosen_already(people: People) -> None:
    assert people.operator.get("/v1/me").json()["member"]["must_change_password"] is False
