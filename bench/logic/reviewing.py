"""How long the server needs to review one submission of 60 questions, and to make a version ready for it.

    python bench/logic/reviewing.py

Sixty questions: every third depends on the one before, every fourth has a constraint, every fifth is required, every
sixth is a calculation, every tenth a choice. Both clocks are shown; on a busy machine only the CPU time means anything.
"""

from __future__ import annotations

import statistics
import sys
import time
from typing import TYPE_CHECKING, Any

from askwell.logic.environment import Env
from askwell.logic.forms import Definition, review
from askwell.logic.parsing import parse

if TYPE_CHECKING:
    from collections.abc import Callable

QUESTIONS = 60
ROUNDS = 200
ENV = Env(now="2026-03-15T10:20:30.000+01:00")


def version() -> dict[str, Any]:
    """Make the version document."""
    tree = [question(number) for number in range(QUESTIONS)]
    deps: dict[str, list[str]] = {}
    for number in range(1, QUESTIONS):
        deps[f"/data/q{number - 1}"] = [f"/data/q{number}"]
    choices = [{"name": name} for name in "abc"]
    return {"root": "data", "tree": tree, "lists": {"abc": choices}, "deps": deps, "default_language": "en"}


def question(number: int) -> dict[str, Any]:
    """Make one node of it."""
    node: dict[str, Any] = {"name": f"q{number}", "type": "integer", "bind": {}}
    before = f"/data/q{number - 1}"
    if number % 3 == 1:
        node["bind"]["relevant"] = parse(f"{before} != ''")
    if number % 4 == 0:
        node["bind"]["constraint"] = parse(". >= 0 and . <= 100")
    if number % 5 == 0:
        node["bind"]["required"] = parse("true()")
    if number % 6 == 5:
        node |= {"type": "calculate", "bind": {"calculate": parse(f"{before} + 1")}}
    if number % 10 == 9:
        node |= {
            "type": "select_one",
            "list": "abc",
            "bind": {"relevant": parse(f"selected({before}, 'a') or {before} > 3")},
        }
    return node


def answers(definition: Definition) -> dict[str, dict[str, str]]:
    """Answer everything that is asked."""
    asked = [entry for entry in definition.entries.values() if not entry.is_group and entry.type != "calculate"]
    return {entry.path: {"value": "a" if entry.type == "select_one" else "7"} for entry in asked}


def measure(name: str, act: Callable[[], object], rounds: int) -> None:
    """Print the median of five runs, by the wall and by the processor."""
    walls, processors = [], []
    for _ in range(5):
        wall, processor = time.perf_counter(), time.process_time()
        for _ in range(rounds):
            act()
        walls.append((time.perf_counter() - wall) / rounds * 1000)
        processors.append((time.process_time() - processor) / rounds * 1000)
    print(f"{name:32} {statistics.median(walls):8.3f} ms wall {statistics.median(processors):8.3f} ms CPU")


def main() -> None:
    """Measure and print."""
    document = version()
    definition = Definition(document)
    given = answers(definition)
    print(f"Python {sys.version.split()[0]}, {QUESTIONS} questions, {ROUNDS} rounds, median of 5")
    measure("review one submission", lambda: review(definition, given, ENV), ROUNDS)
    measure("make the version ready", lambda: Definition(document), ROUNDS // 10)


if __name__ == "__main__":
    main()
