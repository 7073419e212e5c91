"""Functions about places. Points are `latitude longitude altitude accuracy`, lists of them have semicolons between."""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING, TypeAlias

from askwell.logic.functions.registry import function
from askwell.logic.values import NAN, Value, number, string

if TYPE_CHECKING:
    from askwell.logic.environment import Context

_Point: TypeAlias = tuple[float, float]
_EARTH_RADIUS = 6_378_100.0


@function("area", lambda value: value)
def area(_: Context, shape: Value) -> float:
    """Give the square metres inside a shape."""
    points = _points(shape)
    if points is None:
        return NAN
    total = 0.0
    for (lat_1, lon_1), (lat_2, lon_2) in _pairs([*points, points[0]]):
        total += math.radians(lon_2 - lon_1) * (2 + math.sin(math.radians(lat_1)) + math.sin(math.radians(lat_2)))
    return _cents(abs(total * _EARTH_RADIUS * _EARTH_RADIUS / 2))


@function("distance", lambda value: value, repeats=True)
def distance(_: Context, *shapes: Value) -> float:
    """Give the metres along a line of points."""
    points: list[_Point] = []
    for shape in shapes:
        found = _points(shape)
        if found is None:
            return NAN
        points += found
    return _cents(sum(_metres(a, b) for a, b in _pairs(points)))


@function("geofence", string, string)
def geofence(_: Context, place: str, shape: str) -> bool:
    """Tell whether a point lies inside a closed shape."""
    points, corners = _points(place), _points(shape)
    if points is None or corners is None or len(points) != 1 or len(corners) < 4 or corners[0] != corners[-1]:
        return False
    (lat, lon), inside = points[0], False
    for (lat_1, lon_1), (lat_2, lon_2) in _pairs(corners):
        crosses = (lon_1 > lon) != (lon_2 > lon)
        if crosses and lat < (lat_2 - lat_1) * (lon - lon_1) / (lon_2 - lon_1) + lat_1:
            inside = not inside
    return inside


def _points(value: Value) -> list[_Point] | None:
    texts = [node.text for node in value] if isinstance(value, list) else [string(value)]
    points = [_point(part) for text in texts for part in text.strip().strip(";").split(";")]
    known = [point for point in points if point is not None]
    return known if known and len(known) == len(points) else None


def _point(text: str) -> _Point | None:
    parts = [number(part) for part in text.split()]
    if len(parts) < 2 or any(math.isnan(part) for part in parts):
        return None
    return (parts[0], parts[1]) if abs(parts[0]) <= 90 and abs(parts[1]) <= 180 else None


def _pairs(points: list[_Point]) -> list[tuple[_Point, _Point]]:
    return list(itertools.pairwise(points))


def _metres(a: _Point, b: _Point) -> float:
    lat_1, lat_2 = math.radians(a[0]), math.radians(b[0])
    lon = math.radians(b[1] - a[1])
    cosine = math.sin(lat_1) * math.sin(lat_2) + math.cos(lat_1) * math.cos(lat_2) * math.cos(lon)
    return _EARTH_RADIUS * math.acos(min(1.0, max(-1.0, cosine)))


def _cents(amount: float) -> float:
    return math.floor(amount * 100 + 0.5) / 100
