"""What members do in the demonstration: create organizations, copy from the library, publish, open rounds."""

from dataclasses import dataclass
from types import TracebackType
from typing import Any

import httpx

from askwell.demonstration.organizations import InventedMember, InventedOrganization


@dataclass
class Desk:
    """A signed-in member's browser, closed at the end of its `with` block."""

    client: httpx.Client

    def __enter__(self) -> "Desk":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.client.close()

    @classmethod
    def sign_in(cls, url: str, email: str, password: str) -> "Desk":
        """Sign in; the cookie stays in the client."""
        client = httpx.Client(base_url=url, headers={"X-Askwell": "1"}, timeout=60)
        client.post("/v1/sessions", json={"email": email, "password": password}).raise_for_status()
        return cls(client)

    @classmethod
    def sign_in_first(cls, url: str, email: str, first: str, password: str) -> "Desk":
        """Sign in with a first password and choose one's own, as everybody who was added must."""
        desk = cls.sign_in(url, email, first)
        desk.client.put("/v1/me/password", json={"current": first, "new": password}).raise_for_status()
        return desk

    def create_organization(self, invented: InventedOrganization) -> str:
        """Create an organization, labelled as invented; return its id."""
        body = {
            "name": invented.name,
            "founded_year": invented.founded_year,
            "size_band": invented.size_band,
            "sector": invented.sector,
            "languages": list(invented.languages),
            "invented": True,
        }
        return str(self._post("/v1/organizations", body)["id"])

    def add_member(self, org_id: str, member: InventedMember, first: str) -> None:
        """Add a member with one role and a first password."""
        body = {"email": member.email, "name": member.name, "roles": [member.role], "password": first}
        self._post(f"/v1/organizations/{org_id}/members", body)

    def publish_pack(self, org_id: str, pack: str, title: str) -> dict[str, Any]:
        """Copy a pack from the starter library and publish it; return the version."""
        sets = f"/v1/organizations/{org_id}/question-sets"
        question_set = self._post(sets, {"title": title, "pack": pack})
        return self._post(f"{sets}/{question_set['id']}/versions", {})

    def open_round(self, org_id: str, version_id: str, title: str, mode: str) -> dict[str, Any]:
        """Open a published version to people; return the round."""
        body = {"title": title, "version_id": version_id, "mode": mode, "k": 5}
        return self._post(f"/v1/organizations/{org_id}/rounds", body)

    def draw_cards(self, org_id: str, round_id: str, count: int) -> list[str]:
        """Make single-use codes; they are shown this once."""
        codes: list[str] = self._post(f"/v1/organizations/{org_id}/rounds/{round_id}/cards", {"count": count})["codes"]
        return codes

    def close_round(self, org_id: str, round_id: str) -> None:
        """Close a round."""
        self._post(f"/v1/organizations/{org_id}/rounds/{round_id}/closing", {})

    def _post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        answer = self.client.post(path, json=body)
        if answer.is_error:
            raise RuntimeError(f"{path}: {answer.status_code} {answer.text}")
        result: dict[str, Any] = answer.json()
        return result
