"""Fixtures for tests through HTTP."""

import pytest

from support.people import People
from support.portal import Portal


@pytest.fixture
def people(portal: Portal) -> People:
    """Return the people of an empty installation."""
    return People(portal)
