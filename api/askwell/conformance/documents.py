"""XML documents as the engine's nodes, and places in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]  # the package has no types

from askwell.logic.nodes import DOCUMENT, TEXT, Node

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_STEP = re.compile(r"/([^/\[]+)(?:\[(\d+)\])?")


def build(xml: str | None) -> Node:
    """Turn an XML document into nodes; of its namespaces only the local names are kept."""
    root = Node(DOCUMENT)
    if xml:
        _adopt(root, fromstring(xml))
    return root


def _adopt(parent: Node, element: Element) -> None:
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
    """Find the node at a path such as `/data[1]/rep[2]/x[1]`; raises `KeyError` or `IndexError` where there is none."""
    node = root
    for name, place in _STEP.findall(path):
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


def written(node: Node) -> dict[str, Any]:
    """Write a node and everything inside it as JSON, for an engine that reads no XML."""
    found: dict[str, Any] = {"name": node.name}
    if node.value:
        found["value"] = node.value
    if node.attributes:
        found["attributes"] = {each.name: each.value for each in node.attributes}
    if node.children:
        found["children"] = [written(child) for child in node.children]
    return found
