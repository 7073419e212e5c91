"""What a question set remembers of its making: what importing left out, and which repairs somebody accepted."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Note(BaseModel):
    """One thing that was left out of a file, or mended on somebody's word."""

    model_config = ConfigDict(frozen=True)

    kind: Literal["left_out", "repaired"]
    where: str = Field(examples=["survey, row 7, column name"])
    was: str = Field("", description="The text as it stood in the file or the draft.", examples=["first name"])
    becomes: str = Field("", examples=["first_name"])
    why: str = Field(examples=["Names have no spaces."])
    at: datetime | None = None


def left_out(where: str, was: str, why: str) -> Note:
    """Tell what could not be brought in, and why."""
    return Note(kind="left_out", where=where, was=was[:500], why=why)
