"""Forms as Markdown tables, compiled and checked."""

from collections.abc import Callable
from typing import Any

import pytest

from askwell.questionsets.checking import check
from askwell.questionsets.compiling import compile_draft
from askwell.questionsets.faults import DraftFault
from askwell.questionsets.importing import read_draft

Document = dict[str, Any]


@pytest.fixture
def compiled() -> Callable[[str], Document]:
    """Return a function from a table to a version document without faults."""

    def compile_table(table: str) -> Document:
        found = compile_draft(read_draft(table.encode(), ".md"))
        assert [fault for fault in found.faults if fault.level == "error"] == []
        return found.document

    return compile_table


@pytest.fixture
def faults() -> Callable[[str], list[DraftFault]]:
    """Return a function from a table to everything that is wrong with it."""
    return lambda table: check(read_draft(table.encode(), ".md")).faults
