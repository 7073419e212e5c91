"""An organization with everything in it: members, a published question set, a round with answers of every kind."""

from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from uuid import uuid4

import httpx

from askwell.demonstration.phone import Phone
from support.media import picture
from support.people import HARBOR, People

CANARY = "the canary sings in the break room"
MEDIUM = "shifts.png"
DRAFT = {
    "survey": [
        {"type": "select_one yes_no", "name": "fair", "label": "Are shifts shared out fairly?", "image": MEDIUM},
        {"type": "text", "name": "why", "label": "Why?"},
    ],
    "choices": [
        {"list_name": "yes_no", "name": "yes", "label": "Yes"},
        {"list_name": "yes_no", "name": "no", "label": "No"},
    ],
    "settings": {},
}


@dataclass
class World:
    """One organization, the ids of what is in it, and the editor who made it."""

    people: People
    org_id: str
    editor: httpx.Client
    phone: Phone
    ids: dict[str, str] = field(default_factory=dict)

    @property
    def path(self) -> str:
        """The address below which everything of the organization lies."""
        return f"/v1/organizations/{self.org_id}"

    def member(self) -> str:
        """Add a leader whom nobody will miss; return their id."""
        body = {
            "email": f"{uuid4()}@harbor.example",
            "name": "Passing by",
            "roles": ["leader"],
            "password": "a long sentence for tests",
        }
        return made(self.people.operator.post(f"{self.path}/members", json=body))["id"]

    def add_medium(self, name: str) -> str:
        """Add a picture to the question set; return the hash of its bytes."""
        url = f"{self.path}/question-sets/{self.ids['question_set_id']}/media/{name}"
        media = made(self.editor.put(url, content=picture(name)))
        return next(str(each["sha256"]) for each in media["items"] if each["name"] == name)

    def open_round(self, mode: str = "open_link") -> dict[str, Any]:
        """Open another round of the published version."""
        body = {"title": f"Pulse by {mode}", "version_id": self.ids["version_id"], "mode": mode, "k": 5}
        return made(self.editor.post(f"{self.path}/rounds", json=body))


def world_of(people: People, name: str = HARBOR) -> World:
    """Build the organization through HTTP: question set, version, round, six answers, one in quarantine, a conflict."""
    org_id = people.organization(name)
    phone = Phone(people.portal.client(desk=False))
    world = World(people, org_id, people.member(org_id, "editor", name="Ed"), phone)
    question_set = made(world.editor.post(f"{world.path}/question-sets", json={"title": "Pulse", "draft": DRAFT}))
    world.ids = {"org_id": org_id, "question_set_id": question_set["id"], "member_id": world.member()}
    world.ids |= {"name": MEDIUM, "sha256": world.add_medium(MEDIUM)}
    version = made(world.editor.post(f"{world.path}/question-sets/{question_set['id']}/versions"))
    world.ids |= {"version_id": version["id"], "version_hash": version["version_hash"]}
    opened = world.open_round()
    world.ids |= {"round_id": opened["id"], "code": opened["join_code"]}
    access = made(world.editor.get(f"{world.path}/rounds/{opened['id']}/openrosa"))
    world.ids |= {"door": access["server_url"].rpartition("/")[2]}
    _answer(phone, opened["join_code"])
    return world


def made(answer: httpx.Response) -> dict[str, Any]:
    """Return what was made; fail, telling why, when it was not."""
    assert answer.is_success, f"{answer.request.method} {answer.request.url.path}: {answer.status_code} {answer.text}"
    result: dict[str, Any] = answer.json()
    return result


def _answer(phone: Phone, code: str) -> None:
    phone.join(code)
    answers = {"/data/fair": {"value": "yes"}, "/data/why": {"value": CANARY}}
    items = [phone.freeze(answers, "en", "2026-11-23T10:00:00.000+01:00") for _ in range(12)]
    other = phone.freeze(answers, "en", "2026-11-23T10:00:00.000+01:00")
    conflict = {**other, "instance_id": items[0]["instance_id"]}
    results = [*phone.send([*items, *(_garbage() for _ in range(6))]), *phone.send([conflict])]
    assert all(result["stored"] for result in results), results


def _garbage() -> dict[str, Any]:
    content = f"no envelope, but {CANARY}"
    return {"instance_id": str(uuid4()), "rev": 1, "sha256": sha256(content.encode()).hexdigest(), "content": content}
