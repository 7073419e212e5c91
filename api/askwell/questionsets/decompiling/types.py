"""The type of a row, from the control, the bind and the actions of its node."""

from xml.etree.ElementTree import Element

from askwell.questionsets.compiling.xform import local

_BY_DATA = {
    "int": "integer",
    **{kind: kind for kind in ("decimal", "date", "time", "dateTime", "geopoint", "geotrace", "geoshape", "barcode")},
}
_BY_MEDIA = {"image/*": "image", "audio/*": "audio", "video/*": "video", "osm/*": "osm", "application/*": "file"}
_BY_TAG = {"select1": "select_one", "select": "select_multiple", "rank": "rank", "range": "range"}
_PRELOADED = {
    ("timestamp", "start"): "start",
    ("timestamp", "end"): "end",
    ("date", "today"): "today",
    **{
        ("property", kind): kind
        for kind in ("deviceid", "username", "phonenumber", "email", "subscriberid", "simserial")
    },
    **{
        ("property", f"uri:{kind}"): f"uri:{kind}"
        for kind in ("deviceid", "username", "phonenumber", "email", "subscriberid", "simserial")
    },
}

Bind = dict[str, str]


def type_of(control: Element | None, bind: Bind, action: str | None) -> str:
    """Return the type; of a select, without its list. `action` is the event and name of one that fills the node."""
    data = bind.get("type", "")
    if control is None:
        return _hidden(bind, data, action)
    tag = local(control.tag)
    if tag == "trigger":
        return "acknowledge" if data else "trigger"
    if tag == "upload":
        return _BY_MEDIA.get(control.get("mediatype", ""), "file")
    return _BY_TAG.get(tag) or _typed(control, bind, data)


def _typed(control: Element, bind: Bind, data: str) -> str:
    if control.get("query"):
        return "select_one_external"
    if bind.get("readonly", "").strip() == "true()" and data in {"", "string"}:
        return "note"
    return _BY_DATA.get(data, "text")


def _hidden(bind: Bind, data: str, action: str | None) -> str:
    preloaded = _PRELOADED.get((bind.get("jr:preload", ""), bind.get("jr:preloadParams", "")))
    if preloaded:
        return preloaded
    if action:
        return action
    if data in _BY_DATA and "calculate" in bind:
        return _BY_DATA[data]
    return "calculate" if "calculate" in bind else "hidden"


DATA_TYPES = {
    **{kind: data for data, kind in _BY_DATA.items()},
    **dict.fromkeys(("image", "audio", "video", "osm", "file", "background-audio", "audit"), "binary"),
    **dict.fromkeys(("start", "end"), "dateTime"),
    "today": "date",
    "rank": "odk:rank",
    "start-geopoint": "geopoint",
    "background-geopoint": "geopoint",
}
"""The data type that pyxform writes for a type; `string` for all others. A range has two."""

MEDIA_TYPES = {kind: media for media, kind in _BY_MEDIA.items()}
