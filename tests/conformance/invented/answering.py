"""What somebody does with an invented form: answers, in a wild one odd ones too, and repeats that come and go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from conformance.invented.expressions import DAYS, TEXTS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from askwell.logic.forms import Form

Step = list[str]

UNANSWERABLE = {"note", "calculate", "group", "repeat"}
ODD = ("abc", "1e3", " 7 ", "2026-02-30", "c1 c1 nothing", "-0", "NaN", "12.50", "ñ😀")
ANSWERS: dict[str, Sequence[str]] = {
    "integer": ("", "0", "1", "2", "3", "7", "12", "-3"),
    "range": ("", "0", "1", "5", "10"),
    "decimal": ("", "0.5", "2.5", "-1.5", "7.25"),
    "date": ("", *DAYS),
    "acknowledge": ("", "OK"),
    "text": TEXTS,
    "time": ("", "08:30:00.000+00:00", "23:59:00.000-07:00"),
    "dateTime": ("", "2026-03-15T08:30:00.000+00:00", "2026-03-14T23:30:00.000-07:00"),
    "geopoint": ("", "12.5 41.9 0 0"),
}


def steps(form: Form, lot: Random, *, wild: bool, many: int = 14) -> list[Step]:
    """Invent steps, taking them on the way, for what can be done depends on what was."""
    taken: list[Step] = []
    for _ in range(many):
        step = _next(form, lot, wild=wild)
        if step is not None:
            take(form, step)
            taken.append(step)
    return taken


def take(form: Form, step: Step) -> set[str]:
    """Do one thing; gives what changed."""
    verb, place, *value = step
    if verb == "set":
        return form.set(place, value[0])
    if verb == "add":
        return form.add(place)
    if verb == "remove":
        return form.remove(place)
    return form.use(language=place)


def _next(form: Form, lot: Random, *, wild: bool) -> Step | None:
    chance = lot.random()
    if chance < 0.12:
        series = [path for path in _series(form) if wild or form.get(path.rpartition("/")[0]).relevant]
        return ["add", lot.choice(series)] if series else None
    if chance < 0.18:
        there = [path for path in form.paths if _is_free(form.node(path)) and (wild or form.get(path).relevant)]
        return ["remove", lot.choice(there)] if there else None
    if chance < 0.21 and (wild or len(form.definition.document["languages"]) > 1):
        return ["language", lot.choice(["en", "es"])]
    answerable = [path for path in form.paths if form.node(path)["type"] not in UNANSWERABLE]
    asked = [path for path in answerable if wild or _is_open(form, path)]
    if not asked:
        return None
    path = lot.choice(asked)
    return ["set", path, lot.choice(ODD) if wild and lot.random() < 0.1 else _answer(form, path, lot)]


def _is_open(form: Form, path: str) -> bool:
    """Whether a person could do something there."""
    state = form.get(path)
    return state.relevant and not state.readonly


def _series(form: Form) -> list[str]:
    """List the places where a repeat may be added."""
    return [
        f"{path}/{child['name']}"
        for path in form.paths
        for child in form.node(path).get("children", ())
        if _is_free(child)
    ]


def _is_free(node: dict[str, Any]) -> bool:
    """Whether it is a repeat that no count rules."""
    return node["type"] == "repeat" and "repeat_count" not in node


def _answer(form: Form, path: str, lot: Random) -> str:
    kind = form.node(path)["type"]
    if kind in ANSWERS:
        return lot.choice(list(ANSWERS[kind]))
    names = [choice.name for choice in form.choices(path)]
    if kind == "select_one":
        return lot.choice(["", *names])
    if kind == "rank":
        return lot.choice(["", " ".join(lot.sample(names, len(names)))])
    if kind == "select_multiple":
        chosen = lot.sample(names, lot.randint(0, len(names)))
        return " ".join(name for name in names if name in chosen)
    return lot.choice(TEXTS)
