"""The rows of the survey sheet: the primary instance, with what binds, controls and actions say of each node."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from askwell.questionsets.compiling.xform import local
from askwell.questionsets.decompiling.actions import Actions
from askwell.questionsets.decompiling.choices import Lists
from askwell.questionsets.decompiling.parsing import Source, child
from askwell.questionsets.decompiling.paths import Paths
from askwell.questionsets.decompiling.texts import Cells, Texts
from askwell.questionsets.decompiling.types import DATA_TYPES, MEDIA_TYPES, type_of

_RULES = {
    "relevant": "relevant",
    "constraint": "constraint",
    "required": "required",
    "readonly": "read_only",
    "calculate": "calculation",
}
_MESSAGES = {
    "jr:constraintMsg": "constraint_message",
    "jr:requiredMsg": "required_message",
    "jr:noAppErrorString": "noAppErrorString",
}
_COLUMNS_OF_BIND = {"entities:saveto": "save_to"}
_PARAMETERS = {
    "orx:max-pixels": "max-pixels",
    "odk:quality": "quality",
    "odk:allow-mock-accuracy": "allow-mock-accuracy",
    "accuracyThreshold": "capture-accuracy",
    "unacceptableAccuracyThreshold": "warning-accuracy",
    "incremental": "incremental",
    "odk:tick-interval": "tick_interval",
    "odk:placeholder": "placeholder",
}
_OF_RANGE = ("start", "end", "step")
_OF_ANY_TYPE = {"range", "select_one", "select_multiple"}
_YES = {"true()": "yes", "false()": "no"}


@dataclass(slots=True)
class Questions:
    """Writes rows in the order in which people see the questions."""

    source: Source
    paths: Paths
    texts: Texts
    lists: Lists
    actions: Actions

    def rows(self) -> list[Cells]:
        """Return the rows of the survey sheet."""
        written = list(self._inside(self.source.root, self.source.root_path))
        drawn = " ".join(text for _path, rows in written for row in rows for text in row.values())
        return self.lists.declared(drawn) + [row for path, rows in written for row in (*self._worked_out(path), *rows)]

    def _worked_out(self, path: str) -> list[Cells]:
        found = self.texts.worked_out.pop(path, [])
        return [{"type": "calculate", "name": name, "calculation": said} for name, said in found]

    def _inside(self, parent: Element, path: str) -> Iterator[tuple[str, list[Cells]]]:
        seen: dict[str, Element] = {}
        for node in parent:
            name = self.source.name(node.tag)
            if local(node.tag) != "meta":
                seen.setdefault(name, node)
        for name in self._as_seen(list(seen), path):
            yield from self._node(seen[name], f"{path}/{name}")

    def _as_seen(self, names: list[str], path: str) -> list[str]:
        """Order what people see as the body does; what they do not see keeps its place in the instance."""
        body = {each: number for number, each in enumerate(self._shown())}
        shown = [name for name in names if f"{path}/{name}" in body]
        following = iter(sorted(shown, key=lambda name: body[f"{path}/{name}"]))
        return [next(following) if f"{path}/{name}" in body else name for name in names]

    def _shown(self) -> list[str]:
        return [*self._order]

    @property
    def _order(self) -> dict[str, None]:
        known = {element: path for path, element in (*self.source.groups.items(), *self.source.repeats.items())}
        known |= {element: path for path, element in self.source.controls.items()}
        return dict.fromkeys(known[element] for element in self.source.body.iter() if element in known)

    def _node(self, node: Element, path: str) -> Iterator[tuple[str, list[Cells]]]:
        is_section = len(node) or path in self.source.repeats or path in self.source.groups
        if not is_section:
            yield path, [self._question(node, path)]
            return
        kind = "repeat" if path in self.source.repeats else "group"
        yield path, [self._section(node, path, kind)]
        yield from self._inside(node, path)
        yield f"{path}/", [{"type": f"end_{kind}"}]

    def _section(self, node: Element, path: str, kind: str) -> Cells:
        group, repeat = self.source.groups.get(path), self.source.repeats.get(path)
        row: Cells = {"type": f"begin_{kind}", "name": self.source.name(node.tag)}
        for element in (group, repeat):
            row |= self.texts.of_element(child(element, "label"), "label", path)
        row |= self.texts.without_control(path) | self._bind(path, "")
        attributes = {**self._attributes(group), **self._attributes(repeat)}
        count = attributes.pop("jr:count", "")
        if count:
            row["repeat_count"] = self.paths.expression(count, path)
        return {**row, **self._raw_of_body(attributes, path), **self._raw_of_instance(node, path)}

    def _attributes(self, element: Element | None) -> Cells:
        found = {} if element is None else self.source.attributes(element)
        return {name: value for name, value in found.items() if name not in {"ref", "nodeset", "bind"}}

    def _question(self, node: Element, path: str) -> Cells:
        control, bind = self.source.controls.get(path), self.source.bind(path)
        kind = type_of(control, bind, self.actions.type_of(path))
        row: Cells = {"type": kind, "name": self.source.name(node.tag)}
        if control is None:
            row |= self.texts.without_control(path)
        else:
            row |= self.texts.of_element(child(control, "label"), "label", path)
            row |= self.texts.of_element(child(control, "hint"), "hint", path)
            row |= self._kind(control, kind, path)
        row |= self._bind(path, kind)
        if node.text and node.text.strip():
            row["default"] = node.text.strip()
        row |= {key: value for key, value in self.actions.cells(path).items() if key != "parameters"}
        parameters = [row.pop("parameters", ""), self.actions.cells(path).get("parameters", "")]
        attributes = self._attributes(control)
        parameters += self._parameters({**attributes, **bind}, kind)
        for name in ("mediatype", "query", *(_OF_RANGE if kind == "range" else ()), *_PARAMETERS):
            if name != "mediatype" or MEDIA_TYPES.get(kind) == attributes.get(name):
                attributes.pop(name, None)
        row |= self._raw_of_body(attributes, path) | self._raw_of_instance(node, path)
        said = " ".join(filter(None, parameters))
        return {**row, "parameters": said} if said else row

    def _kind(self, control: Element, kind: str, path: str) -> Cells:
        if kind == "osm" and child(control, "tag") is not None:
            return {"type": f"osm {path.rpartition('/')[2]}"}
        return self.lists.of_control(control, kind, path) if kind.startswith(("select", "rank", "range")) else {}

    def _parameters(self, attributes: Cells, kind: str) -> list[str]:
        found = [f"{said}={attributes[name]}" for name, said in _PARAMETERS.items() if name in attributes]
        if kind == "range":
            found += [f"{name}={attributes[name]}" for name in _OF_RANGE if name in attributes]
        return found

    def _bind(self, path: str, kind: str) -> Cells:
        row: Cells = {}
        for name, value in self.source.bind(path).items():
            if name in _RULES:
                row |= self._rule(name, value, path, kind)
            elif name in _MESSAGES:
                row |= self.texts.of_message(value, _MESSAGES[name], path)
            elif name == "type":
                row |= {} if self._is_usual(value, kind) else {"bind::type": value}
            elif name not in {"nodeset", "ref", "id", *_PARAMETERS} and not self._is_preloaded(name, kind):
                row[_COLUMNS_OF_BIND.get(name, f"bind::{name}")] = self.paths.expression(value, path)
        return row

    def _rule(self, name: str, value: str, path: str, kind: str) -> Cells:
        said = self.paths.expression(value, path)
        if name == "readonly" and kind == "note" and said == "true()":
            return {}
        said = _YES.get(said, said) if name in {"required", "readonly"} else said
        return {_RULES[name]: said} if said else {}

    @staticmethod
    def _is_usual(data: str, kind: str) -> bool:
        return kind in _OF_ANY_TYPE or DATA_TYPES.get(kind, "string") == data

    @staticmethod
    def _is_preloaded(name: str, kind: str) -> bool:
        return name.startswith("jr:preload") and kind not in {"", "hidden", "calculate", "text"}

    def _raw_of_body(self, attributes: Cells, path: str) -> Cells:
        said = {name: value for name, value in attributes.items() if value}
        appearance = said.pop("appearance", "")
        raw = {f"body::{name}": self.paths.expression(value, path) for name, value in said.items()}
        return {"appearance": appearance, **raw} if appearance else raw

    def _raw_of_instance(self, node: Element, path: str) -> Cells:
        """Read the attributes of a node; a repeat may have them on its first instance only, not on its template."""
        beside = [each for each in self.source.parents[node] if each.tag == node.tag]
        found = {name: value for each in beside for name, value in self.source.attributes(each).items()}
        found.pop("jr:template", None)
        return {f"instance::{name}": self.paths.expression(value, path) for name, value in found.items()}
