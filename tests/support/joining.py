"""The way into a round, for tests that look at the whole answer."""

import hashlib
import secrets
from typing import Any

import httpx


class Door:
    """Joins with a capability of its choice."""

    def __init__(self, client: httpx.Client) -> None:
        self.client = client

    def join(self, code: str, capability: str | None = None) -> httpx.Response:
        """Ask to be let in."""
        secret = capability or secrets.token_urlsafe(32)
        body = {"code": code, "capability_hash": hashlib.sha256(secret.encode()).hexdigest()}
        return self.client.post("/v1/joins", json=body)

    def get(self, path: str, capability: str, **headers: str) -> httpx.Response:
        """Read something as the phone that has this capability."""
        return self.client.get(path, headers={"Authorization": f"Bearer {capability}", **headers})


def outcome(answer: httpx.Response) -> tuple[int, Any]:
    """Return the status and the problem's code."""
    return answer.status_code, answer.json().get("code")
