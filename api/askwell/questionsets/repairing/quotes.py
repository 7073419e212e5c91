"""Repairs of bent quotation marks in expressions, which word processors put there."""

from collections.abc import Callable, Iterator

from askwell.questionsets.checking.form import Form
from askwell.questionsets.repairing.offers import Offer, Rows, cells, offer
from askwell.questionsets.repairing.renaming import EXPRESSIONS

_STRAIGHT = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u00a0": " "})
_WHY = "Expressions need straight quotation marks and plain spaces."


def quotes(form: Form) -> Iterator[Offer]:
    """Offer straight marks for every expression with bent ones; texts that people read keep theirs."""
    for row in form.survey:
        for (column, _language), text in row.cells.items():
            if column in EXPRESSIONS and text.translate(_STRAIGHT) != text:
                header = row.header(column)
                mend = _straighten(row.number or 2, header)
                yield offer("bent_quotes", ("survey", row.number, header), text, text.translate(_STRAIGHT), _WHY, mend)


def _straighten(number: int, header: str) -> Callable[[Rows], None]:
    def mend(draft: Rows) -> None:
        found = cells(draft, "survey", number)
        found[header] = str(found[header]).translate(_STRAIGHT)

    return mend
