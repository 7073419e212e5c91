"""An open form: answers go in, states come out. It knows no screen, no storage and no clock."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeAlias

from askwell.logic.forms import repeating
from askwell.logic.forms.choices import Choice, offered
from askwell.logic.forms.instances import Instance, stored
from askwell.logic.forms.model import Model
from askwell.logic.forms.repeating import NEW_REPEAT
from askwell.logic.forms.settling import Settling

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from askwell.logic.environment import Env
    from askwell.logic.forms.definition import Definition, Fault, SetValue

Paths: TypeAlias = set[str]
FIRST_LOAD, VALUE_CHANGED = "odk-instance-first-load", "xforms-value-changed"

_STAMPED: dict[str, Callable[[Env], str]] = {
    "start": lambda env: env.moment.text,
    "today": lambda env: env.moment.day.text,
}


@dataclass(frozen=True, slots=True)
class NodeState:
    """What a screen needs to know about a node. The answer behind a blank `value` is kept and comes back."""

    value: str
    relevant: bool
    required: bool
    readonly: bool
    constraint_ok: bool


class Form:
    """One interview's answers to one version. Paths are those of the version; others raise `KeyError`."""

    def __init__(self, definition: Definition, env: Env, saved: Mapping[str, str] | None = None) -> None:
        self.definition = definition
        self._model = Model(definition, env)
        self._settling = Settling(self._model)
        if saved is None:
            self._begin()
        else:
            self._resume(saved)

    @property
    def paths(self) -> list[str]:
        """Every node's path, groups included, in the order of the form."""
        return list(self._model.by_path)

    @property
    def faults(self) -> list[Fault]:
        """Rules that could not be used."""
        return [fault for instance in self._model.by_path.values() for fault in instance.faults.values()]

    def node(self, path: str) -> dict[str, Any]:
        """Give the node as published."""
        return self._model.at(path).entry.node

    def get(self, path: str) -> NodeState:
        """Tell the state of a node."""
        found = self._model.at(path)
        return NodeState(found.value, found.relevant, found.required, found.readonly, found.constraint_ok)

    def set(self, path: str, value: str) -> Paths:
        """Give an answer, or clear it with a blank; tells the paths whose state is different now, its own too."""
        instance = self._model.at(path)
        if instance.entry.is_group:
            message = f"{path} is a group and takes no answer."
            raise ValueError(message)
        if instance.raw == value:
            return set()
        changed = {path, *self._settling.answer(instance, value)}
        return changed | self._act(
            lambda action: VALUE_CHANGED in action.events and action.trigger == instance.entry.path, instance
        )

    def count(self, series: str) -> int:
        """Say how many repeats there are at a path such as `/data/trip` or `/data/trip[2]/leg`."""
        parent, entry = self._model.series(series)
        return len(parent.twins(entry))

    def add(self, series: str) -> Paths:
        """Add a repeat behind the others; tells the paths that are new or whose state is different now."""
        parent, entry = self._model.series(series)
        made = repeating.add(self._model, parent, entry)
        self._model.index()
        changed = {each.place for each in made.family()} | self._settling.moved(entry)
        inside = f"{entry.path}/"
        return changed | self._act(lambda action: NEW_REPEAT in action.events and action.ref.startswith(inside), made)

    def remove(self, path: str) -> Paths:
        """Take a repeat away with its answers; those behind it move up. Tells the paths that are different now."""
        gone = self._model.at(path)
        if not gone.entry.is_repeat or not isinstance(gone.parent, Instance):
            message = f"{path} is no repeat and cannot be taken away."
            raise ValueError(message)
        series = [each.place for twin in gone.parent.twins(gone.entry) for each in twin.family()]
        repeating.remove(self._model, gone.parent, gone)
        self._model.index()
        return {*series, *self._settling.moved(gone.entry)}

    def choices(self, path: str, language: str = "") -> list[Choice]:
        """List the choices a question offers now."""
        return offered(self._model, self._model.at(path), language)

    def text(self, path: str, kind: str = "label", language: str = "") -> str:
        """Write a label, hint or message with its values filled in; a blank where there is none."""
        instance = self._model.at(path)
        return self._model.words(instance.entry.node.get(kind), instance, language=language)

    def values(self) -> dict[str, str]:
        """Give every answer, blanks and those of nodes that are not relevant included, to go on with later.

        Of repeats that a smaller count has taken away, too: they come back with a larger one.
        """
        gone = [(each.place, each) for each in repeating.aside(self._model) if not each.entry.is_group]
        return {path: instance.raw for path, instance in [*self._leaves(), *gone]}

    def use(self, *, now: str | None = None, language: str | None = None) -> Paths:
        """Go on at another time or in another language; a new language makes every rule look again."""
        env = self._model.env
        self._model.use(replace(env, now=now or env.now, language=env.language if language is None else language))
        return set() if language is None else self._settling.everything()

    def finish(self) -> Paths:
        """Stamp the end of the interview."""
        now = self._model.env.moment.text
        ends = [instance for _, instance in self._leaves() if instance.entry.type == "end"]
        return {path for instance in ends for path in self._settling.answer(instance, now)}

    def _leaves(self) -> list[tuple[str, Instance]]:
        return [each for each in self._model.by_path.items() if not each[1].entry.is_group]

    def _begin(self) -> None:
        for _, instance in self._leaves():
            stamp = _STAMPED.get(instance.entry.type)
            if stamp is not None:
                instance.raw = stamp(self._model.env)
        self._settling.everything()
        self._act(lambda action: FIRST_LOAD in action.events)

    def _resume(self, saved: Mapping[str, str]) -> None:
        repeating.restore(self._model, saved, saved)
        for path, instance in self._leaves():
            instance.raw = instance.result = saved.get(path, "")
            instance.is_restored = instance.entry.type != "calculate"
        self._settling.everything()

    def _act(self, wanted: Callable[[SetValue], bool], origin: Instance | None = None) -> Paths:
        """Carry out the actions wanted now, in the order of the version; in repeats only beside their origin."""
        changed: Paths = set()
        for action in filter(wanted, self.definition.setvalues):
            entry = self.definition.entries.get(action.ref)
            for instance in self._model.by_entry[entry.rank] if entry else ():
                if origin is not None and not _is_beside(instance, origin):
                    continue
                value = self._model.evaluate(instance, "setvalue", action.value)
                if value is not None:
                    changed |= self._settling.answer(instance, stored(value, instance.entry.type))
        return changed


def _is_beside(target: Instance, origin: Instance) -> bool:
    """Whether the repeats around both that could be the same are the same."""
    own = {each.entry: each for each in (origin, *origin.ancestors()) if isinstance(each, Instance)}
    around = [each for each in (target, *target.ancestors()) if isinstance(each, Instance) and each.entry.is_repeat]
    return all(own.get(each.entry, each) is each for each in around)
