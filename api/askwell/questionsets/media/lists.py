"""List files: the rows of a .csv, .xml or .geojson, as ODK's clients read them."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException  # type: ignore[import-untyped]  # the package has no types
from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]

from askwell.errors import Unprocessable
from askwell.questionsets.media.medium import Rows

MOST_ROWS = 10_000
MOST_COLUMNS = 60
_DELIMITERS = ",;\t"


class UnreadableList(Unprocessable):
    """A list file that cannot be read as one."""

    code = "unreadable_list"
    sentence = "This list could not be read."


def rows_of(suffix: str, data: bytes) -> Rows:
    """Read the rows of a list file by the end of its name; raises UnreadableList, which says where and why."""
    try:
        rows = list(_READERS[suffix](data))
    except UnicodeDecodeError as error:
        raise UnreadableList("This list is not written in UTF-8. Save it as “CSV UTF-8”, then add it again.") from error
    if len(rows) > MOST_ROWS:
        raise UnreadableList(f"This list has {len(rows):,} rows; at most {MOST_ROWS:,} are taken. Split it.")
    return rows


def _csv(data: bytes) -> Iterable[dict[str, str]]:
    text = data.decode("utf-8-sig")
    header = text.splitlines()[0] if text.strip() else ""
    delimiter = max(_DELIMITERS, key=header.count)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise UnreadableList(f"This list could not be read: {error}. Look for a quotation mark left open.") from error
    columns = [name.strip() for name in lines[0]] if lines else []
    if not any(columns):
        raise UnreadableList("This list is empty. Its first line names the columns, for example name,label.")
    if len(columns) > MOST_COLUMNS:
        raise UnreadableList(f"This list has {len(columns)} columns; at most {MOST_COLUMNS} are taken.")
    for number, cells in enumerate(lines[1:], start=2):
        if len(cells) > len(columns):
            message = f"Row {number} has {len(cells)} values, but there are {len(columns)} columns."
            raise UnreadableList(f"{message} Put a value with a {delimiter!r} in it between quotation marks.")
        if any(cell.strip() for cell in cells):
            filled = [*cells, *[""] * (len(columns) - len(cells))]
            yield {name: cell.strip() for name, cell in zip(columns, filled, strict=True) if name}


def _xml(data: bytes) -> Iterable[dict[str, str]]:
    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise UnreadableList(f"This is no XML that can be read ({error}).") from error
    for item in root:
        yield {_local(child.tag): "".join(child.itertext()).strip() for child in item}


def _geojson(data: bytes) -> Iterable[dict[str, str]]:
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except ValueError as error:
        raise UnreadableList(f"This is no GeoJSON that can be read ({error}).") from error
    features = found.get("features") if isinstance(found, dict) else None
    if not isinstance(features, list):
        raise UnreadableList("This is no GeoJSON with a FeatureCollection: there are no “features”.")
    for number, feature in enumerate(features, start=1):
        try:
            yield _feature(feature)
        except (AttributeError, TypeError, ValueError, KeyError) as error:
            raise UnreadableList(f"Feature {number} of this GeoJSON is not as GeoJSON has it ({error}).") from error


def _feature(feature: Any) -> dict[str, str]:
    own: Mapping[str, Any] = feature.get("properties") or {}
    found = {key: value if isinstance(value, str) else json.dumps(value) for key, value in own.items()}
    if "id" in feature:
        found.setdefault("id", str(feature["id"]))
    geometry = feature.get("geometry") or {}
    if geometry.get("type") == "Point":
        longitude, latitude, *_height = geometry["coordinates"]
        found["geometry"] = f"{latitude} {longitude} 0 0"
    return found


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


_READERS: Mapping[str, Callable[[bytes], Iterable[dict[str, str]]]] = {".csv": _csv, ".xml": _xml, ".geojson": _geojson}
