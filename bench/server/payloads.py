"""Real submissions for the bench: a published pulse pack, an open round, and interviews with invented answers."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random
from typing import Any

import httpx

from askwell.database import Database
from askwell.demonstration.answering import invent_answers
from askwell.demonstration.desk import Desk
from askwell.demonstration.organizations import ORGANIZATIONS
from askwell.demonstration.phone import Phone
from askwell.identity.creating_admin import create_admin

PASSWORD = "bench-bench-bench"  # noqa: S105  of a database that is thrown away
FIRST_PASSWORD = "first-bench-bench"  # noqa: S105  the same


@dataclass
class Payloads:
    """An endless supply of bodies for POST /v1/submissions, each with new ids and hashes."""

    phone: Phone
    answers: list[Any]
    at: int = 0

    @property
    def capability(self) -> str:
        """The bearer token that the bodies may be sent with."""
        return self.phone.capability

    def body(self, items: int) -> bytes:
        """Return one request's body with that many new submissions."""
        frozen = []
        for _ in range(items):
            self.at = (self.at + 1) % len(self.answers)
            frozen.append(self.phone.freeze(self.answers[self.at], "en", "2026-01-05T10:00:00.000+00:00"))
        return json.dumps({"items": frozen}).encode()


def open_round(url: str, database_url: str) -> Payloads:
    """Set up one organization with one open round, and a phone that has joined it."""
    database = Database(database_url)
    with database.write() as db:
        create_admin(db, "bench@askwell.example", "Bench", PASSWORD)
        db.commit()
    database.dispose()
    with Desk.sign_in(url, "bench@askwell.example", PASSWORD) as operator:
        org_id = operator.create_organization(ORGANIZATIONS[0])
        operator.add_member(org_id, ORGANIZATIONS[0].members[0], FIRST_PASSWORD)
    with Desk.sign_in_first(url, ORGANIZATIONS[0].members[0].email, FIRST_PASSWORD, PASSWORD) as editor:
        version = editor.publish_pack(org_id, "pulse", "Pulse")
        opened = editor.open_round(org_id, version["id"], "Bench", "open_link")
    phone = Phone(httpx.Client(base_url=url, timeout=60))
    phone.join(opened["join_code"])
    document, random = phone.version(), Random(5)
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    return Payloads(phone, [invent_answers(document, random, "en", now) for _ in range(50)])
