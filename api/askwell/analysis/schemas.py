"""What the desk may see of a round: a band, and per question what may be shown."""

from typing import Literal

from pydantic import BaseModel, Field

from askwell.analysis.banding import Band

Kind = Literal["choices", "number", "text", "rank", "date"]
State = Literal["skipped", "rather_not_say", "dont_know", "not_asked", "not_reached"]
WhyNot = Literal["fewer_than_k"]

_HIDDEN = "null where it could tell about fewer than k people."
_ROUNDED = "Rounded to a step that k people could move it by; null where that is too coarse."
_SHARED = "null unless 2k people answered, and at least k of them exactly this."


class Progress(BaseModel):
    """How many have answered, as coarsely as it is told to anybody."""

    band: Band
    k: int


class ChoiceCount(BaseModel):
    """How many chose it: of a ranking, how many put it first."""

    name: str
    label: dict[str, str]
    count: int | None = Field(description=_HIDDEN)
    mean_place: float | None = Field(None, description="Of a ranking: its mean place, 1 is the first. " + _ROUNDED)


class Summary(BaseModel):
    """What the answers to one question come to. Dates are choices, too: a month or an hour each."""

    kind: Kind
    choices: list[ChoiceCount] = []
    mean: float | None = Field(None, description=_ROUNDED)
    median: float | None = Field(None, description=_SHARED)
    texts: list[str] = Field(
        [], description="In random order, when there are 10 or more; not all, where `answered` is null."
    )


class QuestionResult(BaseModel):
    """One question with its results."""

    path: str
    name: str
    type: str
    label: dict[str, str]
    theme: list[str]
    answered: int | None = Field(description=_HIDDEN)
    states: dict[State, int | None] | None = Field(description="Why others have no answer. " + _HIDDEN)
    summary: Summary | None
    suppressed: bool = Field(description="Nothing of it can be shown without telling about fewer than k people.")


class Results(BaseModel):
    """The results of a round, without what could tell about fewer than k people. Anonymous rounds change in groups."""

    band: Band
    shown: bool
    why_not: WhyNot | None
    updated_in_groups_of: int | None = Field(
        description="k of an anonymous round; null where every answer counts at once."
    )
    languages: list[str] = Field(description="Those the questions are written in, also when nothing is shown yet.")
    questions: list[QuestionResult]
