"""The leaves of a version: the nodes that can hold a value. Groups and repeats hold none."""

from collections.abc import Iterator, Sequence
from typing import Any

Node = dict[str, Any]


def leaves(nodes: Sequence[Node], parent: str) -> Iterator[tuple[str, Node]]:
    """Yield every leaf of a tree with its path, in order, however deep it lies; `parent` is the path above the tree."""
    waiting = [(parent, node) for node in reversed(nodes)]
    while waiting:
        above, node = waiting.pop()
        path = f"{above}/{node['name']}"
        if "children" in node:
            waiting += [(path, child) for child in reversed(node["children"])]
        else:
            yield path, node
