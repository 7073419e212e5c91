"""Values that actions set: at the start, in a new repeat, or when another question changes."""

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from askwell.questionsets.compiling.xform import local
from askwell.questionsets.decompiling.parsing import Source
from askwell.questionsets.decompiling.paths import Paths
from askwell.questionsets.decompiling.texts import Cells

_ACTIONS = {"setvalue", "setgeopoint", "recordaudio"}
_FIRST_LOAD = {"odk-instance-first-load", "xforms-ready"}
_CHANGED = "xforms-value-changed"


@dataclass(slots=True)
class Actions:
    """The actions of a form by the path that they fill."""

    paths: Paths
    found: dict[str, list[tuple[Element, str]]] = field(default_factory=dict)

    @classmethod
    def of(cls, source: Source, paths: Paths) -> "Actions":
        """Collect the actions of the model and of the body; those of a control have it as their trigger."""
        actions = cls(paths)
        triggers = {control: path for path, control in source.controls.items()}
        for part in (source.model, source.body):
            for element in part.iter():
                if local(element.tag) in _ACTIONS:
                    trigger = triggers.get(source.parents[element], "")
                    actions.found.setdefault(element.get("ref", "").strip(), []).append((element, trigger))
        return actions

    def type_of(self, path: str) -> str | None:
        """Return the type of a node that only an action fills."""
        for element, trigger in self.found.get(path, []):
            tag = local(element.tag)
            if tag == "recordaudio":
                return "background-audio"
            if tag == "setgeopoint":
                return "background-geopoint" if trigger else "start-geopoint"
            if trigger:
                return "calculate" if element.get("value") or element.text else "text"
        return None

    def cells(self, path: str) -> Cells:
        """Return the default, or the trigger and what is calculated then."""
        cells: Cells = {}
        for element, trigger in self.found.get(path, []):
            cells |= self._triggered(element, trigger, cells) if trigger else self._first(element, path)
        return cells

    def _first(self, element: Element, path: str) -> Cells:
        if local(element.tag) == "recordaudio":
            quality = next((value for key, value in element.attrib.items() if local(key) == "quality"), "")
            return {"parameters": f"quality={quality}"} if quality else {}
        events = set(element.get("event", "").split())
        if local(element.tag) != "setvalue" or not events & {*_FIRST_LOAD, "odk-new-repeat"}:
            return {}
        value = element.get("value")
        said = self.paths.expression(value, path) if value else (element.text or "").strip()
        return {"default": said} if said else {}

    def _triggered(self, element: Element, trigger: str, cells: Cells) -> Cells:
        name = self.paths.unique.get(trigger)
        if name is None or _CHANGED not in element.get("event", ""):
            return {}
        known = cells.get("trigger")
        found = {"trigger": f"{known}, ${{{name}}}" if known else f"${{{name}}}"}
        value = element.get("value") or ""
        said = self.paths.expression(value, trigger) if value else (element.text or "").strip()
        return {**found, "calculation": said} if said and local(element.tag) == "setvalue" else found
