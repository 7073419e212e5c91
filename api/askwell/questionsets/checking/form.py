"""What every check looks at: the rows of a draft, read once; and how a check tells what it found."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property

from askwell.questionsets.faults import DraftFault, Level
from askwell.questionsets.media.medium import NO_MEDIA, Media
from askwell.questionsets.outline import Item, Outline, is_comment, outline
from askwell.questionsets.rows import Draft, Row, rows_of


@dataclass(frozen=True)
class Form:
    """A draft, read, and the media that are kept with it."""

    draft: Draft
    media: Media = field(default_factory=lambda: NO_MEDIA)

    @cached_property
    def survey(self) -> list[Row]:
        """The rows of the survey sheet that are more than a remark."""
        return [row for row in rows_of(self.draft, "survey") if not is_comment(row)]

    @cached_property
    def choices(self) -> list[Row]:
        """The rows of the choices sheet."""
        return rows_of(self.draft, "choices")

    @cached_property
    def settings(self) -> Row:
        """The settings."""
        return rows_of(self.draft, "settings")[0]

    @cached_property
    def outline(self) -> Outline:
        """Questions, groups and repeats with their paths."""
        return outline(self.draft)

    @cached_property
    def items(self) -> list[Item]:
        """The items of the outline."""
        return self.outline.items

    @cached_property
    def names(self) -> set[str]:
        """Every name that `${…}` may use."""
        return self.outline.names()

    @cached_property
    def lists(self) -> dict[str, list[Row]]:
        """The rows of each choice list."""
        found: dict[str, list[Row]] = {}
        for row in self.choices:
            if row.get("list_name"):
                found.setdefault(row.get("list_name"), []).append(row)
        return found


@dataclass(frozen=True, slots=True)
class Place:
    """A cell of the draft."""

    row: Row
    column: str
    language: str = ""

    def error(self, code: str, message: str, remedy: str) -> DraftFault:
        """Tell something that forbids publishing."""
        return self._fault("error", code, message, remedy)

    def warning(self, code: str, message: str, remedy: str) -> DraftFault:
        """Tell something unwise."""
        return self._fault("warning", code, message, remedy)

    def _fault(self, level: Level, code: str, message: str, remedy: str) -> DraftFault:
        return DraftFault(
            level=level,
            sheet=self.row.sheet,
            row=self.row.number,
            column=self.row.header(self.column, self.language),
            text=self.row.get(self.column, self.language),
            message=message,
            remedy=remedy,
            code=code,
        )


def closest(word: str, known: Iterable[str]) -> str | None:
    """Return what the author probably meant: a slip changes the length by little."""
    similar = sorted(candidate for candidate in known if abs(len(candidate) - len(word)) <= 2)
    found = get_close_matches(word, similar, n=1, cutoff=0.6)
    return found[0] if found else None
