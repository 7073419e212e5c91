"""A question set asked in a round: published by an editor, joined by phones, answered, and read back at the desk."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import httpx

from askwell.demonstration.phone import Phone
from support.people import FIRST_PASSWORD, PASSWORD, People
from support.serving import ServerProcess
from support.world import made

Answers = dict[str, dict[str, str]]

PULSE: dict[str, Any] = {
    "survey": [
        {"type": "select_one fair", "name": "fair", "label": "Are shifts shared out fairly?"},
        {"type": "integer", "name": "hours", "label": "How many hours did you work?", "constraint": ". < 100"},
        {"type": "select_multiple perks", "name": "perks", "label": "What do you get?"},
        {"type": "text", "name": "why", "label": "Why?"},
    ],
    "choices": [
        *({"list_name": "fair", "name": name, "label": name.capitalize()} for name in ("yes", "no", "unsure")),
        *({"list_name": "perks", "name": name, "label": name.capitalize()} for name in ("meals", "travel")),
    ],
    "settings": {},
}
ANSWERS: Answers = {
    "/data/fair": {"value": "yes"},
    "/data/hours": {"value": "38"},
    "/data/perks": {"value": "meals travel"},
    "/data/why": {"missing": "skipped"},
}
NOON = "2026-11-23T12:00:00.000+01:00"


@dataclass
class OpenRound:
    """An organization with one round open, its editor, and phones to answer with."""

    people: People
    org_id: str
    editor: httpx.Client
    version: dict[str, Any]
    round: dict[str, Any]

    @property
    def path(self) -> str:
        """The address of the round."""
        return f"/v1/organizations/{self.org_id}/rounds/{self.round['id']}"

    def phone(self, code: str | None = None) -> Phone:
        """Return a phone that has joined."""
        phone = Phone(self.people.portal.client(desk=False))
        phone.join(code or self.round["join_code"])
        return phone

    def cards(self, count: int) -> list[str]:
        """Make cards; return their codes."""
        codes: list[str] = made(self.editor.post(f"{self.path}/cards", json={"count": count}))["codes"]
        return codes

    def answer(self, *answers: Answers) -> list[dict[str, Any]]:
        """Let one phone send these answers, each as an interview of its own; return the results."""
        phone = self.phone()
        return phone.send([phone.freeze({**ANSWERS, **each}, "en", NOON) for each in answers])

    def read(self, what: str, **query: Any) -> Any:
        """Read something of the round at the desk."""
        answer = self.editor.get(f"{self.path}/{what}", params=query)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def question(self, name: str) -> dict[str, Any]:
        """Return the result of one question."""
        found: dict[str, Any] = next(one for one in self.read("results")["questions"] if one["name"] == name)
        return found

    def words_beside_others(self) -> list[str]:
        """Let nine others write something, for of fewer than ten nothing is shown; return what was written before."""
        self.answer(*[{"/data/why": {"value": "another"}}] * 9)
        return [text for text in self.question("why")["summary"]["texts"] if text != "another"]

    def close(self) -> dict[str, Any]:
        """Close the round."""
        return made(self.editor.post(f"{self.path}/closing"))


def open_round(people: People, mode: str = "open_link", draft: dict[str, Any] = PULSE, **wish: Any) -> OpenRound:
    """Publish a question set and open it to people."""
    org_id = people.organization()
    editor = people.member(org_id, "editor", name="Ed")
    version = publish(editor, org_id, draft)
    body = {"title": "Autumn", "version_id": version["id"], "mode": mode, **wish}
    opened = made(editor.post(f"/v1/organizations/{org_id}/rounds", json=body))
    return OpenRound(people, org_id, editor, version, opened)


def publish(editor: httpx.Client, org_id: str, draft: dict[str, Any]) -> dict[str, Any]:
    """Publish a draft; return the version."""
    sets = f"/v1/organizations/{org_id}/question-sets"
    question_set = made(editor.post(sets, json={"title": "Pulse", "draft": draft}))
    return made(editor.post(f"{sets}/{question_set['id']}/versions"))


def item(content: str, instance_id: str | None = None, **changes: Any) -> dict[str, Any]:
    """Return an item with any content at all, rightly hashed."""
    sha256 = hashlib.sha256(content.encode()).hexdigest()
    return {"instance_id": instance_id or str(uuid4()), "rev": 1, "sha256": sha256, "content": content, **changes}


def changed(frozen: dict[str, Any], **envelope: Any) -> dict[str, Any]:
    """Return a frozen item with other members in its envelope, under the same id and rightly hashed."""
    content = json.dumps({**json.loads(frozen["content"]), **envelope})
    return item(content, frozen["instance_id"])


def opened(server: ServerProcess, mode: str = "open_link") -> str:
    """Open a round of a new installation by command and through HTTP; return its code."""
    added = server.command("create-admin", "operator@askwell.example", "--name", "Olga", "--password", PASSWORD)
    assert added.returncode == 0, added.stderr
    with httpx.Client(base_url=server.url, headers={"X-Askwell": "1"}, timeout=30) as desk:
        _sign_in(desk, "operator@askwell.example")
        org_id = desk.post("/v1/organizations", json={"name": "Harbor (invented)", "invented": True}).json()["id"]
        editor = {"email": "ed@harbor.example", "name": "Ed", "roles": ["editor"], "password": FIRST_PASSWORD}
        desk.post(f"/v1/organizations/{org_id}/members", json=editor).raise_for_status()
        _sign_in(desk, "ed@harbor.example", FIRST_PASSWORD)
        desk.put("/v1/me/password", json={"current": FIRST_PASSWORD, "new": PASSWORD}).raise_for_status()
        version = publish(desk, org_id, PULSE)
        body = {"title": "Storm", "version_id": version["id"], "mode": mode}
        code: str = desk.post(f"/v1/organizations/{org_id}/rounds", json=body).json()["join_code"]
        return code


def _sign_in(desk: httpx.Client, email: str, password: str = PASSWORD) -> None:
    desk.post("/v1/sessions", json={"email": email, "password": password}).raise_for_status()
