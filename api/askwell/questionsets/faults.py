"""What is wrong with a draft: one fault, told to a person who knows spreadsheets."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Level = Literal["error", "warning"]


class DraftFault(BaseModel):
    """One thing that is wrong (`error`: it cannot be published) or unwise (`warning`), where, and how to mend it."""

    model_config = ConfigDict(frozen=True)

    level: Level
    sheet: str = Field(examples=["survey"])
    row: int | None = Field(None, description="As the spreadsheet counts: the header is row 1.", examples=[7])
    column: str | None = Field(None, examples=["relevant"])
    text: str = Field("", description="The text in question, as it stands in the draft.", examples=["${agee} > 17"])
    message: str = Field(examples=["No question is called agee."])
    remedy: str = Field(examples=["Write ${age}, or add a question with that name."])
    code: str = Field(examples=["unknown_reference"])

    @property
    def where(self) -> str:
        """The place in one line: `survey, row 7, column relevant`."""
        parts = [self.sheet]
        if self.row is not None:
            parts.append(f"row {self.row}")
        if self.column:
            parts.append(f"column {self.column}")
        return ", ".join(parts)


def errors_of(faults: list[DraftFault]) -> list[DraftFault]:
    """Return the faults that stand in the way of publishing."""
    return [fault for fault in faults if fault.level == "error"]


def in_order(faults: list[DraftFault]) -> list[DraftFault]:
    """Return the faults as a reader goes through the workbook, each once, errors before warnings in the same row."""
    sheets = {"survey": 0, "choices": 1, "settings": 2}
    once = dict.fromkeys(faults)
    return sorted(once, key=lambda fault: (sheets.get(fault.sheet, 3), fault.row or 0, fault.level, fault.column or ""))
