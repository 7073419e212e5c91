"""Signing in and out: who gets a session, how it ends, and how guessing is slowed down."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import text

from askwell import clock
from askwell.settings import Settings
from support.people import PASSWORD, People
from support.portal import Portal

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
OPERATOR = {"email": "operator@askwell.example", "password": PASSWORD}


class HandSetClock:
    """A clock that goes only when it is told to."""

    def __init__(self) -> None:
        self.time = NOW

    def __call__(self) -> datetime:
        return self.time

    def wait(self, **duration: float) -> None:
        self.time += timedelta(**duration)


@pytest.fixture
def clock_by_hand(app: FastAPI) -> Iterator[HandSetClock]:
    by_hand = HandSetClock()
    app.dependency_overrides[clock.look] = by_hand
    yield by_hand
    del app.dependency_overrides[clock.look]


@pytest.fixture
def few_nearby(app: FastAPI) -> Iterator[None]:
    """Allow five failed sign-ins in a neighbourhood."""
    settings = app.state.settings
    app.state.settings = settings.model_copy(update={"sign_in_attempts_nearby": 5})
    yield
    app.state.settings = settings


def test_whoever_signs_in_is_told_who_they_are_and_what_they_may_do(people: People) -> None:
    org_id = people.organization()
    leader = people.member(org_id, "leader", name="Lena Leader")
    me = leader.get("/v1/me").json()
    assert me["member"]["name"] == "Lena Leader"
    assert me["memberships"] == [
        {
            "org_id": org_id,
            "organization": "Harbor Street Training (invented)",
            "roles": ["leader"],
            "may": ["view_organization"],
        }
    ]


def test_the_address_is_the_same_in_capitals(people: People, client: httpx.Client) -> None:
    assert people.operator
    answer = client.post("/v1/sessions", json={**OPERATOR, "email": " Operator@Askwell.EXAMPLE "})
    assert answer.status_code == 200


def test_the_cookie_is_kept_from_scripts_and_other_sites(people: People, client: httpx.Client) -> None:
    assert people.operator
    cookie = client.post("/v1/sessions", json=OPERATOR).headers["set-cookie"]
    name, _, attributes = cookie.partition("=")
    assert name == "askwell"
    assert {part.strip().lower() for part in attributes.split(";")[1:]} == {"httponly", "path=/", "samesite=lax"}


def test_on_https_the_cookie_is_bound_to_the_host(people: People, app: FastAPI, client: httpx.Client) -> None:
    assert people.operator
    plain = app.state.settings
    app.state.settings = plain.model_copy(update={"public_url": "https://ask.example"})
    try:
        cookie = client.post("/v1/sessions", json=OPERATOR).headers["set-cookie"]
    finally:
        app.state.settings = plain
    name, _, attributes = cookie.partition("=")
    assert name == "__Host-askwell"
    assert {part.strip().lower() for part in attributes.split(";")[1:]} == {
        "httponly",
        "path=/",
        "samesite=lax",
        "secure",
    }


def test_the_database_holds_neither_the_password_nor_the_token(people: People, app: FastAPI) -> None:
    token = people.operator.cookies["askwell"]
    with app.state.database.engine.connect() as connection:
        stored = connection.execute(text("select token_hash from sign_in")).scalar_one()
        password = connection.execute(text("select password_hash from member")).scalar_one()
    assert stored == sha256(token.encode()).hexdigest()
    assert password.startswith("$argon2id$")


@pytest.mark.parametrize(
    "wrong", [{"password": "another long sentence"}, {"email": "nobody@askwell.example"}], ids=["password", "address"]
)
def test_a_wrong_address_and_a_wrong_password_look_alike(
    people: People, client: httpx.Client, wrong: dict[str, str]
) -> None:
    assert people.operator
    answer = client.post("/v1/sessions", json={**OPERATOR, **wrong})
    assert answer.status_code == 401
    assert answer.json() == {
        "type": "urn:askwell:problem:wrong_credentials",
        "title": "The e-mail address or the password is not right.",
        "status": 401,
        "code": "wrong_credentials",
    }
    assert "set-cookie" not in answer.headers


def test_signing_out_ends_the_session_for_good(people: People) -> None:
    token = people.operator.cookies["askwell"]
    assert people.operator.delete("/v1/sessions/current").status_code == 204
    assert "askwell" not in people.operator.cookies
    again = people.operator.get("/v1/me", headers={"Cookie": f"askwell={token}"})
    assert (again.status_code, again.json()["code"]) == (401, "not_signed_in")


@pytest.mark.parametrize("token", [None, "", "x" * 43, "a b=c"])
def test_without_a_session_nobody_is_anybody(client: httpx.Client, token: str | None) -> None:
    headers = {} if token is None else {"Cookie": f"askwell={token}"}
    answer = client.get("/v1/me", headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (401, "not_signed_in")


def test_a_session_ends_when_it_is_not_used(clock_by_hand: HandSetClock, people: People) -> None:
    assert people.operator.get("/v1/me").status_code == 200
    clock_by_hand.wait(hours=Settings().session_hours, seconds=1)
    assert people.operator.get("/v1/me").status_code == 401


def test_a_session_in_use_goes_on(clock_by_hand: HandSetClock, people: People) -> None:
    assert people.operator
    for _ in range(4):
        clock_by_hand.wait(hours=Settings().session_hours - 1)
        assert people.operator.get("/v1/me").status_code == 200


def test_a_session_is_written_at_most_once_in_ten_minutes(
    clock_by_hand: HandSetClock, people: People, app: FastAPI
) -> None:
    ends = []
    assert people.operator
    for _ in range(5):
        clock_by_hand.wait(minutes=4)
        people.operator.get("/v1/me")
        with app.state.database.engine.connect() as connection:
            ends.append(str(connection.execute(text("select expires_at from sign_in")).scalar_one()))
    assert len(set(ends)) == 2


def test_sessions_that_ended_are_deleted_on_the_way(
    clock_by_hand: HandSetClock, people: People, app: FastAPI, client: httpx.Client
) -> None:
    assert people.operator
    clock_by_hand.wait(days=2)
    assert client.post("/v1/sessions", json=OPERATOR).status_code == 200
    with app.state.database.engine.connect() as connection:
        assert connection.execute(text("select count(*) from sign_in")).scalar_one() == 1


def test_guessing_is_stopped_and_may_go_on_after_a_while(
    clock_by_hand: HandSetClock, people: People, client: httpx.Client
) -> None:
    assert people.operator
    guess = {**OPERATOR, "password": "another long sentence"}
    tried = [client.post("/v1/sessions", json=guess).status_code for _ in range(12)]
    assert tried == [401] * 10 + [429] * 2
    even_the_right_one = client.post("/v1/sessions", json=OPERATOR)
    assert (even_the_right_one.status_code, even_the_right_one.json()["code"]) == (429, "too_many")
    clock_by_hand.wait(seconds=int(even_the_right_one.headers["retry-after"]))
    assert client.post("/v1/sessions", json=OPERATOR).status_code == 200


def test_guesses_at_one_address_leave_others_alone(people: People, client: httpx.Client) -> None:
    assert people.operator
    for _ in range(11):
        client.post("/v1/sessions", json={"email": "nobody@askwell.example", "password": "x"})
    assert client.post("/v1/sessions", json=OPERATOR).status_code == 200


def guess_as_many(client: httpx.Client, count: int) -> list[int]:
    """Guess once at each of so many addresses."""
    guesses = [{"email": f"nobody{number}@askwell.example", "password": "x"} for number in range(count)]
    return [client.post("/v1/sessions", json=guess).status_code for guess in guesses]


def test_guesses_across_addresses_are_stopped_for_their_neighbourhood(
    clock_by_hand: HandSetClock, people: People, client: httpx.Client, few_nearby: None
) -> None:
    assert people.operator
    assert guess_as_many(client, 7) == [401] * 5 + [429] * 2
    refused = client.post("/v1/sessions", json=OPERATOR)
    assert (refused.status_code, refused.json()["code"]) == (429, "too_many")
    assert people.portal.client(address="198.51.100.77").post("/v1/sessions", json=OPERATOR).status_code == 200
    clock_by_hand.wait(seconds=int(refused.headers["retry-after"]))
    assert client.post("/v1/sessions", json=OPERATOR).status_code == 200


def test_signing_in_rightly_uses_up_nothing_and_gives_nothing_back(
    clock_by_hand: HandSetClock, people: People, client: httpx.Client, few_nearby: None
) -> None:
    assert people.operator
    assert guess_as_many(client, 4) == [401] * 4
    assert [client.post("/v1/sessions", json=OPERATOR).status_code for _ in range(8)] == [200] * 8
    assert guess_as_many(client, 2) == [401, 429]


def test_guesses_at_ones_own_password_count_in_the_neighbourhood_too(
    clock_by_hand: HandSetClock, people: People, client: httpx.Client, few_nearby: None
) -> None:
    wrong = {"current": "not it", "new": "an even longer sentence"}
    assert [people.operator.put("/v1/me/password", json=wrong).status_code for _ in range(5)] == [401] * 5
    assert guess_as_many(client, 1) == [429]


def test_signing_in_rightly_starts_the_count_again(people: People, client: httpx.Client) -> None:
    assert people.operator
    guess = {**OPERATOR, "password": "another long sentence"}
    for _ in range(3):
        assert [client.post("/v1/sessions", json=guess).status_code for _ in range(5)] == [401] * 5
        assert client.post("/v1/sessions", json=OPERATOR).status_code == 200


def test_a_password_is_changed_by_who_knows_the_old_one(people: People) -> None:
    other_browser = people.sign_in("operator@askwell.example") if people.operator else None
    assert other_browser
    new = "an even longer sentence"
    wrong = people.operator.put("/v1/me/password", json={"current": "not it", "new": new})
    assert (wrong.status_code, wrong.json()["code"]) == (401, "wrong_credentials")
    assert people.operator.put("/v1/me/password", json={"current": PASSWORD, "new": new}).status_code == 204
    assert people.operator.get("/v1/me").status_code == 200
    assert other_browser.get("/v1/me").status_code == 401
    people.sign_in("operator@askwell.example", new)


def test_what_was_sent_is_never_echoed(portal: Portal) -> None:
    body = {"email": "canary-address", "password": "canary-password", "canary-field": "canary-value"}
    answer = portal.client().post("/v1/sessions", json=body)
    assert answer.status_code == 422
    assert answer.text.count("canary") == answer.text.count("canary-field") == 1
