"""From a draft to a version document: `compile_draft(draft)`, which needs no database and no network.

    compiled = compile_draft({"survey": [...], "choices": [...], "settings": {...}})
    compiled.document      the dict of docs/version-format.md
    compiled.data          its bytes, the same on every machine
    compiled.version_hash  the hex SHA-256 of those bytes
    compiled.xform         the XForm for other tools
    compiled.faults        what is wrong with it; with an error among them the document is incomplete or empty

A draft may also come from a Markdown table or a workbook: `importing.read_draft(data)`.
`xform` takes pyxform's XML apart, `rules` reads its expressions, `texts`, `choices` and `nodes` build the parts of the
document, `dependencies` orders them, `stamps` marks what tells on people, and `canonical` writes the bytes.
"""

from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import ParseError

from askwell.questionsets.compiling.canonical import canonical_bytes, hash_of
from askwell.questionsets.compiling.choices import Lists, lists_and_instances
from askwell.questionsets.compiling.dependencies import Dependencies, dependencies_of
from askwell.questionsets.compiling.nodes import NodeReader
from askwell.questionsets.compiling.quotes import Quotes
from askwell.questionsets.compiling.rules import Reading
from askwell.questionsets.compiling.stamps import mark_stamps
from askwell.questionsets.compiling.texts import Languages, TextReader, languages_of
from askwell.questionsets.compiling.xform import XForm, local, read_xform
from askwell.questionsets.converting import convert, unreadable
from askwell.questionsets.faults import DraftFault, errors_of
from askwell.questionsets.media.medium import LIST_TYPES, NO_MEDIA, Media
from askwell.questionsets.media.wanted import wanted
from askwell.questionsets.outline import outline
from askwell.questionsets.rows import Draft

__all__ = ["Compiled", "compile_draft"]

SCHEMA = 1
_TOLD_ELSEWHERE = {"form_title", "title", "set_form_title", "form_id", "id_string", "set_form_id", "name"}


@dataclass(frozen=True, slots=True)
class Compiled:
    """What publishing freezes, and what is wrong with it."""

    document: dict[str, Any] = field(default_factory=dict)
    data: bytes = b""
    version_hash: str = ""
    xform: str = ""
    faults: list[DraftFault] = field(default_factory=list)
    media: frozenset[str] = frozenset()
    """The names of the media that it needs and that are there."""

    @property
    def ok(self) -> bool:
        """Whether it may be published."""
        return not errors_of(self.faults)


def compile_draft(draft: Draft, media: Media = NO_MEDIA) -> Compiled:
    """Compile a draft with its media; the same ones give the same bytes on every machine."""
    converted = convert(draft)
    if converted.xform is None:
        return Compiled(faults=converted.faults)
    try:
        form = read_xform(converted.xform)
    except ParseError:  # pyxform let through what XML cannot hold
        return Compiled(faults=[*converted.faults, unreadable()])
    named = frozenset(each.name for each in wanted(draft)) & media.keys()
    document, faults = _document(form, draft, {name: media[name] for name in sorted(named)})
    data = canonical_bytes(document)
    return Compiled(document, data, hash_of(data), converted.xform, [*converted.faults, *faults], named)


def _document(form: XForm, draft: Draft, media: Media) -> tuple[dict[str, Any], list[DraftFault]]:
    reading = Reading(outline(draft).by_path())
    languages = languages_of(form, draft)
    texts = TextReader(form, languages, reading, Quotes(draft))
    lists, instances = lists_and_instances(form, draft, texts, media)
    root = f"/{local(form.root.tag)}"
    tree = NodeReader(form, reading.items, texts, reading, Lists(lists, instances, languages.default)).children(
        form.root, root
    )
    instances = {name: rows for name, rows in instances.items() if name not in lists}  # a list is an instance, too
    dependencies = dependencies_of(tree, root, form.setvalues)
    setvalues = _setvalues(form, reading)
    mark_stamps(tree, root, setvalues, dependencies.deps)
    faults = [*reading.faults, *_cycles(dependencies, reading)]
    document = {
        "schema": SCHEMA,
        "id": form.form_id,
        "title": form.title,
        "root": local(form.root.tag),
        **_header(languages, draft),
        **_media(media),
        "tree": tree,
        "lists": lists,
        "instances": instances,
        "setvalues": setvalues,
        "order": dependencies.order,
        "deps": dependencies.deps,
    }
    return document, faults


def _header(languages: Languages, draft: Draft) -> dict[str, Any]:
    settings = {
        key: str(value)
        for key, value in sorted((draft.get("settings") or {}).items())
        if key not in _TOLD_ELSEWHERE | {"default_language"} and value not in {None, ""}
    }
    return {"languages": languages.listed(), "default_language": languages.default, "settings": settings}


def _media(media: Media) -> dict[str, Any]:
    """Tell what phones fetch beside the document; the rows of lists stand in it."""
    shown = {name: each for name, each in media.items() if each.type not in LIST_TYPES.values()}
    told = {name: {"sha256": each.sha256, "type": each.type, "size": each.size} for name, each in shown.items()}
    return {"media": told} if told else {}


def _setvalues(form: XForm, reading: Reading) -> list[dict[str, Any]]:
    """Return the actions of a form; `trigger` is the question whose change sets them off."""
    actions = []
    for action in form.setvalues:
        column = "calculation" if action.trigger else "default"
        value = reading.tree(action.value, action.ref, column) if action.value else ["str", action.literal]
        if value is None:
            continue
        found: dict[str, Any] = {"event": action.event, "ref": action.ref, "value": value}
        actions.append({**found, "trigger": action.trigger} if action.trigger else found)
    return actions


def _cycles(dependencies: Dependencies, reading: Reading) -> list[DraftFault]:
    """Report each circle once, at the first of its rules."""
    faults = []
    for rules in dependencies.cycles:
        names = list(dict.fromkeys(rule.path.rpartition("/")[2] for rule in rules))
        column = "calculation" if rules[0].name == "calculate" else rules[0].name
        faults.append(
            reading.fault(
                rules[0].path,
                column,
                message=f"These wait for each other, in a circle: {' → '.join([*names, names[0]])}.",
                remedy="Change one of them so that it no longer uses the next.",
                code="cycle",
            )
        )
    return faults
