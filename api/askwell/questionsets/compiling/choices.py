"""Choice lists and other secondary instances, and how a select finds its choices among them."""

from dataclasses import dataclass, replace
from typing import Any
from xml.etree.ElementTree import Element

from askwell.logic.trees import Tree
from askwell.questionsets.compiling.rules import Reading
from askwell.questionsets.compiling.texts import Text, TextReader
from askwell.questionsets.compiling.xform import Control, XForm, local, row_values
from askwell.questionsets.media.medium import Media
from askwell.questionsets.media.wanted import base_name
from askwell.questionsets.rows import Draft, rows_of


@dataclass(frozen=True, slots=True)
class Source:
    """Where the choices of a select come from: a list with a filter, or nodes of the form itself."""

    list_name: str = ""
    choice_filter: Tree | None = None
    seed: Tree | None = None
    nodes: Tree | None = None
    value: str = ""
    label: str = ""


def lists_and_instances(
    form: XForm, draft: Draft, texts: TextReader, media: Media
) -> tuple[dict[str, list[dict[str, Any]]], dict[str, list[dict[str, str]]]]:
    """Split the secondary instances into the lists of the choices sheet and everything else; files give their rows."""
    names = {row.get("list_name") for row in rows_of(draft, "choices")}
    lists: dict[str, list[dict[str, Any]]] = {}
    instances: dict[str, list[dict[str, str]]] = {}
    for name, instance in form.instances.items():
        file = media.get(base_name(instance.get("src", "")))
        items = [item for root in instance for item in root]
        if name in names and instance.get("src") is None:
            lists[name] = [_choice(item, texts) for item in items]
        elif file is not None and file.rows is not None:
            instances[name] = [dict(row) for row in file.rows]
        else:
            instances[name] = [row_values(item) for item in items]
    return lists, instances


def _choice(item: Element, texts: TextReader) -> dict[str, Any]:
    values = row_values(item)
    choice: dict[str, Any] = {"name": values.pop("name", "")}
    label, media = _label(item, values.pop("itextId", None), texts)
    values.pop("label", None)
    if label:
        choice["label"] = label
    if media:
        choice["media"] = media
    if values:
        choice["columns"] = values
    return choice


def _label(item: Element, identifier: str | None, texts: TextReader) -> tuple[Text, dict[str, Text]]:
    if identifier:
        return texts.of_id(identifier, "", "label"), texts.media_of(identifier)
    written = next((child for child in item if local(child.tag) == "label"), None)
    return texts.of_element(written, "", "label"), {}


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of a document while it is read, and the other instances, from which lists may be made."""

    lists: dict[str, list[dict[str, Any]]]
    instances: dict[str, list[dict[str, str]]]
    language: str

    def from_file(self, source: Source) -> str:
        """Make a list of the rows of a file, unless there is one; return its name."""
        rows = self.instances.get(source.list_name)
        if not rows or not source.value:
            return source.list_name
        is_plain = (source.value, source.label) == ("name", "label")
        name = source.list_name if is_plain else f"{source.list_name}:{source.value}:{source.label}"
        self.lists.setdefault(name, [self._choice(row, source) for row in rows])
        return name

    def _choice(self, row: dict[str, str], source: Source) -> dict[str, Any]:
        choice: dict[str, Any] = {"name": row.get(source.value, "")}
        if row.get(source.label):
            choice["label"] = {self.language: [row[source.label]]}
        return {**choice, "columns": row}


def source_of(control: Control, path: str, reading: Reading) -> Source | None:
    """Read where a select's choices come from; None for a control that has none."""
    itemset = next((child for child in control.element if local(child.tag) == "itemset"), None)
    written = itemset.get("nodeset", "") if itemset is not None else control.element.get("query", "")
    tree = reading.tree(written, path, "choice_filter")
    if tree is None:
        return None
    seed = None
    if tree[:2] == ["call", "randomize"]:
        tree, seed = tree[2][0], (tree[2][1] if len(tree[2]) > 1 else None)
    value, label = ("", "") if itemset is None else (_ref(itemset, "value"), _ref(itemset, "label"))
    listed = _listed(tree)
    if listed is not None:
        return replace(listed, seed=seed, value=value, label=label)
    return Source(seed=seed, nodes=tree, value=value, label=label)


def _listed(tree: Tree) -> Source | None:
    """Read `instance('list')/root/item[filter]`."""
    if tree[0] != "path" or not isinstance(tree[1], list) or tree[1][:2] != ["call", "instance"]:
        return None
    [name] = tree[1][2]
    predicates = [predicate for _axis, _test, found in tree[2] for predicate in found]
    choice_filter = predicates[0] if predicates else None
    for predicate in predicates[1:]:
        choice_filter = ["bin", "and", choice_filter, predicate]
    return Source(str(name[1]), choice_filter)


def _ref(itemset: Element, name: str) -> str:
    return next((child.get("ref", "") for child in itemset if local(child.tag) == name), "")


def inline_choices(control: Control, path: str, texts: TextReader) -> list[dict[str, Any]]:
    """Read the choices that older forms write inside the control itself."""
    found = []
    for item in control.element:
        if local(item.tag) != "item":
            continue
        parts = {local(child.tag): child for child in item}
        value = parts.get("value")
        label = texts.of_element(parts.get("label"), path, "label")
        choice: dict[str, Any] = {"name": (value.text or "") if value is not None else ""}
        found.append({**choice, "label": label} if label else choice)
    return found
