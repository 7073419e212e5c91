"""Where the larger, external material lives, and how its XML documents become the engine's nodes."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

from askwell.logic.nodes import DOCUMENT, TEXT, Node

DATA = Path(__file__).parents[3] / "shared" / "data" / "xlsform"


def build(xml: str | None) -> Node:
    """Turn an XML document into nodes; of its namespaces only the local names are kept."""
    root = Node(DOCUMENT)
    if xml:
        _adopt(root, ElementTree.fromstring(xml))  # noqa: S314 - the test's own data
    return root


def _adopt(parent: Node, element: ElementTree.Element) -> None:
    node = Node(_local(element.tag), parent=parent)
    for name, value in element.attrib.items():
        node.add_attribute(_local(name), value)
    if element.text:
        Node(TEXT, element.text, node)
    for child in element:
        _adopt(node, child)
        if child.tail:
            Node(TEXT, child.tail, node)


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def at(root: Node, path: str) -> Node:
    """Find the node at a path such as `/data[1]/rep[2]/x[1]`."""
    node = root
    for name, place in re.findall(r"/([^/\[]+)(?:\[(\d+)\])?", path):
        node = node.named[name][int(place or 1) - 1]
    return node


def make(root: Node, path: str) -> Node:
    """Make the node at a path, and whatever is missing on the way to it."""
    node = root
    for name, place in re.findall(r"/([^/\[]+)(?:\[(\d+)\])?", path):
        while len(node.named.get(name, [])) < int(place or 1):
            Node(name, parent=node)
        node = node.named[name][int(place or 1) - 1]
    return node


def full_path(node: Node) -> str:
    """Write a node's place with a number at every step, and an attribute with @."""
    steps: list[str] = []
    while node.parent is not None:
        if node in node.parent.attributes:
            steps.append(f"@{node.name}")
        else:
            name = "text()" if node.name == TEXT else node.name
            steps.append(f"{name}[{node.parent.named[node.name].index(node) + 1}]")
        node = node.parent
    return "/" + "/".join(reversed(steps))
