"""Every function of the expression language, by name; a module per kind, as ODK's list orders them."""

from __future__ import annotations

import askwell.logic.functions.conditions
import askwell.logic.functions.dates
import askwell.logic.functions.encodings
import askwell.logic.functions.nodesets
import askwell.logic.functions.numbers
import askwell.logic.functions.places
import askwell.logic.functions.selects
import askwell.logic.functions.texts  # noqa: F401 - importing a module declares its functions
from askwell.logic.functions.registry import FUNCTIONS, Function

__all__ = ["FUNCTIONS", "Function"]
