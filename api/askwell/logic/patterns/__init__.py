"""Regular expressions that cannot be made to hang: the subset all ODK clients share, in time linear in the text.

Look-around and back-references cannot be matched that way; they are refused with a message, as are patterns that
would need more than 2,000 states. A match is always of the whole text, as in ODK Collect.
"""

from __future__ import annotations

from askwell.logic.patterns.matching import check, matches
from askwell.logic.patterns.reading import PatternError

__all__ = ["PatternError", "check", "matches"]
