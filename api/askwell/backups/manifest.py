"""The manifest: what a backup says of itself, and by which it is found whole."""

from datetime import datetime
from pathlib import PurePosixPath
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, Field

NAME = "manifest.json"
Kind = Literal["sqlite", "postgresql"]


def _below(name: str) -> str:
    """Refuse a name that leads out of the folder it is unpacked into."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or str(path) != name or name == NAME:
        raise ValueError("a name inside the backup is needed")
    return name


class File(BaseModel):
    """One file of a backup."""

    name: Annotated[str, AfterValidator(_below)]
    bytes: int
    sha256: str


class Facts(BaseModel):
    """What is true of the copy as a whole: read in the same transaction that it was made in."""

    tables: str = Field(description="The migration that its tables are of.")
    epoch: str
    mark: int = Field(description="How far its epoch had come; `logbook`.")
    submissions: int
    conflicts: int


class Manifest(BaseModel):
    """The first file in a backup."""

    askwell_backup: Literal[1] = 1
    release: str
    made_at: datetime
    database: Kind
    facts: Facts
    files: list[File]
