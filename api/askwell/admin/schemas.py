"""What the service says about itself."""

from typing import Literal

from pydantic import BaseModel, Field


class Health(BaseModel):
    """The service has just written and read."""

    ok: Literal[True] = True


class ApiRange(BaseModel):
    """The versions of this interface that the server speaks."""

    min: int = 1
    max: int = 1


class SubmissionLimits(BaseModel):
    """How much one request may send; more is sent in several."""

    items: int = 50
    bytes: int = 1024 * 1024


class Hello(BaseModel):
    """What a phone learns first. Captive portals answer 200 to everything; they do not know these words."""

    service: Literal["askwell"] = "askwell"
    api: ApiRange = ApiRange()
    epoch: str = Field(description="Names this copy of the data; another one means it was restored from a backup.")
    limits: SubmissionLimits = SubmissionLimits()
