"""Stamps: values that tell when an interview was answered, or on whose phone. In anonymous rounds none leaves it.

A question that a person answers is never a stamp, whatever its default says: what they see and leave is their answer.
"""

from collections.abc import Mapping

from askwell.logic.trees import Tree, walk
from askwell.questionsets.leaves import Node, leaves
from askwell.questionsets.question_types import ANSWERED

_TIMES = {"start", "end", "today", "audit"}
_PHONES = {"deviceid", "username", "email", "phonenumber", "simserial", "subscriberid", "start-geopoint"}
_CLOCKS = {"now", "today"}


def mark_stamps(tree: list[Node], root: str, setvalues: list[Node], deps: Mapping[str, list[str]]) -> None:
    """Set `stamp` on every node whose value comes from the clock or the phone, directly or by way of another."""
    nodes = dict(leaves(tree, root))
    set_by_clock = {action["ref"] for action in setvalues if reads_clock(action["value"])}
    waiting = [path for path, node in nodes.items() if _is_stamp(node, by_clock=path in set_by_clock)]
    while waiting:
        path = waiting.pop()
        if nodes[path].get("stamp"):
            continue
        nodes[path]["stamp"] = True
        waiting += [reader for reader in deps.get(path, ()) if "calculate" in nodes.get(reader, {}).get("bind", {})]


def reads_clock(tree: Tree) -> bool:
    """Return whether an expression asks for the date or the time."""
    return any(part[0] == "call" and part[1] in _CLOCKS for part in walk(tree))


def _is_stamp(node: Node, *, by_clock: bool) -> bool:
    calculation = node.get("bind", {}).get("calculate")
    if node["type"] in _TIMES | _PHONES or (calculation is not None and reads_clock(calculation)):
        return True
    return by_clock and node["type"] not in ANSWERED
