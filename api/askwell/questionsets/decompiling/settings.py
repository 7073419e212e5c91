"""The settings sheet of an XForm, and the questions that its meta node stands for."""

from xml.etree.ElementTree import Element

from askwell.questionsets.compiling.xform import local
from askwell.questionsets.decompiling.choices import Lists
from askwell.questionsets.decompiling.parsing import PREFIXES, Source, child
from askwell.questionsets.decompiling.paths import Paths
from askwell.questionsets.decompiling.texts import Cells, Texts

_OF_ROOT = {"id": "form_id", "version": "version", "odk:prefix": "prefix", "odk:delimiter": "delimiter"}
_OF_SUBMISSION = {
    "action": "submission_url",
    "base64RsaPublicKey": "public_key",
    "orx:auto-send": "auto_send",
    "orx:auto-delete": "auto_delete",
}
_AUDIT = "odk:"


def settings_of(source: Source, paths: Paths, texts: Texts, lists: Lists) -> Cells:
    """Return the settings."""
    attributes = source.attributes(source.root)
    settings: Cells = {"form_title": source.title}
    for name, value in attributes.items():
        settings[_OF_ROOT.get(name, f"attribute::{name}")] = value
    settings |= {
        "name": "" if source.root_path == "/data" else source.root_path[1:],
        "instance_xmlns": _own_namespace(source),
        "style": source.body.get("class", ""),
        "default_language": "" if texts.default == "default" else texts.default,
        "instance_name": _instance_name(source, paths),
        "omit_instanceID": "" if _meta(source, "instanceID") is not None else "yes",
        "allow_choice_duplicates": "yes" if lists.repeats_a_name() else "",
        "namespaces": _namespaces(source),
    }
    settings |= _submission(source) | texts.of_id(f"{source.root_path}:label", "label", source.root_path)
    return {name: value for name, value in settings.items() if value}


def _submission(source: Source) -> Cells:
    element = child(source.model, "submission")
    attributes = {} if element is None else source.attributes(element)
    found = {column: attributes.get(name, "") for name, column in _OF_SUBMISSION.items()}
    return {**found, "client_editable": "yes" if attributes.get("odk:client-editable") == "true" else ""}


def audit_row(source: Source) -> list[Cells]:
    """Return the row for the log of an interview, if the form keeps one."""
    if _meta(source, "audit") is None:
        return []
    bind = source.bind(f"{source.root_path}/meta/audit")
    found = [f"{name.removeprefix(_AUDIT)}={value}" for name, value in bind.items() if name.startswith(_AUDIT)]
    row: Cells = {"type": "audit", "name": "audit"}
    return [{**row, "parameters": " ".join(found)} if found else row]


def _meta(source: Source, name: str) -> Element | None:
    return child(child(source.root, "meta"), name)


def _instance_name(source: Source, paths: Paths) -> str:
    for path, bind in source.binds.items():
        if path.rpartition("/")[2].rpartition(":")[2] == "instanceName":
            return paths.expression(bind.get("calculate", ""), path)
    return ""


def _own_namespace(source: Source) -> str:
    uri = source.root.tag.removeprefix("{").rpartition("}")[0]
    return "" if uri in {"", "http://www.w3.org/2002/xforms"} else uri


def _namespaces(source: Source) -> str:
    used = {key.removeprefix("{").rpartition("}")[0] for each in source.parents for key in (each.tag, *each.attrib)}
    own = {_own_namespace(source), "http://www.w3.org/2002/xforms", "http://www.w3.org/XML/1998/namespace"}
    named = {uri: prefix for uri, prefix in source.prefixes.items() if uri in used and uri not in {*PREFIXES, *own}}
    return " ".join(f'{prefix}="{uri}"' for uri, prefix in named.items() if prefix)


def tags_of(source: Source) -> list[Cells]:
    """Return the rows of the osm sheet: the tags that a control for OpenStreetMap offers."""
    found = []
    for path, control in source.controls.items():
        for tag in control:
            if local(tag.tag) == "tag":
                label = "".join(tag.itertext()).strip()
                found.append({"list_name": path.rpartition("/")[2], "name": tag.get("key", ""), "label": label})
    return found
