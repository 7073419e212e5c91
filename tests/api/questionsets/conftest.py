"""An organization with an editor who makes question sets."""

from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from support.people import People

YES_NO = """
| survey |
|        | type             | name   | label::English (en) | label::Español (es)     | relevant    |
|        | integer          | years  | Years here?         | ¿Cuántos años aquí?     |             |
|        | select_one yn    | again  | Choose it again?    | ¿Lo elegiría otra vez?  | ${years} > 0 |
|        | text             | why    | Why?                | ¿Por qué?               |             |
| choices |
|        | list_name | name | label::English (en) | label::Español (es) |
|        | yn        | yes  | Yes                 | Sí                  |
|        | yn        | no   | No                  | No                  |
| settings |
|        | form_title | form_id | default_language |
|        | Two years  | two     | English (en)     |
"""


@dataclass
class Desk:
    """An editor's browser, and the address of the question sets of their organization."""

    client: httpx.Client
    url: str

    def make(self, **body: Any) -> dict[str, Any]:
        """Make a question set."""
        made = self.client.post(self.url, json={"title": "Two years", **body})
        assert made.status_code == 201, made.text
        return dict(made.json())

    def bring(self, table: str = YES_NO) -> dict[str, Any]:
        """Make a question set from a Markdown table."""
        headers = {"Content-Type": "text/markdown"}
        made = self.client.post(f"{self.url}/imports", content=table.encode(), headers=headers)
        assert made.status_code == 201, made.text
        return dict(made.json())

    def save(self, known: dict[str, Any], draft: dict[str, Any]) -> httpx.Response:
        """Save another draft in place of the one that was read."""
        url = f"{self.url}/{known['id']}/draft"
        return self.client.put(url, json=draft, headers={"If-Match": f'"{known["draft_rev"]}"'})

    def publish(self, known: dict[str, Any]) -> httpx.Response:
        """Publish the draft."""
        return self.client.post(f"{self.url}/{known['id']}/versions")


@pytest.fixture
def org_id(people: People) -> str:
    return people.organization()


@pytest.fixture
def desk(people: People, org_id: str) -> Desk:
    return Desk(people.member(org_id, "editor"), f"/v1/organizations/{org_id}/question-sets")
