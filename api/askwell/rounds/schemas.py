"""What travels about rounds: to phones, and to the desk."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from askwell.identity.schemas import Line
from askwell.rounds.states import Mode, State, Word

Hash = Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")]


class Join(BaseModel):
    """A phone asks to be let in: with a code, and the hash of the secret it has made."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"example": {"code": "7F3KD-Q2MHT", "capability_hash": "9c56cc51" * 8}},
    )

    code: str = Field(max_length=64)
    capability_hash: Hash


class LanguageOfRound(BaseModel):
    """A language that the questions are written in."""

    code: str
    name: str


class RoundForPhone(BaseModel):
    """Everything a phone must know about its round, but the questions."""

    round_id: UUID
    organization: str
    title: str
    mode: Mode
    word: Word
    state: State
    version_hash: str
    k: int
    opens_on: date
    closes_on: date | None
    languages: list[LanguageOfRound]
    invented: bool = Field(description="Demonstration data: the organization does not exist.")


class NewRound(BaseModel):
    """What an organization decides when it opens a round."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {
                "title": "Autumn pulse",
                "version_id": "5d2c7a1e-8f0b-4a53-9d0e-6a1f3f0b7c11",
                "mode": "cards",
                "k": 5,
                "closes_on": "2026-12-18",
                "cards": 40,
            }
        },
    )

    title: Line
    version_id: UUID
    mode: Mode
    k: int = Field(5, ge=5, le=100, description="The smallest number of people that may be shown together.")
    opens_on: date | None = Field(None, description="Today when absent.")
    closes_on: date | None = None
    cards: int = Field(0, ge=0, le=500, description="Cards to make at once; only in the mode `cards`.")

    @model_validator(mode="after")
    def _in_order(self) -> "NewRound":
        if self.opens_on and self.closes_on and self.closes_on < self.opens_on:
            raise ValueError("closes_on is before opens_on")
        if self.cards and self.mode != "cards":
            raise ValueError("cards are for the mode 'cards' only")
        return self


class QuestionSetOfRound(BaseModel):
    """The question set that is asked."""

    id: UUID
    title: str


class VersionOfRound(BaseModel):
    """The published version that is asked."""

    id: UUID
    number: int
    version_hash: str


class RoundSummary(BaseModel):
    """A round at the desk."""

    id: UUID
    title: str
    question_set: QuestionSetOfRound
    version: VersionOfRound
    mode: Mode
    word: Word
    state: State
    k: int
    opens_on: date
    closes_on: date | None
    link: str | None
    join_code: str | None
    cards: int = Field(description="Cards ever made. How many were used is told to nobody.")


class NewCards(BaseModel):
    """How many cards to make."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"count": 40}})

    count: int = Field(ge=1, le=500)


class Cards(BaseModel):
    """New cards. They are shown this once; the server keeps hashes only."""

    codes: list[str]
    links: list[str]


class RoundOpened(RoundSummary):
    """A round just opened, with its first cards if some were asked for."""

    new_cards: Cards | None = None


class RoundPage(BaseModel):
    """Some rounds of an organization."""

    items: list[RoundSummary]
    next: str | None
