"""Members of an organization: adding, changing roles, removing, and never losing the last facilitator."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import text

from support.people import PASSWORD, People

ROSA = {"email": "Rosa@Harbor.example", "name": "Rosa", "roles": ["researcher"], "password": PASSWORD}


@pytest.fixture
def harbor(people: People) -> str:
    return people.organization()


@pytest.fixture
def facilitator(people: People, harbor: str) -> httpx.Client:
    return people.member(harbor, "facilitator", name="Fay")


def test_a_facilitator_adds_a_researcher_who_can_sign_in(
    people: People, facilitator: httpx.Client, harbor: str
) -> None:
    answer = facilitator.post(f"/v1/organizations/{harbor}/members", json=ROSA)
    assert answer.status_code == 201
    added = answer.json()
    assert {**added, "id": ""} == {"id": "", "name": "Rosa", "email": "rosa@harbor.example", "roles": ["researcher"]}
    rosa = people.sign_in("rosa@harbor.example")
    assert rosa.get("/v1/me").json()["memberships"][0]["roles"] == ["researcher"]


def test_members_are_listed_by_name_with_all_their_roles(people: People, harbor: str) -> None:
    facilitator = people.member(harbor, "facilitator", "editor", name="Zoe")
    people.member(harbor, "leader", name="Ada")
    people.member(people.organization("Nuevo Oficio (invented)"), "editor", name="Someone Else")
    page = facilitator.get(f"/v1/organizations/{harbor}/members").json()
    assert [(member["name"], member["roles"]) for member in page["items"]] == [
        ("Ada", ["leader"]),
        ("Zoe", ["editor", "facilitator"]),
    ]
    assert page["next"] is None


def test_the_first_password_is_returned_to_nobody(facilitator: httpx.Client, harbor: str) -> None:
    secret = "a canary of a password"
    answer = facilitator.post(f"/v1/organizations/{harbor}/members", json={**ROSA, "password": secret})
    listed = facilitator.get(f"/v1/organizations/{harbor}/members")
    assert "canary" not in answer.text + listed.text


@pytest.mark.parametrize(
    ("wrong", "place"),
    [
        ({"email": "rosa"}, "body.email"),
        ({"email": "ro sa@harbor.example"}, "body.email"),
        ({"roles": []}, "body.roles"),
        ({"roles": ["operator"]}, "body.roles.0"),
        ({"password": "short"}, "body.password"),
        ({"operator": True}, "body.operator"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place(
    facilitator: httpx.Client, harbor: str, wrong: dict[str, object], place: str
) -> None:
    answer = facilitator.post(f"/v1/organizations/{harbor}/members", json={**ROSA, **wrong})
    assert answer.status_code == 422
    assert [fault["where"] for fault in answer.json()["faults"]] == [place]


def test_the_same_person_twice_is_refused(facilitator: httpx.Client, harbor: str) -> None:
    assert facilitator.post(f"/v1/organizations/{harbor}/members", json=ROSA).status_code == 201
    again = facilitator.post(f"/v1/organizations/{harbor}/members", json={**ROSA, "email": "ROSA@harbor.example"})
    assert (again.status_code, again.json()["code"]) == (409, "already_member")


def test_somebody_known_elsewhere_keeps_name_and_password(
    people: People, facilitator: httpx.Client, harbor: str
) -> None:
    nuevo = people.organization("Nuevo Oficio (invented)")
    assert people.operator.post(f"/v1/organizations/{nuevo}/members", json=ROSA).status_code == 201
    taken_over = {**ROSA, "name": "Somebody", "password": "the password of an intruder"}
    added = facilitator.post(f"/v1/organizations/{harbor}/members", json=taken_over)
    assert added.json()["name"] == "Rosa"
    memberships = people.sign_in("rosa@harbor.example", PASSWORD).get("/v1/me").json()["memberships"]
    assert {membership["org_id"] for membership in memberships} == {harbor, nuevo}


def test_two_who_add_the_same_person_at_once_add_one(people: People, app: FastAPI, harbor: str) -> None:
    nuevo = people.organization("Nuevo Oficio (invented)")
    with ThreadPoolExecutor(8) as pool:
        paths = [f"/v1/organizations/{org_id}/members" for org_id in (harbor, nuevo) * 4]
        statuses = list(pool.map(lambda path: people.operator.post(path, json=ROSA).status_code, paths))
    assert sorted(statuses) == [201] * 2 + [409] * 6
    with app.state.database.engine.connect() as connection:
        assert connection.execute(text("select count(*) from member where name = 'Rosa'")).scalar_one() == 1


def test_other_roles_hold_from_the_next_request_on(people: People, facilitator: httpx.Client, harbor: str) -> None:
    editor = people.member(harbor, "editor", name="Ed")
    member_id = editor.get("/v1/me").json()["member"]["id"]
    path = f"/v1/organizations/{harbor}"
    assert editor.patch(path, json={"sector": "care"}).status_code == 200
    changed = facilitator.put(f"{path}/members/{member_id}", json={"roles": ["leader", "leader"]})
    assert (changed.status_code, changed.json()["roles"]) == (200, ["leader"])
    assert editor.patch(path, json={"sector": "schools"}).status_code == 403


def test_whoever_is_removed_has_no_access_any_more(people: People, facilitator: httpx.Client, harbor: str) -> None:
    nuevo = people.organization("Nuevo Oficio (invented)")
    editor = people.member(harbor, "editor", name="Ed")
    me = editor.get("/v1/me").json()["member"]
    body = {"email": me["email"], "name": "Ed", "roles": ["editor"], "password": PASSWORD}
    people.operator.post(f"/v1/organizations/{nuevo}/members", json=body)
    assert facilitator.delete(f"/v1/organizations/{harbor}/members/{me['id']}").status_code == 204
    assert editor.get(f"/v1/organizations/{harbor}").status_code == 404
    assert editor.get(f"/v1/organizations/{nuevo}").status_code == 200


def test_whoever_is_in_no_organization_is_forgotten(
    people: People, facilitator: httpx.Client, harbor: str, app: FastAPI
) -> None:
    editor = people.member(harbor, "editor", name="Ed")
    me = editor.get("/v1/me").json()["member"]
    assert facilitator.delete(f"/v1/organizations/{harbor}/members/{me['id']}").status_code == 204
    assert editor.get("/v1/me").status_code == 401
    with app.state.database.engine.connect() as connection:
        assert connection.execute(text("select count(*) from member where name = 'Ed'")).scalar_one() == 0


def test_an_operator_is_never_forgotten(people: People, facilitator: httpx.Client, harbor: str) -> None:
    me = people.operator.get("/v1/me").json()["member"]
    body = {"email": me["email"], "name": "Olga", "roles": ["leader"], "password": PASSWORD}
    assert facilitator.post(f"/v1/organizations/{harbor}/members", json=body).status_code == 201
    assert people.operator.delete(f"/v1/organizations/{harbor}/members/{me['id']}").status_code == 204
    assert people.operator.get("/v1/me").json()["member"]["operator"] is True


def test_the_last_facilitator_stays(facilitator: httpx.Client, harbor: str, people: People) -> None:
    me = facilitator.get("/v1/me").json()["member"]["id"]
    path = f"/v1/organizations/{harbor}/members/{me}"
    for somebody in (facilitator, people.operator):
        removal = somebody.delete(path)
        assert (removal.status_code, removal.json()["code"]) == (409, "last_facilitator")
    change = people.operator.put(path, json={"roles": ["editor"]})
    assert (change.status_code, change.json()["code"]) == (409, "last_facilitator")
    assert facilitator.get("/v1/me").json()["memberships"][0]["roles"] == ["facilitator"]
    people.member(harbor, "facilitator", name="Second")
    assert facilitator.delete(path).status_code == 204


def test_two_facilitators_who_remove_each_other_at_once_leave_one(people: People) -> None:
    for attempt in range(5):
        org_id = people.organization(f"Organization {attempt} (invented)")
        both = [people.member(org_id, "facilitator", name=name) for name in ("Ann", "Bob")]
        ids = [client.get("/v1/me").json()["member"]["id"] for client in both]
        with ThreadPoolExecutor(2) as pool:
            statuses = list(pool.map(_remove, both, [org_id] * 2, reversed(ids)))
        left = people.operator.get(f"/v1/organizations/{org_id}/members").json()["items"]
        assert (statuses.count(204), len(left)) == (1, 1), statuses


def _remove(client: httpx.Client, org_id: str, member_id: str) -> int:
    return client.delete(f"/v1/organizations/{org_id}/members/{member_id}").status_code


def test_strangers_cannot_be_changed_or_removed(people: People, facilitator: httpx.Client, harbor: str) -> None:
    elsewhere = people.member(people.organization("Nuevo Oficio (invented)"), "editor", name="Else")
    stranger = elsewhere.get("/v1/me").json()["member"]["id"]
    for member_id in (stranger, str(uuid4())):
        path = f"/v1/organizations/{harbor}/members/{member_id}"
        assert facilitator.put(path, json={"roles": ["leader"]}).status_code == 404
        assert facilitator.delete(path).status_code == 404
    assert elsewhere.get("/v1/me").json()["memberships"][0]["roles"] == ["editor"]
