"""The nodes of a version document: what the primary instance, the binds, the body and the draft say about each path."""

from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from askwell.questionsets.compiling.choices import Source, inline_choices, source_of
from askwell.questionsets.compiling.extras import extras
from askwell.questionsets.compiling.rules import Reading
from askwell.questionsets.compiling.texts import TextReader
from askwell.questionsets.compiling.xform import Control, XForm, attribute, local
from askwell.questionsets.outline import Item
from askwell.questionsets.parameters import read_parameters

Node = dict[str, Any]

ORDER = (
    *("name", "type", "bind", "default", "appearance", "parameters", "list", "choice_filter", "itemset", "seed"),
    *("label", "hint", "guidance_hint", "constraint_message", "required_message"),
    *(
        "answer_options",
        "theme",
        "sensitivity",
        "intent",
        "core",
        "breakdown",
        "reversed",
        "probes",
        "children",
        "repeat_count",
    ),
)
"""The keys of a node in the order in which they are written."""

_BY_CONTROL = {
    "select1": "select_one",
    "select": "select_multiple",
    "rank": "rank",
    "range": "range",
    "trigger": "acknowledge",
}
_BY_DATA = {"int": "integer", "decimal": "decimal", "date": "date", "time": "time", "dateTime": "dateTime"}
_RANGE = ("start", "end", "step")


@dataclass(frozen=True, slots=True)
class NodeReader:
    """Reads the tree of nodes from the parts of an XForm and the items of the draft."""

    form: XForm
    items: dict[str, Item]
    texts: TextReader
    reading: Reading
    lists: dict[str, list[dict[str, Any]]]

    def children(self, parent: Element, path: str) -> list[Node]:
        """Read the nodes inside one; of a repeat's template and first instance, which share a name, the first."""
        nodes: dict[str, Node] = {}
        for element in parent:
            name = local(element.tag)
            if name == "meta" or name in nodes:
                continue
            nodes[name] = self._node(element, f"{path}/{name}")
        return list(nodes.values())

    def _node(self, element: Element, path: str) -> Node:
        control = self.form.controls.get(path)
        node: Node = {
            "name": local(element.tag),
            "type": self._type(element, path),
            "bind": self.reading.bind(self.form.binds.get(path, {}), path),
            "default": "" if len(element) else (element.text or "").strip(),
            **self._texts(control, path),
            "children": self.children(element, path) if len(element) or path in self.form.repeats else [],
        }
        if control is not None:
            node.update(self._from_control(control, path))
        if path in self.form.repeats:
            node["repeat_count"] = self._repeat_count(path)
        if item := self.items.get(path):
            node.update(self._from_item(item, node))
        return {key: node[key] for key in ORDER if _says_something(node, key)}

    def _type(self, element: Element, path: str) -> str:
        """Take the type from the draft; for a node that pyxform added, from its control and its data type."""
        if path in self.form.repeats:
            return "repeat"
        item = self.items.get(path)
        if item is not None and item.type is not None:
            return item.type.kind.removeprefix("begin ")
        if len(element):
            return "group"
        control = self.form.controls.get(path)
        if control is None:
            return "calculate"
        data = self.form.binds.get(path, {}).get("type", "")
        return _BY_CONTROL.get(control.tag) or _BY_DATA.get(data, "text")

    def _texts(self, control: Control | None, path: str) -> dict[str, Any]:
        bind = self.form.binds.get(path, {})
        found: dict[str, Any] = {
            "constraint_message": self.texts.of_message(bind.get("constraintMsg", ""), path, "constraint_message"),
            "required_message": self.texts.of_message(bind.get("requiredMsg", ""), path, "required_message"),
        }
        if control is not None:
            found["label"] = self.texts.of_element(control.label, path, "label")
            found["hint"] = self.texts.of_element(control.hint, path, "hint")
            found["guidance_hint"] = self.texts.of_element(control.hint, path, "guidance_hint", "guidance")
        return found

    def _from_control(self, control: Control, path: str) -> Node:
        repeat = self.form.repeats.get(path)
        appearances = [attribute(each, "appearance") for each in (control.element, repeat) if each is not None]
        found: Node = {"appearance": " ".join(text for text in appearances if text)}
        if control.tag == "range":
            found["parameters"] = {key: value for key in _RANGE if (value := control.element.get(key))}
        source = source_of(control, path, self.reading)
        if source is not None:
            found.update(_source(source))
        elif choices := inline_choices(control, path, self.texts):
            self.lists.setdefault(path, choices)
            found["list"] = path
        return found

    def _repeat_count(self, path: str) -> Any:
        return self.reading.tree(attribute(self.form.repeats[path], "count"), path, "repeat_count")

    def _from_item(self, item: Item, node: Node) -> Node:
        parameters = {**read_parameters(item.row.get("parameters")), **node.get("parameters", {})}
        return {**extras(item.row, self.texts.languages), "parameters": parameters}


def _source(source: Source) -> Node:
    if source.nodes is None:
        return {"list": source.list_name, "choice_filter": source.choice_filter, "seed": source.seed}
    return {"itemset": {"nodes": source.nodes, "value": source.value, "label": source.label}, "seed": source.seed}


def _says_something(node: Node, key: str) -> bool:
    """Leave out what is empty, unless empty means something: no answer option, a group without questions."""
    if node.get(key) == []:
        return key == "answer_options" or (key == "children" and node["type"] in {"group", "repeat"})
    return node.get(key) not in (None, "", {})
