"""Who looks after people reads no answers: nobody gives themselves a role, and some roles never come together."""

import httpx
import pytest

from support.people import FIRST_PASSWORD, People

READING = ("editor", "researcher")


@pytest.fixture
def harbor(people: People) -> str:
    return people.organization()


@pytest.fixture
def facilitator(people: People, harbor: str) -> httpx.Client:
    return people.member(harbor, "facilitator", name="Fay")


def me(client: httpx.Client) -> dict[str, str]:
    member: dict[str, str] = client.get("/v1/me").json()["member"]
    return member


def add(by: httpx.Client, org_id: str, email: str, *roles: str) -> httpx.Response:
    body = {"email": email, "name": "Somebody", "roles": list(roles), "password": FIRST_PASSWORD}
    return by.post(f"/v1/organizations/{org_id}/members", json=body)


def change(by: httpx.Client, org_id: str, member_id: str, *roles: str) -> httpx.Response:
    return by.put(f"/v1/organizations/{org_id}/members/{member_id}", json={"roles": list(roles)})


def outcome(answer: httpx.Response) -> tuple[int, str | None]:
    return answer.status_code, answer.json().get("code")


@pytest.mark.parametrize("role", ["editor", "researcher", "facilitator", "leader"])
def test_an_operator_cannot_add_themselves(people: People, harbor: str, role: str) -> None:
    refused = add(people.operator, harbor, me(people.operator)["email"], role)
    assert outcome(refused) == (403, "not_oneself")
    assert people.operator.get("/v1/me").json()["memberships"] == []


@pytest.mark.parametrize("role", READING)
def test_a_facilitator_cannot_give_themselves_another_role(harbor: str, facilitator: httpx.Client, role: str) -> None:
    own = me(facilitator)["id"]
    assert outcome(change(facilitator, harbor, own, role)) == (403, "not_oneself")
    assert outcome(change(facilitator, harbor, own, "facilitator", role)) == (403, "not_oneself")
    assert facilitator.get("/v1/me").json()["memberships"][0]["roles"] == ["facilitator"]


def test_a_role_of_ones_own_may_be_given_up(people: People, harbor: str, facilitator: httpx.Client) -> None:
    both = people.member(harbor, "facilitator", "editor", name="Both")
    assert change(both, harbor, me(both)["id"], "editor").status_code == 200
    assert both.get("/v1/me").json()["memberships"][0]["roles"] == ["editor"]
    assert facilitator.get("/v1/me").status_code == 200


def test_an_operator_who_was_made_facilitator_cannot_go_on_from_there(
    people: People, harbor: str, facilitator: httpx.Client
) -> None:
    operator = me(people.operator)
    assert add(facilitator, harbor, operator["email"], "facilitator").status_code == 201
    assert outcome(change(people.operator, harbor, operator["id"], "facilitator", "editor")) == (403, "not_oneself")


@pytest.mark.parametrize("role", READING)
def test_nobody_gives_an_operator_a_role_that_reads_answers(
    people: People, harbor: str, facilitator: httpx.Client, role: str
) -> None:
    operator = me(people.operator)
    assert outcome(add(facilitator, harbor, operator["email"], role)) == (409, "operator_reads_no_answers")
    assert add(facilitator, harbor, operator["email"], "leader").status_code == 201
    assert outcome(change(facilitator, harbor, operator["id"], role)) == (409, "operator_reads_no_answers")


@pytest.mark.parametrize("role", READING)
def test_nobody_is_leader_and_reads_answers(people: People, harbor: str, facilitator: httpx.Client, role: str) -> None:
    refused = add(facilitator, harbor, "lea@harbor.example", "leader", role)
    assert outcome(refused) == (422, "leader_reads_no_answers")
    leader = people.member(harbor, "leader", name="Lea")
    assert outcome(change(facilitator, harbor, me(leader)["id"], "leader", role)) == (422, "leader_reads_no_answers")
    assert leader.get("/v1/me").json()["memberships"][0]["roles"] == ["leader"]


def test_another_person_may_be_given_a_role_that_reads_answers(harbor: str, facilitator: httpx.Client) -> None:
    assert add(facilitator, harbor, "rosa@harbor.example", "researcher").status_code == 201
