"""The light tree that paths walk over: groups and questions, the rows of a choice list, any named texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

DOCUMENT = "#document"
TEXT = "#text"


class Node:
    """A named text with children. `text` is what an expression reads, whatever is kept elsewhere."""

    __slots__ = ("attributes", "children", "name", "named", "parent", "value")

    def __init__(self, name: str, value: str = "", parent: Node | None = None) -> None:
        self.name = name
        self.value = value
        self.parent = parent
        self.children: list[Node] = []
        self.named: dict[str, list[Node]] = {}
        self.attributes: list[Node] = []
        if parent is not None:
            parent.adopt(self)

    @property
    def text(self) -> str:
        """The node's own text, or that of everything inside it."""
        if not self.children:
            return self.value
        return "".join(child.text for child in self.children)

    @property
    def is_element(self) -> bool:
        """Whether `*` matches it."""
        return not self.name.startswith("#")

    def adopt(self, child: Node, position: int | None = None) -> None:
        """Take a node as a child, last unless a position among all children is given."""
        child.parent = self
        if position is not None:
            self.children.insert(position, child)
            self.named[child.name] = [each for each in self.children if each.name == child.name]
            return
        self.children.append(child)
        if child.name in self.named:
            self.named[child.name].append(child)
        else:
            self.named[child.name] = [child]

    def release(self, child: Node) -> None:
        """Let a child go."""
        self.children.remove(child)
        self.named[child.name].remove(child)

    def add_attribute(self, name: str, value: str) -> None:
        """Give the node an attribute, which only the attribute axis reaches."""
        attribute = Node(name, value)
        attribute.parent = self
        self.attributes.append(attribute)

    def ancestors(self) -> Iterator[Node]:
        """Yield the parent, its parent, and so on up to the document."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def descendants(self) -> Iterator[Node]:
        """Yield everything inside, in document order."""
        for child in self.children:
            yield child
            yield from child.descendants()

    def order(self) -> tuple[int, ...]:
        """Say where the node stands in its document, as a key to sort by."""
        places: list[int] = []
        node: Node = self
        while node.parent is not None:
            siblings = node.parent.children
            places.append(siblings.index(node) + 1 if node in siblings else 0)
            node = node.parent
        return tuple(reversed(places))

    def path(self) -> str:
        """Write the node's place in words: `/data/trip[2]/cost`; siblings of one name are counted from 1."""
        steps: list[str] = []
        node: Node = self
        while node.parent is not None:
            twins = node.parent.named.get(node.name, [])
            steps.append(f"{node.name}[{twins.index(node) + 1}]" if len(twins) > 1 else node.name)
            node = node.parent
        return "/" + "/".join(reversed(steps))


def document(children: Mapping[str, str] | None = None) -> Node:
    """Start an empty document, or one whose children are named texts."""
    root = Node(DOCUMENT)
    for name, value in (children or {}).items():
        Node(name, value, root)
    return root


def rows(records: list[dict[str, str]]) -> Node:
    """Build a secondary instance: `root` with one `item` per record, reached as `instance('x')/root/item`."""
    start = document()
    root = Node("root", parent=start)
    for record in records:
        item = Node("item", parent=root)
        for name, value in record.items():
            Node(name, value, item)
    return start
