"""Functions about dates. A day has no zone; a moment shows the clock it was written with."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from askwell.logic.dates import Day, Moment, from_days, read_temporal, read_time
from askwell.logic.environment import Context, EvaluationError
from askwell.logic.functions.registry import function
from askwell.logic.monthnames import MONTHS, WEEKDAYS, names_for
from askwell.logic.values import NAN, Value, string, text_quantity

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

_MINUTES_A_DAY = 1440


@function("today")
def today(context: Context) -> Day:
    """Give the day on the phone."""
    return context.env.moment.day


@function("now")
def now(context: Context) -> Moment:
    """Give the time on the phone."""
    return context.env.moment


@function("date", lambda value: value)
def date(context: Context, value: Value) -> Value:
    """Read a date; of a moment, the day its clock showed. A blank stays blank, anything else is an error."""
    found = _read(value, context)
    if found is None:
        return _blank_or_error(value)
    return found.day if isinstance(found, Moment) else found


@function("date-time", lambda value: value)
def date_time(context: Context, value: Value) -> Value:
    """Read a date and keep its time if it has one. A blank stays blank, anything else is an error."""
    found = _read(value, context)
    return _blank_or_error(value) if found is None else found


@function("decimal-date-time", lambda value: value)
def decimal_date_time(context: Context, value: Value) -> float:
    """Count days since 1970-01-01T00:00Z; a day starts at midnight on the phone."""
    found = _read(value, context)
    if found is None:
        return NAN
    return found.days - (context.offset / _MINUTES_A_DAY if isinstance(found, Day) else 0)


@function("decimal-time", lambda value: value)
def decimal_time(context: Context, value: Value) -> float:
    """Give a time as a fraction of its day."""
    text = string(value)
    found = read_time(text, context.offset) or read_temporal(text, context.offset)
    return found.day_fraction if isinstance(found, Moment) else NAN


@function("format-date", lambda value: value, string)
def format_date(context: Context, value: Value, pattern: str) -> str:
    """Write a date with %Y %y %m %n %b %d %e %a and, of a moment, %H %h %M %S %3; no date gives a blank."""
    found = _read(value, context)
    if found is None:
        return ""
    clock = found.clock if isinstance(found, Moment) else Moment(found.count * 86_400_000, 0).clock
    return _format(clock, pattern, context.env.language)


@function("format-date-time", lambda value: value, string)
def format_date_time(context: Context, value: Value, pattern: str) -> str:
    """Do the same with its time."""
    return format_date(context, value, pattern)


def _read(value: Value, context: Context) -> Day | Moment | None:
    if isinstance(value, Day | Moment):
        return value
    if isinstance(value, bool):
        return None
    if isinstance(value, float):
        return from_days(value, context.offset)
    text = string(value)
    amount = text_quantity(text)
    if isinstance(amount, float):
        return None if math.isnan(amount) and not text else _number_or_local(text, amount, context)
    return read_temporal(text, context.offset)


def _number_or_local(text: str, amount: float, context: Context) -> Day | Moment | None:
    return read_temporal(text, context.offset) if math.isnan(amount) else from_days(amount, context.offset)


def _blank_or_error(value: Value) -> str:
    text = string(value)
    if text in {"", "NaN"}:
        return ""
    message = f"“{text}” is not a date."
    raise EvaluationError(message)


def _format(clock: datetime, pattern: str, language: str) -> str:
    written, place = "", 0
    while place < len(pattern):
        code = _CODES.get(pattern[place + 1 : place + 2]) if pattern[place] == "%" else None
        written += pattern[place] if code is None else code(clock, language)
        place += 1 if code is None else 2
    return written


_CODES: dict[str, Callable[[datetime, str], str]] = {
    "Y": lambda clock, _: f"{clock.year:04d}",
    "y": lambda clock, _: f"{clock.year % 100:02d}",
    "m": lambda clock, _: f"{clock.month:02d}",
    "n": lambda clock, _: str(clock.month),
    "b": lambda clock, language: names_for(language, MONTHS)[clock.month - 1],
    "d": lambda clock, _: f"{clock.day:02d}",
    "e": lambda clock, _: str(clock.day),
    "H": lambda clock, _: f"{clock.hour:02d}",
    "h": lambda clock, _: str(clock.hour),
    "M": lambda clock, _: f"{clock.minute:02d}",
    "S": lambda clock, _: f"{clock.second:02d}",
    "3": lambda clock, _: f"{clock.microsecond // 1000:03d}",
    "a": lambda clock, language: names_for(language, WEEKDAYS)[clock.weekday()],
}
