"""Rounds to send to."""

import pytest

from support.people import People
from support.rounds import OpenRound, open_round


@pytest.fixture
def survey(people: People) -> OpenRound:
    """Return an anonymous round with an open link."""
    return open_round(people)


@pytest.fixture
def interviews(people: People) -> OpenRound:
    """Return a confidential round, whose answers the desk reads at once."""
    return open_round(people, "interview")
