"""The nodes that answers live in: what was given, what is read of it, and what the rules make of it just now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from askwell.logic.dates import Moment
from askwell.logic.nodes import Node
from askwell.logic.values import Value, answer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from askwell.logic.forms.definition import Entry, Fault


class Instance(Node):
    """One node of one interview. `value` is what expressions read; `raw` is the answer, which is never dropped."""

    __slots__ = (
        "constraint_ok",
        "entry",
        "faults",
        "is_restored",
        "is_stale",
        "own_readonly",
        "own_relevant",
        "passing",
        "place",
        "raw",
        "readonly",
        "relevant",
        "required",
        "result",
        "seed",
    )

    def __init__(self, entry: Entry, parent: Node | None = None) -> None:
        super().__init__(entry.name, parent=parent)
        self.entry = entry
        self.place = entry.place
        self.raw: str = entry.node.get("default", "")
        self.own_relevant = True
        self.relevant = True
        self.own_readonly = False
        self.readonly = False
        self.required = False
        self.constraint_ok = True
        self.result = ""
        self.is_restored = False
        self.is_stale = False
        self.passing: list[dict[str, Any]] | None = None
        self.seed: float | None = None
        self.faults: dict[str, Fault] = {fault.rule: fault for fault in entry.faults} if entry.faults else {}

    def path(self) -> str:
        """Write the node's place; inside repeats with positions, as in `/data/trip[2]/cost`."""
        return self.place

    def number(self, base: str, position: int) -> None:
        """Tell where it stands, and everything inside it: below a place, and among the repeats of its name from 1."""
        self.place = f"{base}/{self.name}[{position}]" if self.entry.is_repeat else f"{base}/{self.name}"
        for twins in self.named.values():
            for at, child in enumerate(twins, start=1):
                if isinstance(child, Instance):
                    child.number(self.place, at)

    def twins(self, entry: Entry) -> list[Instance]:
        """Give the instances of an entry right inside this one, in order."""
        return [child for child in self.named.get(entry.name, ()) if isinstance(child, Instance)]

    def take(self, child: Instance) -> None:
        """Take in an instance as the last of its name, before what stands after it in the form."""
        entries = self.entry.children
        before = entries[: entries.index(child.entry) + 1]
        self.adopt(child, sum(len(self.named.get(entry.name, ())) for entry in before))

    def family(self) -> Iterator[Instance]:
        """Yield this instance and everything inside it."""
        yield self
        for child in self.children:
            if isinstance(child, Instance):
                yield from child.family()


def grow(entry: Entry, parent: Node | None, *, first: bool = True) -> Instance:
    """Make an instance of an entry with everything in it.

    A form opens with one of each repeat. One that is added later begins with none of those inside it, as in ODK's.
    """
    instance = Instance(entry, parent)
    for child in entry.children:
        if first or not child.is_repeat:
            grow(child, instance, first=first)
    return instance


def stored(value: Value, kind: str) -> str:
    """Write a result as an answer: not a number is blank, and a date or time keeps only its part of a moment."""
    if isinstance(value, Moment):
        return {"date": value.day.text, "time": value.time_text}.get(kind, value.text)
    return answer(value)
