"""From a change to a form at rest: only what depends on the change is asked again, after what it reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from askwell.logic.forms.choices import passing, remaining
from askwell.logic.forms.instances import Instance, stored
from askwell.logic.forms.repeating import fit
from askwell.logic.values import boolean

if TYPE_CHECKING:
    from askwell.logic.forms.definition import Entry
    from askwell.logic.forms.model import Model

INPUT, PARENT, VALUE = 1, 2, 4
"""Why an entry has to be looked at again: something its rules read, its group, or its own answer has changed."""

_ALL = INPUT | PARENT | VALUE

_PATIENCE = 20


class Settling:
    """What is still to be looked at, and what has changed on the way."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._pending = [0] * len(model.definition.ranked)
        self._first = 0
        self._changed: set[str] = set()
        self._unchecked: dict[Instance, None] = {}

    def everything(self) -> set[str]:
        """Look at the whole form; give the paths whose state is different now."""
        self._pending = [_ALL] * len(self._pending)
        self._first = 0
        return self._settle()

    def answer(self, instance: Instance, value: str) -> set[str]:
        """Write an answer and follow what comes of it."""
        instance.raw = value
        self._mark(instance, VALUE)
        return self._settle()

    def moved(self, entry: Entry) -> set[str]:
        """Follow what comes of repeats of an entry having come or gone: places have changed, and what reads them."""
        self._mark_moved(entry)
        return self._settle()

    def _mark_moved(self, entry: Entry) -> None:
        for each in entry.family():
            self._mark_rank(each.rank, _ALL)
            for reader in each.readers:
                self._mark_rank(reader.rank, INPUT)

    def _mark(self, instance: Instance, reason: int) -> None:
        self._mark_rank(instance.entry.rank, reason)

    def _mark_rank(self, rank: int, reason: int) -> None:
        self._pending[rank] |= reason
        self._first = min(self._first, rank)

    def _settle(self) -> set[str]:
        """Visit in order of rank until nothing is pending; a cycle the compiler let through is left after a while."""
        pending, visits = self._pending, len(self._pending) * _PATIENCE
        while self._first < len(pending) and visits > 0:
            rank = self._first
            self._first += 1
            if pending[rank]:
                reasons, pending[rank] = pending[rank], 0
                visits -= 1
                if reasons & INPUT:
                    self._fit(self._model.definition.ranked[rank])
                for instance in self._model.by_entry[rank]:
                    self._refresh(instance, reasons)
        for instance in self._unchecked:
            self._check(instance)
        changed, self._changed, self._unchecked = self._changed, set(), {}
        return changed

    def _fit(self, entry: Entry) -> None:
        """Let there be as many repeats as their count says."""
        if "repeat_count" not in entry.rules or entry.parent is None:
            return
        fitted = [fit(self._model, parent, entry) for parent in self._model.by_entry[entry.parent.rank]]
        if any(fitted):
            self._model.index()
            self._mark_moved(entry)

    def _refresh(self, instance: Instance, reasons: int) -> None:
        inputs = bool(reasons & INPUT)
        if inputs and instance.entry.rules:
            self._read_rules(instance)
        self._inherit(instance)
        if not instance.entry.is_group:
            if inputs:
                self._filter(instance)
            self._show(instance)
            if self._recalculates(instance, inputs=inputs):
                self._calculate(instance)
        if inputs:
            self._unchecked[instance] = None

    def _read_rules(self, instance: Instance) -> None:
        rules = instance.entry.rules
        if "relevant" in rules:
            instance.own_relevant = self._holds(instance, "relevant", otherwise=True)
        if "readonly" in rules:
            instance.own_readonly = self._holds(instance, "readonly", otherwise=False)
        if "required" in rules:
            required = self._holds(instance, "required", otherwise=False)
            if required != instance.required:
                instance.required = required
                self._changed.add(instance.place)

    def _holds(self, instance: Instance, rule: str, *, otherwise: bool) -> bool:
        value = self._model.ask(instance, rule)
        return otherwise if value is None else boolean(value)

    def _inherit(self, instance: Instance) -> None:
        """Relevance and readonly come down from the groups around a node."""
        relevant, readonly = instance.own_relevant, instance.own_readonly
        if isinstance(instance.parent, Instance):
            relevant = relevant and instance.parent.relevant
            readonly = readonly or instance.parent.readonly
        if relevant == instance.relevant and readonly == instance.readonly:
            return
        instance.relevant, instance.readonly = relevant, readonly
        self._changed.add(instance.place)
        self._unchecked[instance] = None
        for child in instance.entry.children:
            self._mark_rank(child.rank, PARENT)

    def _filter(self, instance: Instance) -> None:
        before, instance.passing = instance.passing, None
        if before is not None and passing(self._model, instance) != before:
            self._changed.add(instance.place)

    def _recalculates(self, instance: Instance, *, inputs: bool) -> bool:
        """While a node is not relevant its calculation rests; it catches up when the node returns."""
        if "calculate" not in instance.entry.rules or not (inputs or instance.is_stale):
            return False
        instance.is_stale = not instance.relevant
        return instance.relevant

    def _calculate(self, instance: Instance) -> None:
        """Only a result that differs from the last one overwrites what somebody may have typed."""
        value = self._model.ask(instance, "calculate")
        result = "" if value is None else stored(value, instance.entry.type)
        if result != instance.result and not instance.is_restored:
            instance.raw = result
        instance.result = result
        instance.is_restored = False
        self._show(instance)

    def _show(self, instance: Instance) -> None:
        shown = remaining(self._model, instance) if instance.relevant else ""
        if shown == instance.value:
            return
        instance.value = shown
        self._changed.add(instance.place)
        self._unchecked[instance] = None
        for reader in instance.entry.readers:
            self._mark_rank(reader.rank, INPUT)

    def _check(self, instance: Instance) -> None:
        """Constraints come last, for they change no value; a blank answer has none."""
        is_asked = instance.relevant and instance.value != "" and "constraint" in instance.entry.rules
        is_ok = not is_asked or self._holds(instance, "constraint", otherwise=True)
        if is_ok != instance.constraint_ok:
            instance.constraint_ok = is_ok
            self._changed.add(instance.place)
