"""Choice lists: from secondary instances, and from choices that older forms write inside a control."""

import re
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element

from askwell.questionsets.compiling.xform import itext_id, local
from askwell.questionsets.decompiling.parsing import Source, child, children
from askwell.questionsets.decompiling.paths import Paths
from askwell.questionsets.decompiling.texts import Cells, Texts

_RANDOMIZED = re.compile(r"^\s*randomize\((?P<nodes>.*?)(?:,\s*(?P<seed>[^,()\[\]]+))?\)\s*$", re.DOTALL)
_LISTED = re.compile(r"^\s*instance\(\s*['\"](?P<id>[^'\"]+)['\"]\s*\)/root/item(?:\[(?P<filter>.*)\])?\s*$", re.DOTALL)
_NODES = re.compile(r"^(?P<path>[^\[]+?)\s*(?:\[(?P<filter>.*)\])?$", re.DOTALL)
_FILE = re.compile(r"^jr://(?:file|file-csv)/(?P<name>.+\.(?:csv|xml|geojson))$")
_NUMBERED = re.compile(r"^(?P<list>.+)-\d+$")
_COLUMNS_OF_A_CHOICE = {"name", "label", "itextId", "value", "caption", "list_name", "list name"}
_REFS = {".geojson": ("id", "title")}


