"""Takes an XForm from outside apart, of whatever tool: nothing it names is fetched, and what is hostile is refused."""

import io
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException  # type: ignore[import-untyped]  # the package has no types
from defusedxml.ElementTree import iterparse  # type: ignore[import-untyped]  # as above

from askwell.questionsets.compiling.xform import local
from askwell.questionsets.unpacking import FileTooLarge, UnreadableFile

DEEPEST = 60
MOST_ELEMENTS = 300_000

PREFIXES = {
    "http://www.w3.org/1999/xhtml": "h",
    "http://www.w3.org/2001/xml-events": "ev",
    "http://www.w3.org/2001/XMLSchema": "xsd",
    "http://openrosa.org/javarosa": "jr",
    "http://openrosa.org/xforms": "orx",
    "http://www.opendatakit.org/xforms": "odk",
    "http://www.opendatakit.org/xforms/entities": "entities",
}
"""What every XForm of pyxform declares; other namespaces become the setting `namespaces`."""

_TOO_MUCH = "This XForm has too many elements, or they stand too deep inside each other. Send it in parts."
_XFORMS = "http://www.w3.org/2002/xforms"
CONTROLS = frozenset({"input", "select1", "select", "rank", "range", "trigger", "upload", "secret"})


@dataclass(slots=True)
class Source:
    """An XForm: its parts as they are written, with the prefixes of its namespaces."""

    title: str
    root: Element
    model: Element
    body: Element
    prefixes: dict[str, str]
    binds: dict[str, Element] = field(default_factory=dict)
    controls: dict[str, Element] = field(default_factory=dict)
    groups: dict[str, Element] = field(default_factory=dict)
    repeats: dict[str, Element] = field(default_factory=dict)
    parents: dict[Element, Element] = field(default_factory=dict)

    @property
    def root_path(self) -> str:
        """The path of the root node."""
        return f"/{self.name(self.root.tag)}"

    def name(self, tag: str) -> str:
        """Return a tag or attribute name with the prefix of its namespace, if that is not the form's own."""
        uri, _, plain = tag.removeprefix("{").rpartition("}")
        prefix = "" if uri in {"", _XFORMS} else self.prefixes.get(uri, "")
        return f"{prefix}:{plain}" if prefix else plain

    def attributes(self, element: Element) -> dict[str, str]:
        """Return the attributes of an element by prefixed name."""
        return {self.name(key): value for key, value in element.attrib.items()}

    def bind(self, path: str) -> dict[str, str]:
        """Return what the bind of a path says; empty when it has none."""
        found = self.binds.get(path)
        return {} if found is None else self.attributes(found)

    def instances(self) -> list[Element]:
        """Return the secondary instances."""
        return [child for child in self.model if local(child.tag) == "instance"][1:]


def children(parent: Element | None, name: str) -> list[Element]:
    """Return the children of that local name."""
    return [] if parent is None else [child for child in parent if local(child.tag) == name]


def child(parent: Element | None, name: str) -> Element | None:
    """Return the first child of that local name."""
    return next(iter(children(parent, name)), None)


def read_source(data: bytes) -> Source:
    """Take an XForm apart; raises UnreadableFile or FileTooLarge."""
    html, declared = _tree(data)
    head, body = child(html, "head"), child(html, "body")
    model = child(head, "model")
    primary = child(model, "instance")
    if model is None or body is None or primary is None or len(primary) == 0:
        sentence = "This XML is no XForm: it needs a model with an instance, and a body. Was it exported as a form?"
        raise UnreadableFile(sentence)
    title = child(head, "title")
    prefixes = {**declared, **PREFIXES}
    source = Source("".join(title.itertext()) if title is not None else "", primary[0], model, body, prefixes)
    source.parents = {each: parent for parent in html.iter() for each in parent}
    _read_binds(source)
    _read_body(source)
    return source


def _tree(data: bytes) -> tuple[Element, dict[str, str]]:
    """Parse, counting depth and elements as they come, so that nothing hostile is built to its end."""
    prefixes: dict[str, str] = {}
    depth = count = 0
    root: Element | None = None
    try:
        for event, found in _events(data):
            if event == "start-ns":
                prefixes.setdefault(found[1], found[0])
            elif event == "end":
                depth -= 1
            else:
                root = found if root is None else root
                depth, count = depth + 1, count + 1
                if depth > DEEPEST or count > MOST_ELEMENTS:
                    raise FileTooLarge(_TOO_MUCH)
    except DefusedXmlException as error:
        sentence = "This XML declares a document type or entities, which no form needs. Take the DOCTYPE away."
        raise UnreadableFile(sentence) from error
    except (ParseError, LookupError, ValueError) as error:
        sentence = "This file is no well-formed XML. Export the form again from where it was made."
        raise UnreadableFile(sentence) from error
    assert root is not None  # noqa: S101  a document without a root is a ParseError
    return root, prefixes


def _events(data: bytes) -> Any:
    return iterparse(io.BytesIO(data), events=("start", "end", "start-ns"), forbid_dtd=True)


def _read_binds(source: Source) -> None:
    for bind in children(source.model, "bind"):
        path = "".join(bind.get("nodeset", bind.get("ref", "")).split())
        source.binds.setdefault(path if path.startswith("/") else f"{source.root_path}/{path}", bind)


def _read_body(source: Source) -> None:
    by_id = {bind.get("id"): path for path, bind in source.binds.items() if bind.get("id")}
    for element in source.body.iter():
        tag = local(element.tag)
        path = element.get("ref") or element.get("nodeset") or by_id.get(element.get("bind")) or ""
        path = "".join(path.split())
        if not path:
            continue
        if tag == "repeat":
            source.repeats.setdefault(path, element)
        elif tag == "group":
            source.groups.setdefault(path, element)
        elif tag in CONTROLS:
            source.controls.setdefault(path, element)
