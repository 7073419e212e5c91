"""Arriving: the XML of a client becomes an item that `submissions` receives like those of our own phones.

The item holds the XML in an envelope. In a confidential round it is the XML as it came, character by character. In an
anonymous one it is written again with the answers alone: without what tells a time or a phone, and without anything
that the form does not have. What was left out is nowhere, not even as a hash: the times of a day can all be tried, so a
hash of them is as good as they are. The same XML gives the same item, by which it is recognized when it comes again.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any
from uuid import UUID
from xml.etree.ElementTree import Element, SubElement, tostring

from askwell.errors import Unprocessable
from askwell.openrosa import forms
from askwell.openrosa.queries import Asked
from askwell.rounds import states
from askwell.rounds.documents import parse
from askwell.submissions import xforms
from askwell.submissions.schemas import SubmissionItem


class XmlNotRead(Unprocessable):
    """The XML is none, or is made to do harm."""

    status = 400
    code = "xml_not_read"
    sentence = "This is no XML in UTF-8, or has things in it that no submission needs. Nothing was stored."


class NoInstanceId(Unprocessable):
    """The submission has no id by which it could be recognized."""

    status = 400
    code = "no_instance_id"
    sentence = "This submission has no instanceID of the kind uuid:… Nothing was stored."


class OtherForm(Unprocessable):
    """In an anonymous round the answers to another form cannot be told from what traces people."""

    status = 400
    code = "other_form"
    sentence = "These are answers to another form. Nothing was stored; send them to the address that it came from."


def item_of(asked: Asked, xml: bytes) -> SubmissionItem:
    """Return what is to be received of the XML that came to a round."""
    try:
        text = xml.decode("utf-8-sig")
        root = xforms.read(text)
    except (UnicodeDecodeError, xforms.NotRead):
        raise XmlNotRead from None
    document = parse(asked.document)
    fits = _says_to_be(root, asked, document)
    instance_id = _instance_id(root)
    if states.is_anonymous(asked.round.mode):
        if not fits:
            raise OtherForm
        text = tostring(_without_traces(document, root), encoding="unicode")
    content = _envelope(asked, instance_id, text, version_hash=asked.version_hash if fits else "")
    digest = sha256(content.encode()).hexdigest()
    return SubmissionItem(instance_id=instance_id, rev=1, sha256=digest, content=content)


def _says_to_be(root: Element, asked: Asked, document: Mapping[str, Any]) -> bool:
    said = forms.Name(root.get("id", ""), root.get("version", ""))
    return xforms.local(root) == document["root"] and said == forms.name_of(asked, document)


def _instance_id(root: Element) -> UUID:
    said = xforms.meta(root, "instanceID") or root.get("instanceID", "")
    try:
        return UUID(said.removeprefix("uuid:"))
    except ValueError:
        raise NoInstanceId from None


def _envelope(asked: Asked, instance_id: UUID, xml: str, *, version_hash: str) -> str:
    return json.dumps(
        {
            "envelope": 1,
            "instance_id": str(instance_id),
            "round_id": str(asked.round.id),
            "version_hash": version_hash,
            "rev": 1,
            "base": None,
            "sealing": "openrosa",
            "key_id": None,
            "parts": [],
            "body": xml,
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def _without_traces(document: Mapping[str, Any], root: Element) -> Element:
    """Write an instance again: what the form asks, and which submission it says it replaces; nothing else."""
    kept = Element(document["root"], {name: root.get(name, "") for name in ("id", "version")})
    kept.extend(_kept(document["tree"], root, f"/{document['root']}", forms.telling(document)))
    if replaced := xforms.meta(root, "deprecatedID"):
        SubElement(SubElement(kept, "meta"), "deprecatedID").text = replaced
    return kept


def _kept(
    nodes: Sequence[Mapping[str, Any]], element: Element, path: str, telling: frozenset[str]
) -> Iterator[Element]:
    there = xforms.children_by_name(element)
    for node in nodes:
        here = f"{path}/{node['name']}"
        for each in there.get(node["name"], []) if here not in telling else []:
            copy = Element(node["name"])
            if "children" in node:
                copy.extend(_kept(node["children"], each, here, telling))
            else:
                copy.text = each.text
            yield copy
