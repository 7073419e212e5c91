"""The survey sheet as a tree: which row stands in which group, and the path its answer will have."""

from collections.abc import Iterable
from dataclasses import dataclass

from askwell.questionsets.question_types import ANSWERED, QuestionType, names_choices, read_type
from askwell.questionsets.rows import Draft, Row, rows_of


@dataclass(frozen=True, slots=True)
class Item:
    """A row that makes a node: a question, or the beginning of a group or a repeat."""

    row: Row
    type: QuestionType | None
    path: str
    parent: str

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rpartition("/")[2]

    @property
    def is_answered(self) -> bool:
        """Whether a person answers it."""
        if self.type is None or self.type.kind not in ANSWERED:
            return False
        return not (self.type.is_select and names_choices(self.row.get("appearance")))


@dataclass(frozen=True, slots=True)
class Outline:
    """All items in order, and the rows that close what was not open or leave something open."""

    items: list[Item]
    never_begun: list[Row]
    never_ended: list[Item]

    def by_path(self) -> dict[str, Item]:
        """Return the first item of each path."""
        found: dict[str, Item] = {}
        for item in self.items:
            found.setdefault(item.path, item)
        return found

    def names(self) -> set[str]:
        """Return every name that a reference may use."""
        return {item.name for item in self.items if item.name}


def root_name(draft: Draft) -> str:
    """Return the name of the root node: the setting `name`, or `data`."""
    [settings] = rows_of(draft, "settings")
    return settings.get("name") or "data"


def outline(draft: Draft) -> Outline:
    """Walk the survey sheet once, keeping track of what is open."""
    return _outline(rows_of(draft, "survey"), f"/{root_name(draft)}")


def _outline(rows: Iterable[Row], root: str) -> Outline:
    items: list[Item] = []
    never_begun: list[Row] = []
    open_items: list[Item] = []
    for row in rows:
        kind = read_type(row.get("type"))
        if kind is not None and kind.ends:
            if open_items and _closes(kind, open_items[-1]):
                open_items.pop()
            else:
                never_begun.append(row)
            continue
        if is_comment(row):
            continue
        parent = open_items[-1].path if open_items else root
        item = Item(row, kind, f"{parent}/{_name(row, kind)}", parent)
        items.append(item)
        if kind is not None and kind.begins:
            open_items.append(item)
    return Outline(items, never_begun, open_items)


def _name(row: Row, kind: QuestionType | None) -> str:
    """Take the name as written; notes may do without, and then have the one that pyxform makes up."""
    if row.get("name") or kind is None or kind.kind != "note":
        return row.get("name")
    return f"generated_note_name_{row.number}"


def is_comment(row: Row) -> bool:
    """Whether a row is only a remark: it has no type, and neither a name nor a label."""
    disabled = row.get("disabled").lower() in {"yes", "true", "true()"}
    return disabled or (not row.get("type") and not row.get("name") and not row.texts("label"))


def _closes(end: QuestionType, begun: Item) -> bool:
    return begun.type is not None and begun.type.kind.removeprefix("begin ") == end.kind.removeprefix("end ")


def count_questions(draft: Draft) -> int:
    """Count the rows that a person answers."""
    return sum(item.is_answered for item in outline(draft).items)
