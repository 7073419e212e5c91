"""The same invented form of any size for three engines: an XLSForm, compiled by us and by pyxform, and SurveyJS's JSON.

Of every six questions two depend on an earlier one, two are worked out, and two have a constraint.
"""

from __future__ import annotations

import json
from typing import Any

from askwell.questionsets.compiling import compile_draft

TOWNS = [f"t{number}" for number in range(20)]
YES_NO = ["yes", "no"]

Row = dict[str, str]


def rows(size: int) -> list[Row]:
    """Write the survey sheet."""
    return [_row(number) for number in range(size)]


def _row(number: int) -> Row:
    name, before = f"q{number}", f"${{q{number - 1}}}"
    row: Row = {"name": name, "label": f"Question {number}"}
    kinds: list[Row] = [
        {"type": "select_one yes_no", "required": "yes"},
        {"type": "integer", "relevant": f"{before} = 'yes'", "constraint": ". >= 0 and . <= 120"},
        {"type": "calculate", "calculation": f"round(coalesce({before}, 0) div 7, 2)"},
        {"type": "text", "relevant": f"{before} > 1", "constraint": "string-length(.) < 80"},
        {"type": "select_one towns"},
        {"type": "calculate", "calculation": _sum(number)},
    ]
    return row | kinds[number % 6]


def _sum(number: int) -> str:
    """Carry a sum from one six to the next."""
    own = f"if(${{q{number - 5}}} = 'yes', coalesce(${{q{number - 3}}}, 0), 0)"
    return own if number < 6 else f"coalesce(${{q{number - 6}}}, 0) + {own}"


def documents(size: int) -> dict[str, str]:
    """Give what each engine opens."""
    choices = [
        {"list_name": name, "name": each, "label": each}
        for name, names in (("yes_no", YES_NO), ("towns", TOWNS))
        for each in names
    ]
    compiled = compile_draft({"survey": rows(size), "choices": choices, "settings": {"form_id": "sixes"}})
    assert compiled.ok, compiled.faults
    return {"askwell": compiled.data.decode(), "odk": compiled.xform, "survey": json.dumps(_survey(size))}


def _survey(size: int) -> dict[str, Any]:
    return {"pages": [{"name": "all", "elements": [_element(number) for number in range(size)]}]}


def _element(number: int) -> dict[str, Any]:
    before = f"{{q{number - 1}}}"
    own = f"iif({{q{number - 5}}} = 'yes', iif({{q{number - 3}}} empty, 0, {{q{number - 3}}}), 0)"
    total = own if number < 6 else f"iif({{q{number - 6}}} empty, 0, {{q{number - 6}}}) + {own}"
    element: dict[str, Any] = {"name": f"q{number}", "title": f"Question {number}"}
    within = {"type": "expression", "expression": f"{{q{number}}} >= 0 and {{q{number}}} <= 120"}
    kinds: list[dict[str, Any]] = [
        {"type": "radiogroup", "choices": YES_NO, "isRequired": True},
        {"type": "text", "inputType": "number", "visibleIf": f"{before} = 'yes'", "validators": [within]},
        {"type": "expression", "expression": f"round(iif({before} empty, 0, {before}) / 7, 2)"},
        {"type": "text", "visibleIf": f"{before} > 1", "maxLength": 80},
        {"type": "radiogroup", "choices": TOWNS},
        {"type": "expression", "expression": total},
    ]
    return element | kinds[number % 6]


def answers(size: int, many: int) -> list[tuple[str, str, str]]:
    """Say what is answered, and which question is looked at after it: spread over the whole form, each six whole."""
    sixes = size // 6
    wanted = min(many // 4, sixes)
    found = []
    for turn in range(wanted):
        first = (turn * sixes // wanted) * 6
        given = ("yes", str(20 + turn % 80), "", f"words {turn}", TOWNS[turn % 20])
        found += [(f"q{first + at}", given[at], f"q{first + min(at + 1, 5)}") for at in (0, 1, 3, 4)]
    return found
