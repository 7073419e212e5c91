"""Days and moments: a day is a whole number of local days since 1970-01-01, a moment carries its own offset."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

EPOCH = date(1970, 1, 1)
_DAY_MS = 86_400_000

_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}(?::?\d{2})?)?")


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar day where the person is; it has no time and no zone."""

    count: int

    @property
    def days(self) -> float:
        """Days since 1970-01-01."""
        return float(self.count)

    @property
    def calendar(self) -> date:
        """The same day as Python writes it."""
        return EPOCH + timedelta(days=self.count)

    @property
    def text(self) -> str:
        """The day as XForms writes it."""
        return self.calendar.isoformat()


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time in milliseconds since 1970 UTC, and the minutes by which its clock was ahead of UTC."""

    ms: int
    offset: int

    @property
    def days(self) -> float:
        """Days since 1970-01-01T00:00Z, with the time as a fraction."""
        return self.ms / _DAY_MS

    @property
    def clock(self) -> datetime:
        """What a clock on the wall showed."""
        zone = timezone(timedelta(minutes=self.offset))
        return datetime(1970, 1, 1, tzinfo=zone) + timedelta(milliseconds=self.ms + self.offset * 60_000)

    @property
    def day(self) -> Day:
        """The calendar day on that wall."""
        return Day((self.ms + self.offset * 60_000) // _DAY_MS)

    @property
    def day_fraction(self) -> float:
        """How much of that calendar day had passed, from 0 to 1."""
        return (self.ms + self.offset * 60_000) % _DAY_MS / _DAY_MS

    @property
    def text(self) -> str:
        """The moment as XForms writes it, with milliseconds and offset."""
        return f"{self.day.text}T{self.time_text}"

    @property
    def time_text(self) -> str:
        """The time alone, with milliseconds and offset."""
        clock = self.clock
        hours, minutes = divmod(abs(self.offset), 60)
        sign = "-" if self.offset < 0 else "+"
        return f"{clock:%H:%M:%S}.{clock.microsecond // 1000:03d}{sign}{hours:02d}:{minutes:02d}"


def read_temporal(text: str, offset: int = 0) -> Day | Moment | None:
    """Read `2026-03-15` as a day, `2026-03-15T08:30` as a moment (at `offset` where it names none), else nothing."""
    text = text.strip()
    found = _DATE.match(text)
    if found is None:
        return None
    day = _day(found)
    if day is None or found.end() == len(text):
        return day
    if text[found.end()] not in "T ":
        return None
    time = read_time(text[found.end() + 1 :], offset)
    return None if time is None else at(day, time.ms + time.offset * 60_000, time.offset)


def read_time(text: str, offset: int = 0) -> Moment | None:
    """Read `18:00` or `18:00:00.000-07:00` as a moment of 1970-01-01, else nothing."""
    found = _TIME.fullmatch(text.strip())
    if found is None:
        return None
    hours, minutes, seconds, fraction, zone = found.groups()
    if int(hours) > 23 or int(minutes) > 59 or int(seconds or 0) > 59:
        return None
    minutes_ahead = offset if zone is None else _offset(zone)
    if minutes_ahead is None:
        return None
    ms = (int(hours) * 60 + int(minutes)) * 60_000 + int(seconds or 0) * 1000 + int((fraction or "0").ljust(3, "0")[:3])
    return at(Day(0), ms, minutes_ahead)


def shift(date: Day | Moment, days: float) -> Day | Moment | float:
    """Move a date by days. A day moved by whole days stays a day; moved out of the calendar it is only a number."""
    moved = date.days + days
    if not writable(moved):
        return moved
    if isinstance(date, Moment):
        return Moment(date.ms + round(days * _DAY_MS), date.offset)
    return Day(int(moved)) if moved.is_integer() else moved


def at(day: Day, ms_of_day: int, offset: int) -> Moment:
    """Say when a clock `offset` minutes ahead of UTC shows this time on this day."""
    return Moment(day.count * _DAY_MS + ms_of_day - offset * 60_000, offset)


def from_days(days: float, offset: int) -> Day | Moment | None:
    """Turn a number into a date: a whole number is a local day, any other a point in time; midnight is a day again."""
    if not writable(days):
        return None
    if days.is_integer():
        return Day(int(days))
    moment = Moment(round(days * _DAY_MS), offset)
    return moment.day if moment.day_fraction == 0 else moment


def writable(days: float) -> bool:
    """Tell whether a number of days falls into the years 1 to 9999, which is all a date can be written for."""
    return -719_161 <= days <= 2_932_895


def _day(found: re.Match[str]) -> Day | None:
    try:
        return Day((date(int(found[1]), int(found[2]), int(found[3])) - EPOCH).days)
    except ValueError:
        return None


def _offset(zone: str) -> int | None:
    if zone == "Z":
        return 0
    hours, minutes = int(zone[1:3]), int(zone[3:].lstrip(":") or 0)
    if hours > 14 or minutes > 59:
        return None
    return (hours * 60 + minutes) * (-1 if zone[0] == "-" else 1)
