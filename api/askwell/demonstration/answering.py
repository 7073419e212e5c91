"""Makes up answers that the question set's own logic accepts: walks the form as a respondent would."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from random import Random
from typing import Any

from askwell.demonstration.organizations import TEXTS
from askwell.logic.environment import Env
from askwell.logic.forms import Definition, Form

Answer = dict[str, str]
TRIES = 8
NEVER_ASKED = {"note", "calculate", "hidden", "start", "end", "today"}


def invent_answers(document: Mapping[str, Any], random: Random, language: str, now: str) -> dict[str, Answer]:
    """Answer every relevant question, leaving some out for each reason a person might have; return path → answer."""
    form = Form(Definition(document), Env(now=now, random=random.random, language=language))
    answers: dict[str, Answer] = {}
    for path in form.paths:
        node = form.node(path)
        if "children" in node or node["type"] in NEVER_ASKED:
            continue
        answers[path] = _answer(form, path, node, random, language)
    return answers


def _answer(form: Form, path: str, node: dict[str, Any], random: Random, language: str) -> Answer:
    state = form.get(path)
    if not state.relevant:
        return {"missing": "not_asked"}
    reason = _reason(node, random, required=state.required)
    if reason:
        return {"missing": reason}
    for _ in range(TRIES):
        value = _value(form, path, node, random, language)
        form.set(path, value)
        if value and form.get(path).constraint_ok:
            return {"value": value}
    form.set(path, "")
    return {"missing": "skipped"}


def _reason(node: dict[str, Any], random: Random, *, required: bool) -> str | None:
    """Choose, now and then, one of the reasons that this question offers."""
    offered = node.get("answer_options", [] if required else ["skip"])
    chance = 0.3 if node["type"] == "text" else 0.08
    if not offered or random.random() > chance:
        return None
    option: str = random.choice(offered)
    return {"skip": "skipped"}.get(option, option)


def _value(form: Form, path: str, node: dict[str, Any], random: Random, language: str) -> str:
    make = _MAKERS.get(node["type"], _nothing)
    names = [choice.name for choice in form.choices(path)] if node.get("list") else []
    return make(random, names, node, language)


def _nothing(_random: Random, _names: list[str], _node: dict[str, Any], _language: str) -> str:
    return ""


def _one(random: Random, names: list[str], _node: dict[str, Any], _language: str) -> str:
    """Choose one; not evenly, or every chart would be flat."""
    if not names:
        return ""
    weights = [1 + 3 * (index % 3 == 1) + 2 * (index == len(names) // 2) for index in range(len(names))]
    return random.choices(names, weights)[0]


def _several(random: Random, names: list[str], _node: dict[str, Any], _language: str) -> str:
    chosen = random.sample(names, min(len(names), random.randint(1, 3)))
    return " ".join(name for name in names if name in chosen)


def _five(random: Random, names: list[str], node: dict[str, Any], _language: str) -> str:
    """Choose five where a list is long: the starter library asks for five to rank."""
    if len(names) < 10:
        return _several(random, names, node, _language)
    chosen = set(random.sample(names, 5 if random.random() < 0.7 else 3))
    return " ".join(name for name in names if name in chosen)


def _ranked(random: Random, names: list[str], _node: dict[str, Any], _language: str) -> str:
    return " ".join(random.sample(names, len(names)))


def _number(random: Random, _names: list[str], node: dict[str, Any], _language: str) -> str:
    given = node.get("parameters", {})
    start, end = float(given.get("start", 0)), float(given.get("end", 10))
    step = float(given.get("step", 1)) or 1
    value = start + step * random.randint(0, int((end - start) / step))
    return str(int(value)) if value == int(value) else str(value)


def _text(random: Random, _names: list[str], _node: dict[str, Any], language: str) -> str:
    return random.choice(TEXTS.get(language, TEXTS["en"]))


def _date(random: Random, _names: list[str], _node: dict[str, Any], _language: str) -> str:
    return (date(2026, 1, 5) + timedelta(days=random.randint(0, 120))).isoformat()


def _time(random: Random, _names: list[str], _node: dict[str, Any], _language: str) -> str:
    return f"{random.randint(6, 20):02}:{random.choice((0, 15, 30, 45)):02}:00.000"


def _moment(random: Random, names: list[str], node: dict[str, Any], language: str) -> str:
    return f"{_date(random, names, node, language)}T{_time(random, names, node, language)}+00:00"


def _ok(_random: Random, _names: list[str], _node: dict[str, Any], _language: str) -> str:
    return "OK"


_MAKERS: dict[str, Callable[[Random, list[str], dict[str, Any], str], str]] = {
    "select_one": _one,
    "select_multiple": _five,
    "rank": _ranked,
    "integer": _number,
    "decimal": _number,
    "range": _number,
    "text": _text,
    "date": _date,
    "time": _time,
    "dateTime": _moment,
    "acknowledge": _ok,
}
