"""Members for tests: an operator made as the command line makes one, organizations, and people who sign in."""

from functools import cached_property
from typing import Any

import httpx

from askwell.identity.creating_admin import create_admin
from support.portal import Portal

PASSWORD = "a long sentence for tests"
FIRST_PASSWORD = "handed over on paper"
HARBOR = "Harbor Street Training (invented)"


class People:
    """Everyone in one empty installation. Each client is one person's browser, signed in."""

    def __init__(self, portal: Portal) -> None:
        self.portal = portal

    @cached_property
    def operator(self) -> httpx.Client:
        """The operator, whom the command line added."""
        with self.portal.app.state.database.write() as db:
            create_admin(db, "operator@askwell.example", "Olga Operator", PASSWORD)
            db.commit()
        return self.sign_in("operator@askwell.example")

    def organization(self, name: str = HARBOR, **facts: Any) -> str:
        """Create an organization; return its id."""
        created = self.operator.post("/v1/organizations", json={"name": name, "invented": True, **facts})
        assert created.status_code == 201, created.text
        return str(created.json()["id"])

    def member(self, org_id: str, *roles: str, name: str = "") -> httpx.Client:
        """Add a person with these roles to an organization; they sign in and choose a password of their own."""
        name = name or " and ".join(roles).capitalize()
        email = f"{name.lower().replace(' ', '.')}@{org_id[:8]}.example"
        body = {"email": email, "name": name, "roles": list(roles), "password": FIRST_PASSWORD}
        added = self.operator.post(f"/v1/organizations/{org_id}/members", json=body)
        assert added.status_code == 201, added.text
        client = self.sign_in(email, FIRST_PASSWORD)
        changed = client.put("/v1/me/password", json={"current": FIRST_PASSWORD, "new": PASSWORD})
        assert changed.status_code == 204, changed.text
        return client

    def sign_in(self, email: str, password: str = PASSWORD) -> httpx.Client:
        """Return the browser of somebody who has signed in."""
        client = self.portal.client()
        answer = client.post("/v1/sessions", json={"email": email, "password": password})
        assert answer.status_code == 200, answer.text
        return client
