"""Imports every table, so that Alembic and the tests see one complete metadata."""

from sqlmodel import SQLModel

from askwell.identity import models as identity
from askwell.questionsets import models as questionsets
from askwell.rounds import models as rounds
from askwell.submissions import models as submissions

metadata = SQLModel.metadata

__all__ = ["identity", "metadata", "questionsets", "rounds", "submissions"]
