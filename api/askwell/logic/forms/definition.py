"""A version document made ready once, for any number of interviews: an entry per node, its rules prepared, in order."""

from __future__ import annotations

from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING, Any

from askwell.logic.evaluating import compile_tree
from askwell.logic.functions import FUNCTIONS
from askwell.logic.trees import functions_used

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from askwell.logic.paths import Evaluator
    from askwell.logic.trees import Tree

_BINDS = ("relevant", "readonly", "required", "calculate", "constraint")
_OTHERS = ("choice_filter", "seed", "repeat_count")


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule that cannot be used; the form goes on without it."""

    path: str
    rule: str
    message: str


class Entry:
    """A node as published: its rules ready to be asked, and the entries whose rules read it."""

    __slots__ = (
        "children",
        "choice_names",
        "faults",
        "is_group",
        "is_repeat",
        "name",
        "node",
        "parent",
        "path",
        "place",
        "rank",
        "readers",
        "rules",
        "type",
        "uses",
    )

    def __init__(self, node: dict[str, Any], parent: Entry | None) -> None:
        self.node = node
        self.name: str = node["name"]
        self.type: str = node["type"]
        self.parent = parent
        self.path: str = f"{parent.path if parent else ''}/{self.name}"
        self.place: str = f"{parent.place if parent else ''}/{self.name}{'[1]' if self.type == 'repeat' else ''}"
        self.is_group = "children" in node
        self.is_repeat = self.type == "repeat"
        self.children: list[Entry] = []
        self.readers: list[Entry] = []
        self.rank = 0
        self.choice_names: frozenset[str] | None = None
        self.faults: list[Fault] = []
        self.rules: dict[str, Evaluator] = {}
        self.uses: dict[str, set[str]] = {}
        for rule, tree in _trees(node):
            self._prepare(rule, tree)
        if parent is not None:
            parent.children.append(self)

    def _prepare(self, rule: str, tree: Tree) -> None:
        unknown = sorted(functions_used(tree) - FUNCTIONS.keys())
        if unknown:
            self.faults.append(Fault(self.path, rule, f"There is no function {unknown[0]}()."))
            return
        self.rules[rule] = compile_tree(tree)
        self.uses[rule] = functions_used(tree)

    def around(self) -> Iterator[Entry]:
        """Yield the groups and repeats around it, innermost first."""
        if self.parent is not None:
            yield self.parent
            yield from self.parent.around()

    def family(self) -> Iterator[Entry]:
        """Yield this entry and everything inside it, in the order of the form."""
        yield self
        for child in self.children:
            yield from child.family()


class Definition:
    """A published version, ready to be opened; nothing in it changes, so interviews may share it."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.document = document
        self.default_language: str = document.get("default_language", "und")
        self.lists: dict[str, list[dict[str, Any]]] = document.get("lists", {})
        self.rows: dict[str, list[dict[str, str]]] = document.get("instances", {})
        self.root = Entry({"name": document["root"], "type": "group", "children": document["tree"]}, None)
        _grow(self.root)
        self.entries = {entry.path: entry for entry in self.root.family()}
        self._connect(document.get("deps", {}))
        self.ranked = _ranked(self.root, list(self.entries.values()))
        self.setvalues = [SetValue(each) for each in document.get("setvalues", [])]

    def _connect(self, deps: Mapping[str, list[str]]) -> None:
        """Tell every entry its readers; whoever reads a group reads everything inside it."""
        for entry in self.entries.values():
            if entry.node.get("list") in self.lists:
                entry.choice_names = frozenset(choice["name"] for choice in self.lists[entry.node["list"]])
            inherited = [] if entry.parent is None else entry.parent.readers
            own = [self.entries[path] for path in deps.get(entry.path, ()) if path in self.entries]
            entry.readers = [reader for reader in dict.fromkeys([*own, *inherited]) if reader is not entry]


class SetValue:
    """An action that fills in an answer when the form is opened, or when its trigger changes."""

    __slots__ = ("events", "faults", "ref", "trigger", "value")

    def __init__(self, action: Mapping[str, Any]) -> None:
        self.events: frozenset[str] = frozenset(action["event"].split())
        self.ref: str = action["ref"]
        self.trigger: str = action.get("trigger", "")
        self.value = compile_tree(action["value"])


def _trees(node: dict[str, Any]) -> Iterator[tuple[str, Tree]]:
    binds = node.get("bind", {})
    for rule in _BINDS:
        if rule in binds:
            yield rule, binds[rule]
    for rule in _OTHERS:
        if rule in node:
            yield rule, node[rule]
    if "itemset" in node:
        yield "itemset", node["itemset"]["nodes"]


def _grow(parent: Entry) -> None:
    for node in parent.node["children"]:
        entry = Entry(node, parent)
        if entry.is_group:
            _grow(entry)


def _ranked(root: Entry, entries: list[Entry]) -> list[Entry]:
    """Order entries so that each stands after what it reads and after its group; cycles are cut, not followed."""
    before: dict[Entry, set[Entry]] = {entry: {entry.parent} if entry.parent else set() for entry in root.family()}
    for entry in entries:
        around = set(entry.around())
        for reader in entry.readers:
            if reader not in around:
                before[reader].add(entry)
    while True:
        try:
            ranked = list(TopologicalSorter(before).static_order())
        except CycleError as error:
            loop: list[Entry] = error.args[1]
            for entry in loop:
                before[entry] = {entry.parent} if entry.parent else set()
            continue
        for rank, entry in enumerate(ranked):
            entry.rank = rank
        return ranked
