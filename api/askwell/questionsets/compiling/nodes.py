"""The nodes of a version document: what the primary instance, the binds, the body and the draft say about each path."""

from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from askwell.logic.trees import Tree
from askwell.questionsets.compiling.choices import Lists, Source, inline_choices, source_of
from askwell.questionsets.compiling.extras import extras
from askwell.questionsets.compiling.rules import Reading
from askwell.questionsets.compiling.texts import Text, TextReader
from askwell.questionsets.compiling.xform import Control, XForm, attribute, local, text_id
from askwell.questionsets.outline import Item
from askwell.questionsets.parameters import read_parameters
from askwell.questionsets.question_types import names_choices

Node = dict[str, Any]

ORDER = (
    *("name", "type", "bind", "default", "appearance", "parameters", "list", "choice_filter", "itemset", "seed"),
    *("label", "media", "hint", "guidance_hint", "constraint_message", "required_message"),
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
_SELECTS = frozenset({"select1", "select", "rank"})
_BY_DATA = {"int": "integer", "decimal": "decimal", "date": "date", "time": "time", "dateTime": "dateTime"}
_RANGE = ("start", "end", "step")
_TABLE_TITLE = "generated_table_list_label_"
"""The note to which pyxform gives the label and the hint of a `table-list` group."""


@dataclass(frozen=True, slots=True)
class NodeReader:
    """Reads the tree of nodes from the parts of an XForm and the items of the draft."""

    form: XForm
    items: dict[str, Item]
    texts: TextReader
    reading: Reading
    lists: Lists

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
            **self._title_of_table(element, path),
            "children": self.children(element, path) if len(element) or path in self.form.repeats else [],
        }
        if control is not None:
            node.update(self._from_control(control, path))
        if node["type"] == "note" and path not in self.items:  # made up, for clients that draw tables from such rows
            node.update(label={}, hint={})
        if path in self.form.repeats:
            node["repeat_count"] = self._repeat_count(path)
        if item := self.items.get(path):
            node.update(self._from_item(item, node))
        return {key: node[key] for key in ORDER if _says_something(node, key)}

    def _title_of_table(self, element: Element, path: str) -> dict[str, Any]:
        """Return the label and the hint that pyxform has taken from a `table-list` group and given to a note in it."""
        inside = (f"{path}/{local(child.tag)}" for child in element)
        note = next((self.form.controls[each] for each in inside if self._is_table_title(each)), None)
        texts = self._texts(note, path)
        return {kind: _from_inside(texts[kind]) for kind in ("label", "hint", "guidance_hint")} if note else {}

    def _is_table_title(self, path: str) -> bool:
        return path not in self.items and path.rpartition("/")[2].startswith(_TABLE_TITLE)

    def _type(self, element: Element, path: str) -> str:
        """Take the type from the draft; for a node that pyxform added, from its control and its data type."""
        if path in self.form.repeats:
            return "repeat"
        if self._is_table_title(path) or _names_choices(self.form.controls.get(path)):
            return "note"
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
            found["media"] = self.texts.media_of(text_id(control.label))
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
            found.update(self._source(source))
        elif choices := inline_choices(control, path, self.texts):
            self.lists.lists.setdefault(path, choices)
            found["list"] = path
        return found

    def _source(self, source: Source) -> Node:
        if source.nodes is None:
            name = self.lists.from_file(source)
            return {"list": name, "choice_filter": source.choice_filter, "seed": source.seed}
        return {"itemset": {"nodes": source.nodes, "value": source.value, "label": source.label}, "seed": source.seed}

    def _repeat_count(self, path: str) -> Any:
        return self.reading.tree(attribute(self.form.repeats[path], "count"), path, "repeat_count")

    def _from_item(self, item: Item, node: Node) -> Node:
        parameters = {**read_parameters(item.row.get("parameters")), **node.get("parameters", {})}
        return {**extras(item.row, self.texts.languages), "parameters": parameters}


def _names_choices(control: Control | None) -> bool:
    return control is not None and control.tag in _SELECTS and names_choices(attribute(control.element, "appearance"))


def _from_inside(text: Text) -> Text:
    """Let a text of a node be one of the group around it: its relative paths begin a step further out."""
    return {
        code: [piece if isinstance(piece, str) else {"out": _a_step_out(piece["out"])} for piece in pieces]
        for code, pieces in text.items()
    }


def _a_step_out(tree: Tree) -> Tree:
    return ["path", "ctx", tree[2][1:]] if tree[:2] == ["path", "ctx"] else tree


def _says_something(node: Node, key: str) -> bool:
    """Leave out what is empty, unless empty means something: no answer option, a group without questions."""
    if node.get(key) == []:
        return key == "answer_options" or (key == "children" and node["type"] in {"group", "repeat"})
    return node.get(key) not in (None, "", {})
