"""States of forms recorded from another engine: after the same answers our form should be in the same state.

Not compared: what the phone tells of itself, and `meta`. Numbers and places are compared as numbers, for ODK's engine
rewrites `18` as `18.0` when it is answered; ours keeps what the person wrote.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from askwell.conformance.outcomes import Disagreement, Outcome
from askwell.logic.environment import Env
from askwell.logic.forms import Definition, Form

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_ONLY_WHILE_RELEVANT = frozenset({"v", "req", "ro", "options"})

Run = dict[str, Any]


def run(recording: Mapping[str, Any], document: Mapping[str, Any]) -> Outcome:
    """Repeat every interview of a recording with a compiled version; each state of each node counts as a case."""
    definition = Definition(document)
    told = told_by_phone(recording)
    passed = 0
    wrong: list[Disagreement] = []
    for number, each in enumerate(recording["runs"], start=1):
        different = {
            path: Disagreement(f"run {number}", f"{path} {what}", recorded, ours)
            for path, what, recorded, ours in differences(opened(definition, recording, each), each, told)
        }
        passed += len(each["state"]) - len(different)
        wrong += different.values()
    return Outcome(passed, wrong)


def told_by_phone(recording: Mapping[str, Any]) -> set[str]:
    """Name the values that no rule gives."""
    return set(recording.get("preload", {}).values())


def clock_of(recording: Mapping[str, Any]) -> str:
    """Give the clock of a recording, with milliseconds and an offset."""
    return str(recording["clock"]).replace("Z", ".000+00:00")


def _set(form: Form, path: str, value: str) -> None:
    if path in form.paths:
        form.set(path, value)


def _add(form: Form, path: str) -> None:
    form.add(path)


def _remove(form: Form, path: str) -> None:
    form.remove(path)


_STEPS: dict[str, Callable[..., None]] = {"set": _set, "add": _add, "remove": _remove}


def opened(definition: Definition, recording: Mapping[str, Any], run: Run) -> Form:
    """Open the form and answer as the recording did."""
    form = Form(definition, Env(now=clock_of(recording), language=definition.default_language, random=lambda: 0.5))
    for verb, path, *value in run["steps"]:
        _STEPS[verb](form, path, *value)
    return form


def differences(form: Form, run: Run, told: set[str]) -> Iterator[tuple[str, str, Any, Any]]:
    """Yield path, what, recorded and ours wherever they are not the same."""
    paths = set(form.paths)
    for path, recorded in run["state"].items():
        if "/meta/" in path or recorded["v"] in told:
            continue
        if path not in paths:
            yield path, "there", True, False
            continue
        for key, value in state(form, path).items():
            if (recorded["rel"] or key not in _ONLY_WHILE_RELEVANT) and not same(value, recorded.get(key, False)):
                yield path, key, recorded.get(key, False), value


def state(form: Form, path: str) -> dict[str, Any]:
    """Tell a node's state in the words of a recording."""
    found = form.get(path)
    told: dict[str, Any] = {"v": found.value, "rel": found.relevant, "req": found.required, "ro": found.readonly}
    told["bad_constraint"] = not found.constraint_ok
    told["missing"] = found.required and found.relevant and not found.value
    if form.node(path).get("list") in form.definition.lists:
        told["options"] = [choice.name for choice in form.choices(path)]
    return told


def same(ours: Any, recorded: Any) -> bool:
    """Compare, words of digits as numbers."""
    if ours == recorded or not isinstance(ours, str) or not isinstance(recorded, str):
        return bool(ours == recorded)
    mine, theirs = ours.split(), recorded.split()
    if not mine or len(mine) != len(theirs):
        return False
    return all(a == b or _number(a) == _number(b) for a, b in zip(mine, theirs, strict=True))


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return math.nan
