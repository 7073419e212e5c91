"""What the desk may see of a round: a band, and per question what may be shown."""

from typing import Literal

from pydantic import BaseModel, Field

from askwell.analysis.banding import Band

Kind = Literal["choices", "number", "text", "rank", "date"]
State = Literal["skipped", "rather_not_say", "dont_know", "not_asked", "not_reached"]
WhyNot = Literal["fewer_than_k", "no_answers"]

_HIDDEN = "null where it could tell about fewer than k people."


class Progress(BaseModel):
    """How many have answered, as coarsely as it is told to anybody."""

    band: Band
    k: int


class ChoiceCount(BaseModel):
    """How many chose it: of a ranking, how many put it first."""

    name: str
    label: dict[str, str]
    count: int | None = Field(description=_HIDDEN)
    mean_place: float | None = Field(None, description="Of a ranking: its mean place, 1 is the first.")


class Summary(BaseModel):
    """What the answers to one question come to. Dates are choices, too: a month or an hour each."""

    kind: Kind
    choices: list[ChoiceCount] = []
    min: float | None = Field(None, description="In anonymous rounds null, unless at least k people share it.")
    max: float | None = Field(None, description="In anonymous rounds null, unless at least k people share it.")
    mean: float | None = None
    median: float | None = None
    texts: list[str] = Field([], description="In random order; in anonymous rounds only when there are 10 or more.")


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
    suppressed: bool = Field(description="Fewer than k people answered it: nothing of it is shown.")


class Results(BaseModel):
    """The results of a round. An anonymous round changes in groups of at least k people, never by one."""

    band: Band
    shown: bool
    why_not: WhyNot | None
    updated_in_groups_of: int | None = Field(
        description="k of an anonymous round; null where every answer counts at once."
    )
    questions: list[QuestionResult]
