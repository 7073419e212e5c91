"""A repair as it is offered, and the change that it would make to a copy of the draft."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

Rows = dict[str, Any]
"""A draft that may be changed."""


class Repair(BaseModel):
    """One thing that a machine can mend: where, what it was, what it becomes, and why."""

    model_config = ConfigDict(frozen=True)

    id: str = Field(
        description="Names the repair as long as the draft is this one.", examples=["bad_name:survey:7:name"]
    )
    sheet: str = Field(examples=["survey"])
    row: int | None = Field(None, description="As the spreadsheet counts: the header is row 1.", examples=[7])
    column: str = Field(examples=["name"])
    was: str = Field(examples=["first name"])
    becomes: str = Field(examples=["first_name"])
    why: str = Field(examples=["Names have no spaces. References to it follow."])

    @property
    def where(self) -> str:
        """The place in one line: `survey, row 7, column name`."""
        row = [] if self.row is None else [f"row {self.row}"]
        return ", ".join([self.sheet, *row, f"column {self.column}"])


@dataclass(frozen=True, slots=True)
class Offer:
    """A repair, and how it is done."""

    repair: Repair
    mend: Callable[[Rows], None]


def offer(
    kind: str, place: tuple[str, int | None, str], was: str, becomes: str, why: str, mend: Callable[[Rows], None]
) -> Offer:
    """Make an offer; its id says what kind it is, and where."""
    sheet, row, column = place
    name = f"{kind}:{sheet}:{'' if row is None else row}:{column}"[:300]
    return Offer(Repair(id=name, sheet=sheet, row=row, column=column, was=was, becomes=becomes, why=why), mend)


def cells(draft: Rows, sheet: str, row: int | None) -> dict[str, str]:
    """Return the cells of a row as the spreadsheet counts, to be changed."""
    found: dict[str, str] = draft["settings"] if sheet == "settings" else draft[sheet][(row or 2) - 2]
    return found


def writes(sheet: str, row: int | None, changes: dict[str, str]) -> Callable[[Rows], None]:
    """Return the change that writes some cells of one row; an empty text takes the cell away."""

    def mend(draft: Rows) -> None:
        found = cells(draft, sheet, row)
        for header, text in changes.items():
            found[header] = text
            if not text:
                del found[header]

    return mend
