"""Submissions in XML, as OpenRosa clients write them: read safely, and turned into answers by path.

The answers are in the words of our own phone: `{"value": text}` or `{"missing": reason}`. Such a client leaves out what
is not relevant and writes everything else, blank or not; so of the five reasons only two are told apart here: what is
not there was not asked, and what is blank was skipped.

Source: ODK XForms Specification, https://getodk.github.io/xforms-spec/
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]  # the package has no types
from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]

from askwell.questionsets.question_types import ANSWERED

MOST_DEPTH = 60
_TEMPLATE = "{http://openrosa.org/javarosa}template"

Node = Mapping[str, Any]
Answer = dict[str, str]


class NotRead(ValueError):
    """The text is no XML, or XML that is made to do harm."""


class Misfit(ValueError):
    """The XML is not an instance of this form."""


def read(text: str) -> Element:
    """Read a submission; whatever encoding the text claims to have, it is the one it was decoded from."""
    try:
        root: Element = fromstring(text, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError):
        raise NotRead from None
    _insist_on_depth(root)
    return root


def _insist_on_depth(root: Element) -> None:
    level, depth = [root], 0
    while level:
        depth += 1
        if depth > MOST_DEPTH:
            raise NotRead
        level = [child for element in level for child in element]


def local(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def meta(root: Element, name: str) -> str:
    """Return what an instance says of itself under this name in its `meta`; `""` when nothing."""
    return next(
        (
            (said.text or "").strip()
            for block in root
            if local(block) == "meta"
            for said in block
            if local(said) == name
        ),
        "",
    )


def children_by_name(element: Element | None) -> dict[str, list[Element]]:
    """Return the children of an element by their names; a repeat's template is none of them."""
    found: dict[str, list[Element]] = {}
    for child in element if element is not None else ():
        if _TEMPLATE not in child.attrib:
            found.setdefault(local(child), []).append(child)
    return found


def answers(document: Mapping[str, Any], root: Element) -> dict[str, Answer]:
    """Return the answers of an instance by path, as our phones would send them; raise Misfit for another form's."""
    if local(root) != document["root"]:
        raise Misfit
    there = children_by_name(root)
    there.pop("meta", None)
    return dict(_inside(document["tree"], there, f"/{document['root']}"))


def _inside(nodes: Sequence[Node], there: dict[str, list[Element]], path: str) -> Iterator[tuple[str, Answer]]:
    for node in nodes:
        yield from _at(node, there.pop(node["name"], []), f"{path}/{node['name']}")
    if there:
        raise Misfit


def _at(node: Node, elements: Sequence[Element], path: str) -> Iterator[tuple[str, Answer]]:
    if node["type"] == "repeat":
        for position, element in enumerate(elements, start=1):
            yield from _inside(node.get("children", ()), children_by_name(element), f"{path}[{position}]")
        return
    if len(elements) > 1:
        raise Misfit
    only = elements[0] if elements else None
    if "children" in node:
        yield from _inside(node["children"], children_by_name(only), path)
    elif node["type"] != "note" and (answer := _answer(node["type"], only)) is not None:
        yield path, answer


def _answer(kind: str, element: Element | None) -> Answer | None:
    """Return what stands in a leaf; None for what nobody is asked and nothing has filled."""
    if element is None:
        return {"missing": "not_asked"}
    if len(element):
        raise Misfit
    text = element.text or ""
    if text.strip():
        return {"value": text}
    return {"missing": "skipped"} if kind in ANSWERED else None
