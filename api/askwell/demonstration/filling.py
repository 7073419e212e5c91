"""Fills an empty installation with the invented organizations, their rounds, and invented answers."""

import secrets
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from random import Random
from typing import Any

import httpx

from askwell.demonstration.answering import invent_answers
from askwell.demonstration.desk import Desk
from askwell.demonstration.organizations import FACILITATOR, ORGANIZATIONS, InventedOrganization
from askwell.demonstration.phone import Phone

PULSE = "Pulse"
INTERVIEW = "Starter interview"
PLANNED = (
    # title, pack, mode, invented answers, closed afterwards
    (f"{PULSE}, last season", "pulse", "open_link", 96, True),
    (f"{PULSE}, now", "pulse", "open_link", 17, False),
    (f"{PULSE}, by card", "pulse", "cards", 0, False),
    (f"{INTERVIEW}s", "starter_interview", "interview", 24, False),
)


@dataclass(frozen=True)
class DemoRound:
    """A round to show: where it is, and how to get in."""

    organization: str
    title: str
    mode: str
    join_code: str
    closed: bool
    answers: int

    def as_dict(self) -> dict[str, Any]:
        """Return a plain dictionary, for keeping."""
        return asdict(self)


def fill(url: str, operator: str, password: str, seed: int = 16) -> list[DemoRound]:
    """Create everything through HTTP; return the rounds to show. Same seed, same invented answers."""
    random = Random(seed)  # noqa: S311  invented answers, no secret
    shown: list[DemoRound] = []
    for org_id, invented in zip(_enrol(url, operator, password), ORGANIZATIONS, strict=True):
        with Desk.sign_in(url, invented.members[0].email, password) as editor:
            shown += _fill_organization(editor, url, org_id, invented, random)
    return shown


def _enrol(url: str, operator: str, password: str) -> list[str]:
    """Create the organizations and their members, each of whom chooses the same password; return the ids."""
    first = secrets.token_urlsafe(16)
    ids = []
    with Desk.sign_in(url, operator, password) as desk:
        for invented in ORGANIZATIONS:
            ids.append(desk.create_organization(invented))
            for member in (*invented.members, FACILITATOR):
                desk.add_member(ids[-1], member, first)
    people = {member.email for invented in ORGANIZATIONS for member in (*invented.members, FACILITATOR)}
    for email in sorted(people):
        with Desk.sign_in_first(url, email, first, password):
            pass
    return ids


def _fill_organization(
    editor: Desk, url: str, org_id: str, invented: InventedOrganization, random: Random
) -> list[DemoRound]:
    versions = {
        "pulse": editor.publish_pack(org_id, "pulse", PULSE),
        "starter_interview": editor.publish_pack(org_id, "starter_interview", INTERVIEW),
    }
    shown = []
    for title, pack, mode, answers, closed in PLANNED:
        opened = editor.open_round(org_id, versions[pack]["id"], title, mode)
        code = opened["join_code"] or editor.draw_cards(org_id, opened["id"], 20)[0]
        if answers:
            _answer(url, code, answers, invented.languages, random)
        if closed:
            editor.close_round(org_id, opened["id"])
        shown.append(DemoRound(invented.name, title, mode, code, closed, answers))
    return shown


def _answer(url: str, code: str, count: int, languages: tuple[str, ...], random: Random) -> None:
    document: dict[str, Any] = {}
    with httpx.Client(base_url=url, timeout=60) as client:
        for _ in range(count):
            phone = Phone(client)
            phone.join(code)
            now = datetime.now(UTC).astimezone().isoformat(timespec="milliseconds")
            language = random.choice(languages)
            document = document or phone.version()
            answers = invent_answers(document, random, language, now)
            result = phone.send([phone.freeze(answers, language, now)])[0]
            if not result["stored"]:
                raise RuntimeError(f"an invented answer was not stored: {result}")
