"""Functions about chosen answers, which are names with spaces between them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from askwell.logic.functions.registry import function
from askwell.logic.values import number, string

if TYPE_CHECKING:
    from askwell.logic.environment import Context


@function("selected", string, string)
def selected(_: Context, chosen: str, name: str) -> bool:
    """Tell whether a name was chosen; nothing is chosen where nothing was."""
    name = name.strip()
    names = chosen.split()
    return name in names or (not name and not names)


@function("selected-at", string, number)
def selected_at(_: Context, chosen: str, place: float) -> str:
    """Give the name at a place that counts from 0; a blank if there is none."""
    names = chosen.split()
    if math.isnan(place) or not 0 <= place < len(names):
        return ""
    return names[math.trunc(place)]


@function("count-selected", string)
def count_selected(_: Context, chosen: str) -> float:
    """Count the names chosen."""
    return float(len(chosen.split()))


@function("jr:choice-name", string, string)
def choice_name(context: Context, name: str, path: str) -> str:
    """Give the label of a choice, in the current language, from the list of the question at a path."""
    return context.env.choice_label(context.origin, path, name)
