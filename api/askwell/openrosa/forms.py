"""Forms as they are handed out: pyxform's XForm with a name of its own, and without what we do not take.

The version a client sees is the author's own, then a mark made of the round and the version's hash: a submission
brings it back, and so cannot be taken for one of another round whose form has the same id. `<submission>` goes (it may
send answers elsewhere), and so does the `audit` log, which comes as a file. In an anonymous round a phone is not asked
for what tells a time, a place or the phone itself, unless another rule of the form needs it; then it is dropped on
arrival.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from hashlib import md5, sha256
from typing import Any, Literal, NamedTuple
from xml.dom.minidom import Document, Element, Node

from defusedxml.minidom import parseString  # type: ignore[import-untyped]  # the package has no types

from askwell.openrosa.queries import Asked
from askwell.questionsets.leaves import leaves
from askwell.questionsets.media.wanted import base_name
from askwell.rounds import states
from askwell.rounds.documents import parse

Obstacle = Literal["cards", "attachments", "files", "encrypted"]

ATTACHED = frozenset({"image", "audio", "video", "file", "osm", "background-audio"})
# What a phone finds out by itself; our own does not, so the compiler has no mark for it.
FOUND_OUT = frozenset({"background-geopoint"})
_FILE = re.compile(r"jr://file(?:-csv)?/([^\"'<]+)")
_UNSEEN_FILES = re.compile(r"\bsearch\s*\(|<input[^>]* query=")  # named in no instance
_ENCRYPTED = "base64RsaPublicKey"
_MEDIA = frozenset({"image", "big-image", "audio", "video"})
_PRELOAD = ("jr:preload", "jr:preloadParams")
_BY_ITSELF = frozenset({"setvalue", "odk:setgeopoint"})


class Name(NamedTuple):
    """What a form is called in lists and in submissions."""

    form_id: str
    version: str


class HandedOut(NamedTuple):
    """A form as a client gets it."""

    name: Name
    content: bytes

    @property
    def md5(self) -> str:
        """The hash by which clients notice that a form has changed."""
        return md5(self.content, usedforsecurity=False).hexdigest()


def name_of(asked: Asked, document: Mapping[str, Any]) -> Name:
    """Return the name of the form of a round."""
    mark = sha256(f"{asked.round.id} {asked.version_hash}".encode()).hexdigest()[:16]
    own = document["settings"].get("version", "")
    return Name(document["id"], f"{own}.{mark}" if own else mark)


def obstacle(asked: Asked) -> Obstacle | None:
    """Return what keeps a round from being asked by an OpenRosa client, or None."""
    if asked.round.mode == "cards":
        return "cards"
    if any(node["type"] in ATTACHED for _, node in _leaves(parse(asked.document))):
        return "attachments"
    if _UNSEEN_FILES.search(asked.xform) or not names_of(asked).issuperset(_FILE.findall(asked.xform)):
        return "files"
    return "encrypted" if _ENCRYPTED in asked.xform else None


def names_of(asked: Asked) -> frozenset[str]:
    """Return the names of the files that there are to hand out."""
    return frozenset(each.name for each in asked.media)


def _leaves(document: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    return leaves(document["tree"], f"/{document['root']}")


def telling(document: Mapping[str, Any]) -> frozenset[str]:
    """Return the paths whose values tell a time or a phone: an anonymous round keeps none of them."""
    return frozenset(path for path, node in _leaves(document) if node.get("stamp") or node["type"] in FOUND_OUT)


def hand_out(asked: Asked) -> HandedOut:
    """Write the form of a round; the same bytes each time."""
    name = name_of(asked, parse(asked.document))
    return HandedOut(
        name, _written(asked.xform, asked.document, name, names_of(asked), states.is_anonymous(asked.round.mode))
    )


@lru_cache(maxsize=32)
def _written(xform: str, version: bytes, name: Name, media: frozenset[str], anonymous: bool) -> bytes:
    document = parse(version)
    html: Document = parseString(xform, forbid_dtd=True)
    root = next(_children(html.getElementsByTagName("instance")[0]))
    root.setAttribute("version", name.version)
    _remove(html, "submission", lambda element: _is_in(element, "model"))
    _remove(html, "audit", lambda element: _is_in(element, "meta") and element.parentNode.parentNode is root)
    _remove(html, "bind", lambda bind: bind.getAttribute("nodeset") == f"/{document['root']}/meta/audit")
    _remove(html, "value", lambda value: _is_in(value, "text") and _names_medium(value) not in {None, *media})
    if anonymous:
        _ask_nothing_of(html, telling(document) - document["deps"].keys())
    content: bytes = html.toxml(encoding="utf-8")
    return content


def _ask_nothing_of(html: Document, paths: frozenset[str]) -> None:
    """Let a phone find out nothing by itself for these."""
    for bind in html.getElementsByTagName("bind"):
        if bind.getAttribute("nodeset") in paths:
            for attribute in (each for each in (*_PRELOAD, "calculate") if bind.hasAttribute(each)):
                bind.removeAttribute(attribute)
    for tag in _BY_ITSELF:
        _remove(html, tag, lambda action: action.getAttribute("ref") in paths)


def _remove(html: Document, tag: str, which: Callable[[Any], bool]) -> None:
    for element in [each for each in html.getElementsByTagName(tag) if which(each)]:
        element.parentNode.removeChild(element)  # type: ignore[union-attr]  # only the document itself has none


def _names_medium(value: Element) -> str | None:
    """Return the name of the file that a text shows or plays; None for words."""
    if value.getAttribute("form") not in _MEDIA:
        return None
    written: str = value.firstChild.data if value.firstChild else ""  # type: ignore[union-attr]  # a text
    return base_name(written)


def _is_in(element: Element, tag: str) -> bool:
    return getattr(element.parentNode, "tagName", "") == tag


def _children(element: Element) -> Iterator[Element]:
    return (child for child in element.childNodes if child.nodeType == Node.ELEMENT_NODE)
