"""How many repeats there are: as a count says, as answers that were kept need them, or one more, one fewer."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from askwell.logic.forms.instances import Instance, grow, stored
from askwell.logic.values import number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from askwell.logic.forms.definition import Entry
    from askwell.logic.forms.model import Model

MOST = 1_000
"""More than so many repeats in a row are a slip of the finger, and would bring a phone to a stand."""

NEW_REPEAT = "odk-new-repeat"
_NUMBERED = re.compile(r"\[(\d+)\]")


def add(model: Model, parent: Instance, entry: Entry) -> Instance:
    """Add a repeat behind the others; the model has to be indexed afterwards."""
    made = grow(entry, None, first=False)
    parent.take(made)
    return made


def remove(model: Model, parent: Instance, gone: Instance) -> None:
    """Take a repeat away for good, with what was set aside in it; the model has to be indexed afterwards."""
    parent.release(gone)
    inside = set(gone.family())
    model.set_aside = {place: aside for place, aside in model.set_aside.items() if place[0] not in inside}


def fit(model: Model, parent: Instance, entry: Entry) -> bool:
    """Make as many repeats as their count says; whether there are more or fewer now.

    What is taken away is set aside with its answers. A count that cannot be worked out leaves what is there.
    """
    there = parent.twins(entry)
    is_untouched = not model.is_taken_up and (parent, entry) not in model.set_aside
    aside = model.set_aside.setdefault((parent, entry), [])
    wanted = _wanted(model, parent, entry)
    if wanted is None or wanted == len(there):
        return False
    for gone in reversed(there[wanted:]):
        parent.release(gone)
        aside.append(gone)
        if is_untouched:
            model.unbegun.add(gone)
    for _ in range(wanted - len(there)):
        _bring(model, parent, entry, aside)
    return True


def _bring(model: Model, parent: Instance, entry: Entry, aside: list[Instance]) -> None:
    """Let what was set aside come back, or make a new one."""
    if not aside:
        _begin(model, parent, add(model, parent, entry))
        return
    back = aside.pop()
    parent.take(back)
    if back in model.unbegun:
        model.unbegun.discard(back)
        _begin(model, parent, back)


def _begin(model: Model, parent: Instance, made: Instance) -> None:
    """Give a new repeat the answers that the actions for new ones say; everything else is worked out afterwards."""
    made.number(parent.place, len(parent.twins(made.entry)))
    for action in model.definition.setvalues:
        for instance in made.family() if NEW_REPEAT in action.events else ():
            if instance.entry.path == action.ref:
                value = model.evaluate(instance, "setvalue", action.value)
                instance.raw = instance.raw if value is None else stored(value, instance.entry.type)


def _wanted(model: Model, parent: Instance, entry: Entry) -> int | None:
    """Ask the rule where the next repeat would stand."""
    asking = Instance(entry)
    asking.parent = parent
    asking.number(parent.place, 1)
    value = model.ask(asking, "repeat_count")
    if value is None:
        return None
    return _within(number(value))


def _within(count: float) -> int:
    return 0 if math.isnan(count) else math.floor(min(max(count, 0), MOST))


def restore(model: Model, paths: Iterable[str], kept: Mapping[str, str] | None = None) -> None:
    """Make as many repeats as is kept at their own path, or else as the paths of kept answers need, and no others."""
    model.is_taken_up = True
    counts = _counts(paths)
    for instance in model.root.family():
        for entry in instance.entry.children:
            if entry.is_repeat:
                series = f"{instance.place}/{entry.name}"
                said = (kept or {}).get(series)
                _resize(model, instance, entry, counts.get(series, 0) if said is None else _within(number(said)))
    model.index()


def _resize(model: Model, parent: Instance, entry: Entry, wanted: int) -> None:
    there = parent.twins(entry)
    for gone in there[wanted:]:
        parent.release(gone)
    for _ in range(wanted - len(there)):
        add(model, parent, entry)
    for position, each in enumerate(parent.twins(entry), start=1):
        each.number(parent.place, position)


def _counts(paths: Iterable[str]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for path in paths:
        for found in _NUMBERED.finditer(path):
            series = path[: found.start()]
            counts[series] = max(counts.get(series, 0), min(int(found[1]), MOST))
    return counts


def aside(model: Model) -> Iterator[Instance]:
    """Yield what a smaller count has taken away, with the places it would come back to."""
    for (parent, entry), gone in model.set_aside.items():
        begun = [each for each in reversed(gone) if each not in model.unbegun]
        for position, each in enumerate(begun, start=len(parent.twins(entry)) + 1):
            each.number(parent.place, position)
            yield from each.family()
