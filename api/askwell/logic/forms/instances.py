"""The nodes that answers live in: what was given, what is read of it, and what the rules make of it just now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from askwell.logic.nodes import Node

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

    def __init__(self, entry: Entry, parent: Node, place: str) -> None:
        super().__init__(entry.name, parent=parent)
        self.entry = entry
        self.place = place
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

    def family(self) -> Iterator[Instance]:
        """Yield this instance and everything inside it."""
        yield self
        for child in self.children:
            if isinstance(child, Instance):
                yield from child.family()


def grow(entry: Entry, parent: Node) -> Instance:
    """Make an instance of an entry with everything in it; a repeat starts with one."""
    instance = Instance(entry, parent, entry.place)
    for child in entry.children:
        grow(child, instance)
    return instance
