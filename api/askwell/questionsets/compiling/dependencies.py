"""What depends on what: the direct readers of every path, the order of calculations, and cycles."""

from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter
from typing import Any

from askwell.logic.trees import Tree
from askwell.questionsets.compiling.references import Model
from askwell.questionsets.compiling.xform import SetValue

Node = dict[str, Any]

_CHANGE_A_VALUE = ("relevant", "calculate")


@dataclass(frozen=True, slots=True)
class Rule:
    """One expression of a node, under the column it stands in."""

    path: str
    name: str
    tree: Tree


@dataclass(slots=True)
class Dependencies:
    """`deps` and `order` of the version document, and the cycles that forbid publishing."""

    deps: dict[str, list[str]] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    cycles: list[list[Rule]] = field(default_factory=list)
    """The rules of each circle."""


def dependencies_of(tree: list[Node], root: str, setvalues: list[SetValue]) -> Dependencies:
    """Work out the dependencies of a whole form."""
    paths: list[str] = [root]
    rules: list[Rule] = []
    _collect(tree, root, paths, rules)
    model = Model(paths, root)
    reads = [(rule, model.reads(rule.tree, rule.path)) for rule in rules]
    place = {path: number for number, path in enumerate(paths)}
    order, circular = _sorted(_graph(reads, model))
    calculated = {rule.path for rule in rules if rule.name == "calculate"}
    return Dependencies(
        deps=_readers(reads, setvalues, place),
        order=[path for path in order if path in calculated],
        cycles=[
            [rule for rule, _read in reads if rule.path in loop and rule.name in _CHANGE_A_VALUE] for loop in circular
        ],
    )


def _collect(nodes: list[Node], parent: str, paths: list[str], rules: list[Rule]) -> None:
    for node in nodes:
        path = f"{parent}/{node['name']}"
        paths.append(path)
        rules += [Rule(path, name, tree) for name, tree in node.get("bind", {}).items()]
        rules += [Rule(path, name, node[name]) for name in ("choice_filter", "seed", "repeat_count") if name in node]
        if "itemset" in node:
            rules.append(Rule(path, "choice_filter", node["itemset"]["nodes"]))
        _collect(node.get("children", []), path, paths, rules)


def _readers(
    reads: list[tuple[Rule, set[str]]], setvalues: list[SetValue], place: dict[str, int]
) -> dict[str, list[str]]:
    """List for every path who reads it, both in the order of the form. A node's own rules are not listed."""
    readers: dict[str, set[str]] = {}
    for rule, read in reads:
        for path in read - {rule.path}:
            readers.setdefault(path, set()).add(rule.path)
    for action in setvalues:
        if action.trigger:
            readers.setdefault(action.trigger, set()).add(action.ref)
    known = {path: found & place.keys() for path, found in readers.items() if path in place}
    return {path: sorted(known[path], key=place.__getitem__) for path in sorted(known, key=place.__getitem__)}


def _graph(reads: list[tuple[Rule, set[str]]], model: Model) -> dict[str, list[str]]:
    """Say for every path which others have to be known first: what its value and its relevance read, and its group."""
    first: dict[str, set[str]] = {path: set() for path in model.paths}
    for path in model.paths:
        for child in model.inside(path):
            first[child].add(path)
    for rule, read in reads:
        if rule.name in _CHANGE_A_VALUE:
            first[rule.path] |= {path for path in read if not f"{rule.path}/".startswith(f"{path}/")}
    return {path: sorted(found) for path, found in first.items()}


def _sorted(first: dict[str, list[str]]) -> tuple[list[str], list[list[str]]]:
    """Sort dependencies first; a cycle is reported once and then cut, so that every other one is found too."""
    cycles: list[list[str]] = []
    while True:
        try:
            return list(TopologicalSorter(first).static_order()), cycles
        except CycleError as error:
            loop: list[str] = error.args[1][1:]
            cycles.append(loop)
            first = {**first, **{path: [] for path in loop}}
