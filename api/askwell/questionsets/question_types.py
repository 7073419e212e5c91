"""The `type` column: every spelling that XLSForm accepts, read into one canonical type."""

import re
from dataclasses import dataclass

_ALIASES = {
    "string": "text",
    "int": "integer",
    "datetime": "dateTime",
    "date_time": "dateTime",
    "gps": "geopoint",
    "location": "geopoint",
    "photo": "image",
    "picture": "image",
    "imei": "deviceid",
    "device_id": "deviceid",
    "start_time": "start",
    "end_time": "end",
    "sim_id": "simserial",
    "subscriber_id": "subscriberid",
    "phone_number": "phonenumber",
    "number_of_days_in_last_month": "integer",
    "number_of_days_in_last_six_months": "integer",
    "number_of_days_in_last_year": "integer",
    "percentage": "integer",
    "trigger": "acknowledge",
    "select": "select_multiple",
    "select1": "select_one",
}
_PLAIN = frozenset(
    {
        *("text", "integer", "decimal", "range", "note", "barcode", "acknowledge", "date", "time", "dateTime"),
        *("geopoint", "geotrace", "geoshape", "image", "audio", "video", "file", "background-audio", "osm"),
        *("calculate", "hidden", "start", "end", "today", "deviceid", "username", "phonenumber", "email", "audit"),
        *("start-geopoint", "background-geopoint", "subscriberid", "simserial", "csv-external", "xml-external"),
    }
)
ANSWERED = frozenset(
    {
        *("text", "integer", "decimal", "range", "barcode", "acknowledge", "date", "time", "dateTime"),
        *("select_one", "select_multiple", "rank", "geopoint", "geotrace", "geoshape"),
        *("image", "audio", "video", "file", "osm"),
    }
)
"""Types that a person answers: only these can be skipped, required, or counted as questions."""

KINDS = _PLAIN | ANSWERED
"""Every type that XLSForm knows, groups and repeats aside."""

WITHOUT_NAME_OR_LABEL = _PLAIN - ANSWERED - {"note"}


def names_choices(appearance: str) -> bool:
    """Whether a select only names the choices, above rows that are answered (`list-nolabel`): nobody answers it."""
    return "label" in appearance.split()


_SELECTS = (
    ("select_one", r"select_one_from_file|select[ _]one from file|select_one_external|select one external"),
    ("select_multiple", r"select_multiple_from_file|select[ _]multiple from file"),
    ("select_one", r"add select one prompt using|select one from|select one using|select1|select[_ ]one"),
    ("select_multiple", r"add select multiple prompt using|select all that apply from|select all that apply"),
    ("select_multiple", r"select multiple from|select multiple using|select_multiple|select multiple"),
    ("rank", r"rank"),
)
_LISTED = [
    (kind, re.compile(rf"^(?P<word>{words})\s+(?P<list>\S+)(?P<other>\s+(or specify other|or_other|or other))?$"))
    for kind, words in _SELECTS
]
_LISTLESS = re.compile(rf"^({'|'.join(words for _kind, words in _SELECTS)})$")
_CONTROL = re.compile(r"^(?P<edge>begin|end)[\s_]+(?P<kind>group|lgroup|repeat|loop|looped group)(\s+(over\s+)?\S+)?$")
_PROMPT = re.compile(r"^(?:q|get|uri:|add)\s*(?P<type>.+?)(?:\s+prompt)?$")


@dataclass(frozen=True, slots=True)
class QuestionType:
    """A type as written, read: `select_one yes_no or_other` is kind `select_one`, list `yes_no`, with `or_other`."""

    kind: str
    list_name: str = ""
    or_other: bool = False
    from_file: bool = False

    @property
    def begins(self) -> bool:
        """Whether a group or a repeat starts here."""
        return self.kind.startswith("begin ")

    @property
    def ends(self) -> bool:
        """Whether a group or a repeat ends here."""
        return self.kind.startswith("end ")

    @property
    def is_select(self) -> bool:
        """Whether the answer comes from a choice list."""
        return self.kind in {"select_one", "select_multiple", "rank"}


def read_type(written: str) -> QuestionType | None:
    """Read the text of a `type` cell; None when no such type exists."""
    text = " ".join(written.split())
    if control := _CONTROL.match(text.lower()):
        kind = "group" if control["kind"] == "group" else "repeat"
        return QuestionType(f"{control['edge']} {kind}")
    for kind, pattern in _LISTED:
        if match := pattern.match(text):
            outside = "file" in match["word"] or "external" in match["word"]
            return QuestionType(kind, match["list"], bool(match["other"]), outside)
    if _LISTLESS.match(text):
        return QuestionType(next(kind for kind, words in _SELECTS if re.fullmatch(words, text)))
    kind_found = _plain(text)
    return QuestionType(kind_found) if kind_found else None


def _plain(text: str) -> str | None:
    if text.startswith("osm "):
        return "osm"
    for candidate in (text, _PROMPT.sub(r"\g<type>", text)):
        spelled = candidate if candidate in _PLAIN else candidate.replace(" ", "_").lower()
        spelled = _ALIASES.get(spelled, spelled)
        if spelled in _PLAIN:
            return spelled
    return None
