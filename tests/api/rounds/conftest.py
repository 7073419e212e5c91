"""Rounds to join, and the way in."""

import pytest

from support.joining import Door
from support.people import People
from support.portal import Portal
from support.rounds import OpenRound, open_round


@pytest.fixture
def survey(people: People) -> OpenRound:
    """Return an anonymous round with an open link."""
    return open_round(people)


@pytest.fixture
def drawn(people: People) -> OpenRound:
    """Return an anonymous round that people join with cards."""
    return open_round(people, "cards")


@pytest.fixture
def door(portal: Portal) -> Door:
    """Return the way in for a phone."""
    return Door(portal.client(desk=False))
