"""What clients send and see of question sets, versions and the starter library."""

from datetime import datetime
from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from askwell.clock import in_utc
from askwell.identity.schemas import Line
from askwell.questionsets import models, starter
from askwell.questionsets.describing import Facts, facts_of_document, facts_of_draft
from askwell.questionsets.faults import DraftFault
from askwell.questionsets.notes import Note
from askwell.questionsets.repairing import Repair
from askwell.questionsets.rows import MOST_ROWS

# Everything XML can hold: no control characters but tab and line ends, no halves of surrogate pairs.
Cell = Annotated[str, StringConstraints(max_length=32_767, pattern=r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]*$")]
Header = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"^[^\x00-\x1f\ufffe\uffff]+$")]
SheetRow = Annotated[dict[Header, Cell], Field(max_length=200)]
Rows = Annotated[list[SheetRow], Field(max_length=MOST_ROWS)]

_SURVEY = [
    {"type": "integer", "name": "years", "label::English (en)": "How many years have you worked here?"},
    {
        "type": "select_one yes_no",
        "name": "again",
        "label::English (en)": "Would you choose this job again?",
        "relevant": "${years} >= 1",
    },
]
_CHOICES = [
    {"list_name": "yes_no", "name": "yes", "label::English (en)": "Yes"},
    {"list_name": "yes_no", "name": "no", "label::English (en)": "No"},
]


class Draft(BaseModel):
    """The rows of an XLSForm workbook: each an object from column to text, empty cells left out."""

    model_config = ConfigDict(extra="forbid", coerce_numbers_to_str=True)

    survey: Rows = Field(examples=[_SURVEY])
    choices: Rows = Field([], examples=[_CHOICES])
    settings: SheetRow = Field({}, examples=[{"form_title": "A few questions", "default_language": "English (en)"}])
    external_choices: Rows | None = None
    entities: Rows | None = None
    osm: Rows | None = None

    def rows(self) -> dict[str, Any]:
        """Return the sheets that are there, as they are stored."""
        return self.model_dump(exclude_none=True)


class NewQuestionSet(BaseModel):
    """A question set to be made: empty, copied from the starter library, or from a draft."""

    model_config = ConfigDict(extra="forbid")

    title: Line = Field(examples=["Autumn pulse"])
    pack: str | None = Field(None, max_length=100, description="A key of the starter library.", examples=["pulse"])
    draft: Draft | None = None

    @model_validator(mode="after")
    def _one_source(self) -> Self:
        if self.pack is not None and self.draft is not None:
            raise ValueError("send a pack or a draft, not both")
        return self


class Language(BaseModel):
    """A language of a question set."""

    code: str = Field(examples=["es"])
    name: str = Field(examples=["Español"])


class VersionName(BaseModel):
    """The number and the hash of a version."""

    id: UUID
    number: int = Field(examples=[1])
    version_hash: str = Field(description="Hex SHA-256 of the version document's bytes.")


class VersionSummary(VersionName):
    """A published version. Nothing about it ever changes."""

    title: str
    published_at: datetime
    languages: list[Language]
    questions: int

    @classmethod
    def of(cls, version: models.Version) -> Self:
        """Describe a version by what its document holds."""
        facts = facts_of_document(version.document)
        known = version.model_dump(include={"id", "number", "version_hash", "title"})
        return cls(**known, **_facts(facts), published_at=in_utc(version.published_at))


class QuestionSetSummary(BaseModel):
    """A question set without its rows."""

    id: UUID
    title: str
    questions: int = Field(description="How many rows of the draft a person answers.")
    languages: list[Language]
    draft_rev: int = Field(description="Counts up with every saved draft; its ETag.")
    latest_version: VersionName | None
    draft_changed: bool = Field(description="Whether the draft differs from the latest version.")
    copied_from: str | None = Field(description="The key in the starter library, if it began there.")
    retired: bool

    @classmethod
    def of(cls, known: models.QuestionSet, latest: models.Version | None, *, media_changed: bool) -> Self:
        """Describe a question set and where it, with its media, stands against its latest version."""
        return cls(**cls._values(known, latest, media_changed))

    @staticmethod
    def _values(known: models.QuestionSet, latest: models.Version | None, media_changed: bool) -> dict[str, Any]:
        name = None if latest is None else VersionName(**latest.model_dump(include=set(VersionName.model_fields)))
        return {
            **known.model_dump(include={"id", "title", "draft_rev", "copied_from", "retired"}),
            **_facts(facts_of_draft(known.draft)),
            "latest_version": name,
            "draft_changed": latest is None or latest.draft != known.draft or media_changed,
        }


class QuestionSet(QuestionSetSummary):
    """A question set with its draft."""

    draft: dict[str, Any] = Field(examples=[{"survey": _SURVEY, "choices": _CHOICES, "settings": {}}])
    notes: list[Note] = Field(description="What importing left out, and which repairs were accepted, the oldest first.")

    @classmethod
    def of(cls, known: models.QuestionSet, latest: models.Version | None, *, media_changed: bool) -> Self:
        """Describe a question set with every row."""
        return cls(**cls._values(known, latest, media_changed), draft=known.draft, notes=known.notes)


class QuestionSetPage(BaseModel):
    """Question sets in the order of their titles."""

    items: list[QuestionSetSummary]
    next: UUID | None = Field(description="Ask again with this as `cursor`; null at the end.")


class VersionPage(BaseModel):
    """Versions of a question set, the newest first."""

    items: list[VersionSummary]
    next: int | None = Field(description="Ask again with this as `cursor`; null at the end.")


class CheckReport(BaseModel):
    """Everything that is wrong with a draft."""

    ok: bool = Field(description="Whether it can be published. Warnings do not stand in the way.")
    faults: list[DraftFault]
    repairs: list[Repair] = Field(description="What could be mended for the author, each only on their word.")


class AcceptedRepairs(BaseModel):
    """The repairs that an author wants; all others stay undone."""

    model_config = ConfigDict(extra="forbid")

    accept: list[Annotated[str, StringConstraints(max_length=300)]] = Field(
        min_length=1, max_length=MOST_ROWS, examples=[["bad_name:survey:7:name"]]
    )


class StarterLibrary(BaseModel):
    """What an organization may copy from."""

    wording: str = Field(
        starter.WORDING, description="Nobody has validated this wording: pilot it before you rely on it."
    )
    items: list[starter.StarterSet]


def _facts(facts: Facts) -> dict[str, Any]:
    languages = [Language(code=language.code, name=language.name) for language in facts.languages]
    return {"questions": facts.questions, "languages": languages}
