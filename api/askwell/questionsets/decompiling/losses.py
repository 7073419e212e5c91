"""What an XForm says and its rows do not: found by converting the rows again, and told place by place."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element

from askwell.questionsets.compiling.xform import itext_id, local
from askwell.questionsets.converting import convert
from askwell.questionsets.decompiling.parsing import CONTROLS, Source, child, children, read_source
from askwell.questionsets.faults import errors_of
from askwell.questionsets.question_types import ANSWERED, read_type
from askwell.questionsets.rows import Draft, read_header

MOST = 500
_MEDIA = ("image", "big-image", "audio", "video")
_STAND_IN = "-"
_WHY = {
    "bind": "Rows have no column for this, or it cannot be written there as it was.",
    "screen": "Rows cannot place this as the form did.",
    "text": "This text belongs to nothing that a row stands for, or has a form that rows do not know.",
    "choice": "This choice could not be written as a row of the choices sheet.",
    "node": "This part of an answer could not be written as a row.",
    "action": "Rows cannot tell a form to do this.",
    "instance": "Data of this shape cannot be written as a choice list.",
    "form": "The settings sheet cannot say this.",
}
_UNCONVERTED = (
    "The rows cannot be turned into a form before this is mended, so they could not be compared with the file: "
    "more may have been left out. Mend it, save the draft as an XForm, and compare."
)


class Fact(NamedTuple):
    """One thing that a form says: its kind, where, and what."""

    kind: str
    place: str
    text: str


class Loss(NamedTuple):
    """Something that could not be turned into rows."""

    where: str
    text: str
    why: str


def losses(data: bytes, draft: Draft) -> list[Loss]:
    """List what an XForm says and its rows do not."""
    source = read_source(data)
    converted = convert(_with_labels(draft))
    found = [Loss(f"form, {path}", path, _ITEMSETS) for path in _elsewhere(source)]
    if converted.xform is None:
        said = "; ".join(fault.message for fault in errors_of(converted.faults))
        never = [Loss(f"{fact.kind}, {fact.place}", fact.text, _WHY[fact.kind]) for fact in _without_node(source)]
        return [*found, *never, Loss("form", said, _UNCONVERTED)][:MOST]
    kept = {_key(fact) for fact in facts(read_source(converted.xform.encode()))}
    lost = dict.fromkeys(fact for fact in facts(source) if _key(fact) not in kept)
    return [*found, *(Loss(f"{fact.kind}, {fact.place}", fact.text, _WHY[fact.kind]) for fact in lost)][:MOST]


def _with_labels(draft: Draft) -> Draft:
    """Give what has nothing to read a label, for comparing only: XForms may do without, and pyxform refuses that."""
    survey = [row if _is_readable(row) else {**row, "label": _STAND_IN} for row in draft["survey"]]
    return {**draft, "survey": survey}


def _is_readable(row: Mapping[str, str]) -> bool:
    kind = read_type(row.get("type", ""))
    is_asked = kind is not None and kind.kind in ANSWERED | {"note"} and "calculation" not in row
    return not is_asked or any(read_header(header)[0] in {"label", "hint", *_MEDIA} for header in row)


def _key(fact: Fact) -> tuple[str, str, str]:
    """Compare without spaces: pyxform writes more of them around a path than people do."""
    return fact.kind, "".join(fact.place.split()), "".join(fact.text.split())


_ITEMSETS = (
    "The choices of this question are in itemsets.csv, not in the XForm. Add them to the sheet external_choices."
)


def _elsewhere(source: Source) -> list[str]:
    return [path for path, control in source.controls.items() if control.get("query")]


def facts(source: Source) -> Iterator[Fact]:
    """Everything that a form says, in words that do not depend on how a tool numbers its texts."""
    texts = _texts(source)
    yield Fact("form", "title", _one_line(source.title))
    yield Fact("form", "style", source.body.get("class", ""))
    yield from _attributes("form", "submission", source, child(source.model, "submission"))
    yield from _nodes(source, source.root, source.root_path)
    for path in source.binds:
        for name, value in source.bind(path).items():
            if name not in {"nodeset", "ref", "id"}:
                yield from _said("bind", f"{path}, {name}", value, texts)
    yield from _screens(source, texts)
    yield from _actions(source)
    for instance in source.instances():
        yield from _items(instance, texts)


def _texts(source: Source) -> dict[str, list[Fact]]:
    found: dict[str, list[Fact]] = {}
    for translation in children(child(source.model, "itext"), "translation"):
        for text in children(translation, "text"):
            kept = found.setdefault(text.get("id", ""), [])
            for value in children(text, "value"):
                form = f" {value.get('form')}" if value.get("form") else ""
                kept.append(Fact("text", translation.get("lang", "") + form, _words(value)))
    return {name: [fact for fact in said if fact.text != "-"] for name, said in found.items()}


def _said(kind: str, place: str, written: str, texts: dict[str, list[Fact]]) -> Iterator[Fact]:
    identifier = itext_id(written)
    if identifier is None:
        yield Fact(kind, place, _one_line(written))
        return
    for fact in texts.get(identifier, []):
        yield Fact("text", f"{place}, {fact.place}", fact.text)


def _nodes(source: Source, node: Element, path: str) -> Iterator[Fact]:
    yield from _attributes("node", path, source, node)
    yield Fact("node", path, _one_line(node.text or ""))
    for each in node:
        yield from _nodes(source, each, f"{path}/{source.name(each.tag)}")


def _attributes(kind: str, place: str, source: Source, element: Element | None) -> Iterator[Fact]:
    for name, value in ({} if element is None else source.attributes(element)).items():
        if name not in {"jr:template", "ref", "nodeset", "bind"}:
            yield Fact(kind, f"{place}, {name}", _one_line(value))


def _screens(source: Source, texts: dict[str, list[Fact]]) -> Iterator[Fact]:
    for path, element in (*source.groups.items(), *source.repeats.items(), *source.controls.items()):
        yield Fact("screen", path, local(element.tag))
        yield from _attributes("screen", path, source, element)
        for each in element:
            tag = local(each.tag)
            if tag in {"label", "hint"}:
                yield from _label(f"{path}, {tag}", each, texts)
            elif tag == "item":
                yield from _choice(path, child(each, "value"), child(each, "label"), texts)
            elif tag == "itemset":
                yield Fact(
                    "screen", f"{path}, choices", re.sub(r"instance\([^)]*\)", "", _one_line(each.get("nodeset", "")))
                )
    yield from _without_node(source)


def _without_node(source: Source) -> Iterator[Fact]:
    """What the body shows without a node to keep an answer, or a second time for the same node."""
    known = {id(each) for found in (source.controls, source.groups, source.repeats) for each in found.values()}
    for element in source.body.iter():
        tag = local(element.tag)
        if tag in CONTROLS | {"group", "repeat"} and id(element) not in known:
            yield Fact("screen", f"{tag} {element.get('ref', '')}".strip(), _words(child(element, "label")))


def _label(place: str, element: Element, texts: dict[str, list[Fact]]) -> Iterator[Fact]:
    if element.get("ref"):
        yield from _said("text", place, element.get("ref", ""), texts)
    elif _words(element):
        yield Fact("text", place, _words(element))


def _choice(place: str, value: Element | None, label: Element | None, texts: dict[str, list[Fact]]) -> Iterator[Fact]:
    name = _words(value)
    yield Fact("choice", place, name)
    if label is not None:
        yield from _label(f"{place}, {name}", label, texts)


def _actions(source: Source) -> Iterator[Fact]:
    for element in source.parents:
        tag = local(element.tag)
        if element.get("event") and element.get("ref"):
            value = element.get("value") or element.text or ""
            yield Fact("action", f"{element.get('ref')}, {tag} {element.get('event')}", _one_line(value))


def _items(instance: Element, texts: dict[str, list[Fact]]) -> Iterator[Fact]:
    place = instance.get("id", "")
    if instance.get("src"):
        yield Fact("instance", place, instance.get("src", ""))
    for root in instance:
        for item in root:
            said = {local(each.tag): _words(each) for each in item}
            identifier = said.pop("itextId", "")
            yield Fact("choice", place, "; ".join(f"{name}={text}" for name, text in said.items() if text))
            for fact in texts.get(identifier, []):
                yield Fact("text", f"{place}, {said.get('name', '')}, {fact.place}", fact.text)


def _words(element: Element | None) -> str:
    """Return what an element says, with the values it shows in braces."""
    if element is None:
        return ""
    parts = [element.text or ""]
    for each in element:
        parts.append(f"{{{(each.get('value') or '').strip()}}}" if local(each.tag) == "output" else _words(each))
        parts.append(each.tail or "")
    return _one_line("".join(parts))


def _one_line(text: str) -> str:
    return " ".join(text.split())
