"""Draw expressions by lot, ask this engine, and keep the answers for the other one.

    PYTHONPATH=tests python tests/conformance/drawing.py

Writes `drawn_expressions.json`: nobody has said what is right in these cases, only that both engines must agree. The
seed is fixed, so that a changed answer shows in the difference. The sign of zero is all they may see differently.
"""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

from askwell.logic.environment import EvaluationError
from askwell.logic.functions import FUNCTIONS
from askwell.logic.parsing import parse
from askwell.logic.values import string
from conformance.test_expressions import asked

COUNT, SEED = 400, 2026
TEXTS = [
    *[
        "",
        "0",
        "1",
        "2.5",
        "-3",
        "yes",
        "no",
        "true",
        "false",
        "a b c",
        " x ",
        "abc",
        "h\u00e9llo\U0001f600",
        "NaN",
        "1e3",
    ],
    *["2026-03-15", "2026-02-30", "2026-03-15T23:30:00.000-07:00", "1999-12-31T00:10:00Z", "18:00:00.000+01:00"],
    *["12.5 41.9 0 0", "0.0000001", "1000000000000000000000000"],
]
NUMBERS = ["0", "1", "2", "-1", "3.5", "10", "-2.5", "100", "1234.5678", "0 div 0", "1 div 0"]
PATHS = [
    *["/data/a", "/data/b", "/data/g/c", "/data/g", "/data/missing", "/data/*", "../b", ".", "current()/../a"],
    *["/data/rep/x", "/data/rep[2]/x", "/data/rep[last()]/y", "/data/rep[x > 1]/y", "(/data/rep/x)[2]", "//x"],
    *["/data/rep/x[. = 'a']", "/data/a | /data/b", "/data/rep[1]/following-sibling::*"],
    *["instance('l')/root/item[name = 'n2']/v", "instance('l')/root/item[v > 1]/name"],
]
OPERATORS = ["=", "!=", "<", "<=", ">", ">=", "+", "-", "*", "div", "mod", "and", "or"]
PATTERNS = ["[0-9]+", "[a-z]*", ".*", r"\d{4}-\d{2}-\d{2}", "(a|b| |c)+", r"^\w+$", "[^x]+", r"\S+"]
FORMATS = ["%Y-%m-%d", "%e %b %a", "%H:%M:%S.%3", "%y/%n/%d %h"]
CLOCKS = ["2026-03-15T10:20:30.000-07:00", "2026-03-15T23:59:30.120+09:00", "2024-02-29T12:00:00.000+05:30"]
NODES_WANTED = {"count", "count-non-empty", "position"}
LEFT_OUT = {
    "random uuid": "not the same twice",
    "randomize instance current pulldata jr:itext jr:choice-name digest": "make sense only with certain arguments",
    "sin cos tan asin acos atan atan2 exp exp10 log log10 pow": "may differ in the last digit",
}
NAMES = sorted(FUNCTIONS.keys() - {name for names in LEFT_OUT for name in names.split()})


def expression(lot: Random, deep: int) -> str:
    """Draw an expression at most so deep."""
    kind = lot.random()
    if deep == 0 or kind < 0.15:
        return lot.choice([lot.choice(PATHS), lot.choice(NUMBERS), f"'{lot.choice(TEXTS)}'"])
    if kind < 0.5:
        return f"({expression(lot, deep - 1)} {lot.choice(OPERATORS)} {expression(lot, deep - 1)})"
    if kind < 0.55:
        return f"-({expression(lot, deep - 1)})"
    return call(lot, deep)


def call(lot: Random, deep: int) -> str:
    """Draw a call with as many arguments as its function takes."""
    name = lot.choice(NAMES)
    function = FUNCTIONS[name]
    count = lot.randint(function.least, function.least + 3 if function.most is None else function.most)
    arguments = [expression(lot, deep - 1) for _ in range(count)]
    if name == "regex":
        arguments[1] = f"'{lot.choice(PATTERNS)}'"
    elif name.startswith("format-"):
        arguments[1] = f"'{lot.choice(FORMATS)}'"
    elif name == "indexed-repeat":
        arguments = ["/data/rep/x", "/data/rep", lot.choice(NUMBERS)]
    elif name in NODES_WANTED:
        arguments = [lot.choice(PATHS) for _ in arguments]
    return f"{name}({', '.join(arguments)})"


def case(lot: Random, number: int) -> dict[str, Any]:
    """Draw a case and let this engine answer it."""
    text = expression(lot, lot.randint(1, 4))
    nodes = {path: lot.choice(TEXTS) for path in ("/data/a", "/data/b", "/data/g/c")}
    for place in range(1, lot.randint(1, 4)):
        nodes |= {f"/data/rep[{place}]/{name}": lot.choice(TEXTS) for name in "xy"}
    drawn: dict[str, Any] = {"name": f"drawn {number}", "expression": text, "tree": parse(text), "nodes": nodes}
    drawn |= {"context": "/data/a", "now": lot.choice(CLOCKS), "language": lot.choice(["en", "es", "qu"])}
    drawn["instances"] = {"l": [{"name": "n1", "v": "1"}, {"name": "n2", "v": lot.choice(TEXTS)}]}
    try:
        return drawn | {"as": "string", "expected": string(asked(drawn))}
    except EvaluationError:
        return drawn | {"as": "error", "expected": True}


def main() -> None:
    """Draw and write."""
    lot = Random(SEED)  # noqa: S311 - nothing here is a secret
    lines = ",\n".join(json.dumps(case(lot, number + 1), ensure_ascii=False) for number in range(COUNT))
    path = Path(__file__).parent / "drawn_expressions.json"
    path.write_text(f"[\n{lines}\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
