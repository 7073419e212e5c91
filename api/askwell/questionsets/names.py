"""Names of questions: which ones XLSForm accepts, and a proper one for one that is not."""

import re

_PROPER = re.compile(r"[^\W\d][\w.-]*(:[^\W\d][\w.-]*)?")


def is_proper(name: str) -> bool:
    """Return whether a name begins with a letter and has no spaces or signs."""
    return _PROPER.fullmatch(name) is not None


def mended(name: str) -> str:
    """Make a proper name of an improper one: what an author is told to write is what a repair writes."""
    found = re.sub(r"[^\w.-]+", "_", name).strip("_.-") or "q1"
    return found if is_proper(found) else f"q_{found}"
