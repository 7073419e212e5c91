"""An XForm of pyxform, taken apart: primary instance, binds, controls, texts, secondary instances, setvalues."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]  # the package has no types

_CONTROLS = frozenset({"input", "select1", "select", "rank", "range", "trigger", "upload", "secret"})
_TEXT_REF = "jr:itext("


@dataclass(frozen=True, slots=True)
class Control:
    """What the body says about a path: a question's control, or the group (and repeat) around others."""

    tag: str
    element: Element
    label: Element | None
    hint: Element | None


@dataclass(frozen=True, slots=True)
class SetValue:
    """An action: when `event` happens (at `trigger`, if any), `ref` takes the value of an expression."""

    event: str
    ref: str
    value: str
    literal: str
    trigger: str | None


@dataclass(slots=True)
class XForm:
    """The parts of one form; attribute and tag names are local, without a namespace."""

    form_id: str
    title: str
    style: str
    root: Element
    binds: dict[str, dict[str, str]] = field(default_factory=dict)
    controls: dict[str, Control] = field(default_factory=dict)
    repeats: dict[str, Element] = field(default_factory=dict)
    instances: dict[str, Element] = field(default_factory=dict)
    texts: dict[str, dict[str, Element]] = field(default_factory=dict)
    languages: list[tuple[str, bool]] = field(default_factory=list)
    setvalues: list[SetValue] = field(default_factory=list)


def local(name: str) -> str:
    """Return a tag or attribute name without its namespace."""
    return name.rpartition("}")[2]


def read_xform(text: str) -> XForm:
    """Take an XForm apart."""
    html: Element = fromstring(text.encode(), forbid_dtd=True)
    head, body = (child for child in html if local(child.tag) in {"head", "body"})
    model = _child(head, "model")
    title = _child(head, "title")
    assert model is not None  # noqa: S101  pyxform always writes one
    primary, *secondary = [child for child in model if local(child.tag) == "instance"]
    root = primary[0]
    form = XForm(root.get("id", ""), (title.text if title is not None else None) or "", body.get("class", ""), root)
    form.binds = {child.attrib["nodeset"]: _attributes(child) for child in model if local(child.tag) == "bind"}
    form.instances = {child.get("id", ""): child for child in secondary}
    _read_texts(form, _child(model, "itext"))
    _read_setvalues(form, model, None)
    _read_body(form, body)
    return form


def text_id(element: Element | None) -> str | None:
    """Return the id in `ref="jr:itext('id')"`, if the element's text is kept there."""
    return itext_id(element.get("ref", "")) if element is not None else None


def itext_id(expression: str) -> str | None:
    """Return the id in `jr:itext('id')`; None for any other text."""
    if not expression.startswith(_TEXT_REF):
        return None
    return expression[len(_TEXT_REF) :].strip(" )'\"")


def _child(parent: Element, name: str) -> Element | None:
    return next((child for child in parent if local(child.tag) == name), None)


def _attributes(element: Element) -> dict[str, str]:
    return {local(name): value for name, value in element.attrib.items()}


def _read_texts(form: XForm, itext: Element | None) -> None:
    for translation in itext if itext is not None else ():
        language = translation.get("lang", "")
        form.languages.append((language, translation.get("default") == "true()"))
        for text in translation:
            form.texts.setdefault(text.get("id", ""), {})[language] = text


def _read_setvalues(form: XForm, parent: Element, trigger: str | None) -> None:
    for child in parent:
        if local(child.tag) != "setvalue":
            continue
        found = SetValue(
            event=child.get("event", ""),
            ref=child.get("ref", ""),
            value=child.get("value", ""),
            literal=child.text or "",
            trigger=trigger,
        )
        form.setvalues.append(found)


def _read_body(form: XForm, body: Element) -> None:
    for element in body.iter():
        tag = local(element.tag)
        path = element.get("ref") or element.get("nodeset")
        if not path:
            continue
        if tag == "repeat":
            form.repeats[path] = element
            _read_setvalues(form, element, None)
        elif tag == "group" or tag in _CONTROLS:
            form.controls.setdefault(path, Control(tag, element, _child(element, "label"), _child(element, "hint")))
            _read_setvalues(form, element, path if tag in _CONTROLS else None)


def attribute(element: Element, name: str) -> str:
    """Return an attribute by its local name; `""` when absent."""
    return next((value for key, value in element.attrib.items() if local(key) == name), "")


def pieces(element: Element) -> Iterator[str | Element]:
    """Yield the texts and `<output>` elements of a label in order."""
    if element.text:
        yield element.text
    for child in element:
        if local(child.tag) == "output":
            yield child
        if child.tail:
            yield child.tail


def row_values(item: Element) -> dict[str, Any]:
    """Return the children of an instance item as plain texts."""
    return {local(child.tag): child.text or "" for child in item}
