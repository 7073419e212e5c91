"""A phone, as the service sees one: makes its own secret, joins with a code, fetches the version, sends answers."""

import base64
import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import httpx

Answers = Mapping[str, Mapping[str, str]]


@dataclass
class Phone:
    """One phone with one joined round. Its secret travels only as a bearer token; the server keeps the hash."""

    client: httpx.Client
    capability: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    round: dict[str, Any] = field(default_factory=dict)

    def join(self, code: str) -> dict[str, Any]:
        """Join a round. May be repeated: the same phone gets the same answer."""
        body = {"code": code, "capability_hash": hashlib.sha256(self.capability.encode()).hexdigest()}
        answer = self.client.post("/v1/joins", json=body).raise_for_status()
        self.round = answer.json()
        return self.round

    def version(self) -> dict[str, Any]:
        """Fetch the version document and check that it is the one the round names."""
        wanted = self.round["version_hash"]
        answer = self.client.get(f"/v1/versions/{wanted}", headers=self._bearer()).raise_for_status()
        if hashlib.sha256(answer.content).hexdigest() != wanted:
            raise ValueError("the version document is not the one that the round names")
        document: dict[str, Any] = answer.json()
        return document

    def freeze(self, answers: Answers, language: str, now: str) -> dict[str, Any]:
        """Turn answers into an item ready to be sent: id, revision, exact content and its SHA-256."""
        instance_id = str(uuid4())
        content = json.dumps(
            {
                "envelope": 1,
                "instance_id": instance_id,
                "round_id": self.round["round_id"],
                "version_hash": self.round["version_hash"],
                "rev": 1,
                "base": None,
                "sealing": "plain",
                "key_id": None,
                "parts": [],
                "body": {
                    "answers": answers,
                    "language": language,
                    "consent": {"word": self.round["word"], "agreed": True},
                    "app": "demonstration",
                    "now": now if self.round["mode"] == "interview" else None,
                    "nonce": base64.urlsafe_b64encode(secrets.token_bytes(16)).decode().rstrip("="),
                },
            },
            ensure_ascii=False,
            separators=(",", ":"),
        )
        digest = hashlib.sha256(content.encode()).hexdigest()
        return {"instance_id": instance_id, "rev": 1, "sha256": digest, "content": content}

    def send(self, items: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Send 1 to 50 items and return the result of each."""
        answer = self.client.post("/v1/submissions", json={"items": items}, headers=self._bearer()).raise_for_status()
        results: list[dict[str, Any]] = answer.json()["results"]
        return results

    def ask(self, items: list[dict[str, Any]]) -> dict[str, Any]:
        """Ask what became of items that were sent, by their id, revision and SHA-256."""
        body = {"items": [named(item) for item in items]}
        answer = self.client.post("/v1/sync/status", json=body, headers=self._bearer()).raise_for_status()
        told: dict[str, Any] = answer.json()
        return told

    def _bearer(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.capability}"}


def named(item: Mapping[str, Any]) -> dict[str, Any]:
    """Return of an item what names it and its bytes, without them."""
    return {name: item[name] for name in ("instance_id", "rev", "sha256")}
