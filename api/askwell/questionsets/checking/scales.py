"""Checks of scales: whether the points that their author wants named have room on a phone."""

import re
from collections.abc import Iterator
from fractions import Fraction

from askwell.questionsets.checking.form import Form, Place
from askwell.questionsets.faults import DraftFault
from askwell.questionsets.outline import Item
from askwell.questionsets.parameters import read_parameters

MOST_NAMED = 6
_NAMES_NONE_OR_ALL = {"no-ticks", "picker", "rating"}
# Anything longer is no scale that a person moves along.
_NUMBER = re.compile(r"[+-]?\d{1,9}(\.\d{1,9})?")


def check_scales(form: Form) -> Iterator[DraftFault]:
    """Report what pyxform allows and the phone does not show: it then names the ends of the scale only."""
    for item in form.items:
        if item.type is not None and item.type.kind == "range":
            yield from _ticks(item)


def _ticks(item: Item) -> Iterator[DraftFault]:
    given = {"start": "1", "end": "10", "step": "1", **read_parameters(item.row.get("parameters"))}
    start, end, step, every = (_number(given.get(key, "")) for key in ("start", "end", "step", "tick_interval"))
    if start is None or end is None or not step or not every:
        return
    if not _NAMES_NONE_OR_ALL.isdisjoint(item.row.get("appearance").split()):
        return
    width = abs(end - start)
    place = Place(item.row, "parameters")
    if width % abs(every) != 0:
        message = (
            f"Steps of {given['tick_interval']} from {given['start']} miss {given['end']}: only the ends have names."
        )
        yield place.warning("uneven_ticks", message, _remedy(width, abs(step)))
    elif (points := width / abs(every) + 1) > MOST_NAMED:
        message = f"A phone has room to name {MOST_NAMED} points, not {points}: only the ends have names."
        yield place.warning("too_many_ticks", message, _remedy(width, abs(step)))


def _remedy(width: Fraction, step: Fraction) -> str:
    """Suggest the interval that names most points and still fits."""
    fits = (width / parts for parts in range(MOST_NAMED - 1, 1, -1) if width / parts % step == 0)
    best = next(fits, None)
    return f"Write tick_interval={float(best):g}." if best is not None else "Take tick_interval away."


def _number(text: str) -> Fraction | None:
    return Fraction(text) if _NUMBER.fullmatch(text) else None
