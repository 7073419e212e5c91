"""Organizations: who creates them, who sees them, what is derived."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from fastapi import FastAPI

from askwell import clock
from support.people import People

HARBOR = {
    "name": "Harbor Street Training (invented)",
    "founded_year": 2003,
    "size_band": "50–249",
    "sector": "workforce development",
    "languages": ["en", "es"],
    "invented": True,
}


@pytest.fixture(autouse=True)
def _in_the_year_2026(app: FastAPI) -> Any:
    app.dependency_overrides[clock.look] = lambda: datetime(2026, 11, 23, 9, tzinfo=UTC)
    yield
    del app.dependency_overrides[clock.look]


def test_an_operator_creates_an_organization(people: People) -> None:
    answer = people.operator.post("/v1/organizations", json=HARBOR)
    assert answer.status_code == 201
    organization = answer.json()
    assert UUID(organization.pop("id")).version == 4
    assert organization == {**HARBOR, "age_band": "15+"}


def test_only_a_name_is_needed(people: People) -> None:
    created = people.operator.post("/v1/organizations", json={"name": "  Nuevo Oficio  "}).json()
    assert people.operator.get(f"/v1/organizations/{created['id']}").json() == {
        "id": created["id"],
        "name": "Nuevo Oficio",
        "founded_year": None,
        "age_band": None,
        "size_band": None,
        "sector": None,
        "languages": ["en"],
        "invented": False,
    }


def test_nobody_else_creates_organizations(people: People) -> None:
    org_id = people.organization()
    facilitator = people.member(org_id, "facilitator", "editor")
    answer = facilitator.post("/v1/organizations", json=HARBOR)
    assert (answer.status_code, answer.json()["code"]) == (403, "role_may_not")


@pytest.mark.parametrize(
    ("founded", "band"),
    [(None, None), (2026, "<5"), (2022, "<5"), (2021, "5–14"), (2012, "5–14"), (2011, "15+"), (1890, "15+")],
)
def test_the_age_band_follows_from_the_founding_year(people: People, founded: int | None, band: str | None) -> None:
    org_id = people.organization(founded_year=founded)
    assert people.operator.get(f"/v1/organizations/{org_id}").json()["age_band"] == band


@pytest.mark.parametrize(
    ("wrong", "place"),
    [
        ({"name": ""}, "body.name"),
        ({"name": "  "}, "body.name"),
        ({"name": "a\u0000b"}, "body.name"),
        ({"name": "x" * 201}, "body.name"),
        ({"size_band": "3"}, "body.size_band"),
        ({"founded_year": 3}, "body.founded_year"),
        ({"languages": []}, "body.languages"),
        ({"languages": ["English"]}, "body.languages.0"),
        ({"age_band": "15+"}, "body.age_band"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place(people: People, wrong: dict[str, Any], place: str) -> None:
    answer = people.operator.post("/v1/organizations", json={**HARBOR, **wrong})
    assert answer.status_code == 422
    assert [fault["where"] for fault in answer.json()["faults"]] == [place]


def test_a_change_leaves_the_rest_as_it_was(people: People) -> None:
    org_id = people.operator.post("/v1/organizations", json=HARBOR).json()["id"]
    editor = people.member(org_id, "editor")
    changed = editor.patch(f"/v1/organizations/{org_id}", json={"founded_year": 2024, "sector": None})
    assert changed.status_code == 200
    expected = {**HARBOR, "id": org_id, "founded_year": 2024, "sector": None, "age_band": "<5"}
    assert changed.json() == expected
    assert editor.get(f"/v1/organizations/{org_id}").json() == expected


def test_a_name_cannot_be_taken_away(people: People) -> None:
    org_id = people.organization()
    editor = people.member(org_id, "editor")
    answer = editor.patch(f"/v1/organizations/{org_id}", json={"name": None, "languages": None, "invented": None})
    assert answer.status_code == 422
    assert {fault["where"] for fault in answer.json()["faults"]} == {"body.name", "body.languages", "body.invented"}


def test_members_see_their_own_organizations_and_operators_all(people: People) -> None:
    harbor, nuevo = people.organization(), people.organization("Nuevo Oficio (invented)")
    editor = people.member(nuevo, "editor")
    assert _ids(editor.get("/v1/organizations")) == [nuevo]
    assert _ids(people.operator.get("/v1/organizations")) == [harbor, nuevo]


def test_pages_hold_every_organization_once_in_the_order_of_names(people: People) -> None:
    names = ["Delta", "Alpha", "Charlie", "Alpha", "Bravo"]
    created = {people.organization(name): name for name in names}
    listed: list[str] = []
    cursor: str | None = None
    for _ in range(3):
        query = {"limit": 2} | ({"cursor": cursor} if cursor else {})
        page = people.operator.get("/v1/organizations", params=query)
        listed += _ids(page)
        cursor = page.json()["next"]
    assert cursor is None
    assert [created[org_id] for org_id in listed] == sorted(names)
    assert set(listed) == set(created)


def test_an_unknown_cursor_is_the_end(people: People) -> None:
    people.organization()
    page = people.operator.get("/v1/organizations", params={"cursor": str(uuid4())}).json()
    assert page == {"items": [], "next": None}


def test_an_organization_that_is_not_there_is_not_found(people: People) -> None:
    org_id = people.organization()
    editor = people.member(org_id, "editor")
    for somebody in (people.operator, editor):
        assert somebody.get(f"/v1/organizations/{uuid4()}").status_code == 404


def _ids(page: httpx.Response) -> list[str]:
    assert page.status_code == 200
    return [item["id"] for item in page.json()["items"]]
