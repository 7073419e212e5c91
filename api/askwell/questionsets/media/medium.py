"""One file of a question set, as compiler and phone know it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

Rows = Sequence[Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Medium:
    """What a file is. `size` in bytes; `rows` are those of a list file, None for what is shown or played."""

    sha256: str
    type: str
    size: int
    rows: Rows | None = None


Media = Mapping[str, Medium]
"""Files by the name that the question set gives them."""

NO_MEDIA: Media = MappingProxyType({})

LIST_TYPES: Mapping[str, str] = MappingProxyType(
    {".csv": "text/csv", ".xml": "application/xml", ".geojson": "application/geo+json"}
)
"""Types of list files by the end of their names."""

SHOWN_TYPES = ("image/png", "image/jpeg", "image/webp", "image/gif", "video/mp4", "video/webm")
HEARD_TYPES = ("audio/mpeg", "audio/mp4", "audio/ogg", "audio/wav")
TYPES = (*SHOWN_TYPES, *HEARD_TYPES, *LIST_TYPES.values())
"""Every type that a medium can have."""
