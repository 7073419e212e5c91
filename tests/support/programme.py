"""An organization with an editor and a published question set, set up as people would: by command and over HTTP."""

import csv
import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from askwell.demonstration.desk import Desk
from askwell.demonstration.organizations import InventedMember, InventedOrganization
from support.serving import ServerProcess

PASSWORD = "tidal-lantern-9"
FIRST_PASSWORD = "paper-envelope-4"
OPERATOR = "ola@programme.example"
EDITOR = InventedMember("editor", "edda@harbor.example", "Edda")
HARBOR = InventedOrganization("Harbor Street", 2003, "50–249", "training", ("en", "es"), (EDITOR,))
# The csv module alone would refuse what is longer than 131,072.
LARGEST_CELL = 10_000_000

Draft = dict[str, Any]


@dataclass
class Programme:
    """What a test needs to open rounds and to read what came in."""

    desk: Desk
    org_id: str

    def publish(self, draft: Draft, title: str = "Shifts", media: Mapping[str, bytes] | None = None) -> str:
        """Create a question set from rows, with its media, and publish it; return the version's id."""
        sets = f"/v1/organizations/{self.org_id}/question-sets"
        made = self.desk.client.post(sets, json={"title": title, "draft": draft})
        assert made.status_code == 201, made.text
        for name, data in (media or {}).items():
            put = self.desk.client.put(f"{sets}/{made.json()['id']}/media/{name}", content=data)
            assert put.status_code == 200, put.text
        published = self.desk.client.post(f"{sets}/{made.json()['id']}/versions", json={})
        assert published.status_code == 201, published.text
        return str(published.json()["id"])

    def publish_pack(self, pack: str, title: str) -> str:
        """Copy a pack from the starter library and publish it; return the version's id."""
        return str(self.desk.publish_pack(self.org_id, pack, title)["id"])

    def open(self, version_id: str, title: str = "Spring", mode: str = "open_link") -> dict[str, Any]:
        """Open a round."""
        return self.desk.open_round(self.org_id, version_id, title, mode)

    def cards(self, round_id: str, count: int) -> list[str]:
        """Draw cards."""
        return self.desk.draw_cards(self.org_id, round_id, count)

    def close(self, round_id: str) -> None:
        """Close a round."""
        self.desk.close_round(self.org_id, round_id)

    def rows(self, round_id: str, values: str = "codes") -> list[dict[str, str]]:
        """Read the export as a member would; one dictionary per submission."""
        path = f"/v1/organizations/{self.org_id}/rounds/{round_id}/export.csv"
        answer = self.desk.client.get(path, params={"values": values, "language": "en"})
        assert answer.status_code == 200, answer.text
        csv.field_size_limit(LARGEST_CELL)
        return list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))


@contextmanager
def programme_on(server: ServerProcess) -> Iterator[Programme]:
    """Make the first operator by command, then everything else over HTTP."""
    made = server.command("create-admin", OPERATOR, "--name", "Ola", "--password", PASSWORD)
    assert made.returncode == 0, made.stderr
    with Desk.sign_in(server.url, OPERATOR, PASSWORD) as operator:
        org_id = operator.create_organization(HARBOR)
        operator.add_member(org_id, EDITOR, FIRST_PASSWORD)
    with Desk.sign_in_first(server.url, EDITOR.email, FIRST_PASSWORD, PASSWORD) as desk:
        yield Programme(desk, org_id)
