"""Requests that another site makes a browser send: none of them changes anything."""

import pytest

from support.people import PASSWORD, People
from support.portal import Portal


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_change_from_another_site_is_refused(people: People, site: str) -> None:
    answer = people.operator.post("/v1/organizations", json={"name": "Forged"}, headers={"Sec-Fetch-Site": site})
    assert (answer.status_code, answer.json()["code"]) == (403, "cross_site")
    assert people.operator.get("/v1/organizations").json()["items"] == []


@pytest.mark.parametrize("site", ["same-origin", "none"])
def test_a_change_from_our_own_pages_is_taken(people: People, site: str) -> None:
    answer = people.operator.post("/v1/organizations", json={"name": "Harbor"}, headers={"Sec-Fetch-Site": site})
    assert answer.status_code == 201


@pytest.mark.parametrize("value", [None, "", "0", "true"])
def test_a_change_without_the_header_is_refused(people: People, value: str | None) -> None:
    del people.operator.headers["X-Askwell"]
    headers = {} if value is None else {"X-Askwell": value}
    answer = people.operator.post("/v1/organizations", json={"name": "Forged"}, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (403, "cross_site")


def test_nobody_can_be_signed_in_from_another_site(people: People, portal: Portal) -> None:
    assert people.operator
    credentials = {"email": "operator@askwell.example", "password": PASSWORD}
    answer = portal.client(desk=False).post("/v1/sessions", json=credentials)
    assert (answer.status_code, answer.json()["code"]) == (403, "cross_site")
    assert "set-cookie" not in answer.headers


def test_reading_needs_no_header(people: People) -> None:
    del people.operator.headers["X-Askwell"]
    assert people.operator.get("/v1/me", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 200
