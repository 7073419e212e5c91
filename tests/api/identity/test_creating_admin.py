"""The first operator, added where the database is: nobody can sign in before."""

import pytest
from fastapi import FastAPI

from askwell.errors import Problem
from askwell.identity.creating_admin import create_admin
from support.people import PASSWORD, People


def test_an_operator_signs_in_and_may_create_organizations(people: People) -> None:
    me = people.operator.get("/v1/me").json()
    assert me["member"]["operator"] is True
    assert me["memberships"] == []
    assert people.operator.post("/v1/organizations", json={"name": "Harbor"}).status_code == 201


@pytest.mark.parametrize(
    ("email", "name", "password", "sentence"),
    [
        ("operator@askwell.example", "Olga", PASSWORD, "Somebody signs in with this address already"),
        ("OPERATOR@askwell.example", "Olga", PASSWORD, "Somebody signs in with this address already"),
        ("olga", "Olga", PASSWORD, "not an e-mail address"),
        ("olga@askwell.example", " ", PASSWORD, "cannot be a name"),
        ("olga@askwell.example", "Olga", "short", "at least 12 characters"),
    ],
)
def test_what_cannot_be_is_said_clearly_and_changes_nothing(
    app: FastAPI, people: People, email: str, name: str, password: str, sentence: str
) -> None:
    assert people.operator
    with app.state.database.write() as db, pytest.raises(Problem, match=sentence):
        create_admin(db, email, name, password)
    people.sign_in("operator@askwell.example")
