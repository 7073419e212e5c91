"""What travels about submissions: from phones and back to them, and to those who may look into quarantine."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

MOST_ITEMS = 50
MOST_BYTES = 1024 * 1024
MOST_ASKED = 500

Status = Literal[
    "received",
    "already_received",
    "quarantined",
    "late",
    "conflict",
    "garbled",
    "unknown_capability",
    "withdrawn",
    "too_large",
    "later",
]
Quality = Literal["ok", "quarantined", "late", "conflict"]


Revision = Annotated[int, Field(ge=1, le=2**31 - 1)]
Sha256 = Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")]


class SubmissionItem(BaseModel):
    """One finished interview, as the phone froze it. A newer phone may send more members than these."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "instance_id": "3f0c7a52-9a55-4b86-8a5c-2c8ad8e5a3c1",
                "rev": 1,
                "sha256": "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
                "content": "{}",
            }
        }
    )

    instance_id: UUID = Field(description="Made by the phone with the first keystroke: UUID version 4.")
    rev: Revision
    sha256: Sha256 = Field(description="Lower-case hex SHA-256 of the UTF-8 bytes of `content`.")
    content: str = Field(description="The envelope, a JSON text. It is stored as it is.")


class Receipt(BaseModel):
    """The server's word that it holds exactly these bytes. Nothing in it tells a time in anonymous rounds."""

    instance_id: UUID
    rev: int
    sha256: str
    epoch: str
    status: Status
    quality: Quality
    parts_missing: list[str] = []
    seq: int | None = None
    received_on: date | None = None


class ItemResult(BaseModel):
    """What became of one item. Decide on `status` and `stored`."""

    instance_id: UUID | None = Field(description="null when the item was too garbled to read its id.")
    rev: int | None
    sha256: str | None = Field(description="What the server computed of the bytes that arrived.")
    status: Status
    stored: bool
    detail: str | None = None
    receipt: Receipt | None = None


class SubmissionResults(BaseModel):
    """One result per item, in the order in which they were sent."""

    epoch: str
    results: list[ItemResult]


class AskedItem(BaseModel):
    """An interview that the phone holds, by the bytes it holds of it."""

    instance_id: UUID
    rev: Revision
    sha256: Sha256


class StatusQuery(BaseModel):
    """What a phone asks about, all of it sent with one capability. A newer phone may say more than this."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "items": [
                    {
                        "instance_id": "3f0c7a52-9a55-4b86-8a5c-2c8ad8e5a3c1",
                        "rev": 1,
                        "sha256": "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
                    }
                ]
            }
        }
    )

    items: list[AskedItem] = Field(min_length=1, max_length=MOST_ASKED)


class ItemStatus(BaseModel):
    """Whether the server holds an interview now, whatever it once said."""

    instance_id: UUID
    rev: int
    have: str | None = Field(description="The SHA-256 that was asked about, if exactly these bytes are here.")
    parts_missing: list[str] = []
    safe: bool = Field(
        description="These bytes were read out of a backup that was restored on trial. "
        "In an anonymous round this is told of settled groups only."
    )


class StatusAnswer(BaseModel):
    """One status per item, in the order in which they were asked about."""

    epoch: str
    backup_seq: int = Field(description="How many backups were restored on trial and found whole.")
    items: list[ItemStatus]


class Quarantined(BaseModel):
    """A submission that was stored but not understood."""

    instance_id: UUID
    rev: int
    problem: str
    sentence: str
    late: bool | None = Field(description="null in anonymous rounds: it would tell a time.")
    content: str


class QuarantinePage(BaseModel):
    """Some of the submissions in quarantine."""

    items: list[Quarantined]
    next: str | None


class Kept(BaseModel):
    """One of two contents that came under one id."""

    sha256: str
    content: str


class ConflictingSubmission(BaseModel):
    """Two different contents under one id. Neither wins by itself."""

    instance_id: UUID
    rev: int
    kept: Kept
    other: Kept


class ConflictPage(BaseModel):
    """Some of the conflicts of a round."""

    items: list[ConflictingSubmission]
    next: str | None
