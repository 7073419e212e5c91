"""Where the larger, external material lives, and making nodes at a path."""

from __future__ import annotations

import re
from pathlib import Path

from askwell.logic.nodes import Node

DATA = Path(__file__).parents[3] / "shared" / "data" / "xlsform"


def make(root: Node, path: str) -> Node:
    """Make the node at a path, and whatever is missing on the way to it."""
    node = root
    for name, place in re.findall(r"/([^/\[]+)(?:\[(\d+)\])?", path):
        while len(node.named.get(name, [])) < int(place or 1):
            Node(name, parent=node)
        node = node.named[name][int(place or 1) - 1]
    return node