@dataclass(slots=True)
class Lists:
    """The rows of the choices sheet, and the way from a control to its list."""

    source: Source
    paths: Paths
    texts: Texts
    rows: list[Cells] = field(default_factory=list)
    outside: list[Cells] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)
    _inline: dict[str, list[Cells]] = field(default_factory=dict)

    @classmethod
    def of(cls, source: Source, paths: Paths, texts: Texts) -> "Lists":
        """Read the secondary instances."""
        lists = cls(source, paths, texts)
        refs = {name: refs for control in source.controls.values() for name, refs in _refs_of(control)}
        for instance in source.instances():
            name, src = instance.get("id", ""), instance.get("src")
            if src is not None:
                found = _FILE.match(src)
                lists.files[name] = found["name"] if found else ""
                continue
            for root in instance:
                lists.rows += [lists._choice(name, item, *refs.get(name, ("name", "label"))) for item in root]
        return lists

    def _choice(self, list_name: str, item: Element, value: str, label: str) -> Cells:
        parts = {local(each.tag): each for each in item}
        row: Cells = {"list_name": list_name, "name": _text(parts.get(value))}
        identifier = _text(parts.get("itextId"))
        if identifier:
            row |= self.texts.of_id(identifier, "label", "")
        elif "itext(" not in label:
            row |= self.texts.of_element(parts.get(label), "label", "")
        extra = {name: _text(each) for name, each in parts.items() if name not in _COLUMNS_OF_A_CHOICE | {value, label}}
        return {**row, **{name: text for name, text in extra.items() if text}}

    def of_control(self, control: Element, kind: str, path: str) -> Cells:
        """Return the type with its list, the choice filter and the parameters of a select."""
        itemset = child(control, "itemset")
        if itemset is not None:
            return self._itemset(itemset, kind, path)
        if kind == "select_one_external":
            found = _LISTED.match(control.get("query", ""))
            name = found["id"] if found else ""
            # Their choices are in itemsets.csv, beside the form: the list is named, so that the rows stay a form.
            self.outside += [] if {"list_name": name} in self.outside else [{"list_name": name}]
            return {"type": f"{kind} {name}".strip(), **self._filter(found and found["filter"], path)}
        items = children(control, "item")
        return {"type": f"{kind} {self._of_items(items, path)}"} if items else {"type": kind}

    def _itemset(self, itemset: Element, kind: str, path: str) -> Cells:
        nodes, parameters = itemset.get("nodeset", ""), []
        if kind == "range":
            listed = _LISTED.match(nodes)
            return {"parameters": f"tick_labelset={listed['id']}"} if listed else {}
        randomized = _RANDOMIZED.match(nodes)
        if randomized:
            nodes, parameters = randomized["nodes"], ["randomize=true"]
            if randomized["seed"]:
                parameters.append(f"seed={self.paths.expression(randomized['seed'], path)}")
        listed = _LISTED.match(nodes)
        if listed is None:
            return {"type": kind, **self._of_nodes(itemset, nodes, kind, path), **_parameters(parameters)}
        file = self.files.get(listed["id"])
        if not file:
            return {
                "type": f"{kind} {listed['id']}",
                **self._filter(listed["filter"], path),
                **_parameters(parameters),
            }
        usual = _REFS.get(file[file.rindex(".") :], ("name", "label"))
        for name, column, ref in zip(("value", "label"), usual, _refs(itemset), strict=True):
            if ref != column:
                parameters.append(f"{name}={ref}")
        cells = {"type": f"{kind}_from_file {file}", **self._filter(listed["filter"], path)}
        return {**cells, **_parameters(parameters)}

    def _of_nodes(self, itemset: Element, nodes: str, kind: str, path: str) -> Cells:
        """Choices that are answers of a repeat: `select_one ${name}`."""
        found = _NODES.match(nodes.strip())
        value = _refs(itemset)[0]
        if found is None:
            return {}
        target = f"{self.paths.resolve(found['path'].removeprefix('current()/'), path)}/{value}"
        name = self.paths.unique.get(target)
        if name is None:
            return {}
        wanted = found["filter"] or ""
        usual = wanted.replace(" ", "") == f"./{value}!=''"
        return {"type": f"{kind} ${{{name}}}", **({} if usual else self._filter(wanted, path))}

    def _filter(self, written: str | None, path: str) -> Cells:
        said = self.paths.expression(written, path, in_list=True) if written else ""
        return {"choice_filter": said} if said else {}

    def _of_items(self, items: list[Element], path: str) -> str:
        """Give choices that stand in a control a list; the same choices in another control share it."""
        rows = [self._item(item, path) for item in items]
        ids = [
            itext_id(label.get("ref", "")) if (label := child(item, "label")) is not None else None for item in items
        ]
        numbered = {found["list"] if (found := _NUMBERED.match(each or "")) else "" for each in ids}
        wanted = next(iter(numbered)) if len(numbered) == 1 and "" not in numbered else ""
        wanted = wanted if re.fullmatch(r"[\w.-]+", wanted) else path.rpartition("/")[2]
        for name, known in self._inline.items():
            if known == rows:
                return name
        name, taken = wanted, {row["list_name"] for row in self.rows}
        while name in taken:
            name += "_"
        self._inline[name] = rows
        self.rows += [{"list_name": name, **row} for row in rows]
        return name

    def _item(self, item: Element, path: str) -> Cells:
        label = self.texts.of_element(child(item, "label"), "label", path)
        return {"name": _text(child(item, "value")), **label}

    def declared(self, drawn: str) -> list[Cells]:
        """Return rows for the files that nothing draws on by itself; `drawn` is all that expressions say."""
        by_select = {found[1] for each in self.source.controls.values() if (found := _instance_of(each))}
        rows = []
        for name, file in self.files.items():
            by_pulldata = re.search(rf"pulldata\(\s*['\"]{re.escape(name)}['\"]", drawn)
            if name not in by_select and not by_pulldata and file in {f"{name}.csv", f"{name}.xml"}:
                rows.append({"type": f"{file.rpartition('.')[2]}-external", "name": name})
        return rows

    def repeats_a_name(self) -> bool:
        """Whether a list has the same name twice."""
        names = [(row["list_name"], row["name"]) for row in self.rows]
        return len(set(names)) < len(names)


def _refs_of(control: Element) -> Any:
    itemset, found = child(control, "itemset"), _instance_of(control)
    if itemset is not None and found:
        yield found[1], _refs(itemset)


def _instance_of(control: Element) -> re.Match[str] | None:
    itemset = child(control, "itemset")
    return None if itemset is None else re.search(r"instance\(\s*['\"]([^'\"]+)", itemset.get("nodeset", ""))


def _refs(itemset: Element) -> tuple[str, str]:
    value, label = child(itemset, "value"), child(itemset, "label")
    return (
        value.get("ref", "name") if value is not None else "name",
        label.get("ref", "label") if label is not None else "label",
    )


def _parameters(parameters: list[str]) -> Cells:
    return {"parameters": " ".join(parameters)} if parameters else {}


def _text(element: Element | None) -> str:
    return "" if element is None else "".join(element.itertext()).strip()
