"""Repairs of columns whose head is spelled in a way that nobody reads, so that all they say would be ignored."""

import re
from collections.abc import Callable, Iterator

from askwell.questionsets.checking.form import Form
from askwell.questionsets.repairing.offers import Offer, Rows, offer
from askwell.questionsets.rows import read_header

_MEANT = {
    "survey": {
        "question_type": "type",
        "variable": "name",
        "variable_name": "name",
        "question_name": "name",
        "question": "label",
        "question_text": "label",
        "question_label": "label",
        "labels": "label",
        "hints": "hint",
        "relevent": "relevant",
        "relevancy": "relevant",
        "skip": "relevant",
        "skip_logic": "relevant",
        "mandatory": "required",
        "requried": "required",
        "calculations": "calculation",
        "constraints": "constraint",
        "constraint_msg": "constraint_message",
        "constraintmessage": "constraint_message",
        "required_msg": "required_message",
        "choicefilter": "choice_filter",
        "choice_filters": "choice_filter",
        "repeatcount": "repeat_count",
        "apperance": "appearance",
        "appearence": "appearance",
        "defaults": "default",
        "default_value": "default",
        "parameter": "parameters",
    },
    "choices": {
        "listname": "list_name",
        "list": "list_name",
        "list_names": "list_name",
        "choice_list": "list_name",
        "choice_name": "name",
        "option": "name",
        "choice_label": "label",
        "option_label": "label",
        "labels": "label",
    },
}
_WHY = "No tool reads a column with this head, so what it says would be ignored."


def headers(form: Form) -> Iterator[Offer]:
    """Offer the usual spelling of a head, where no other column has that one already."""
    for sheet, meant in _MEANT.items():
        written = dict.fromkeys(header for row in form.draft.get(sheet) or [] for header in row)
        read = {read_header(header) for header in written}
        for header in written:
            base, colons, language = header.partition("::")
            usual = meant.get(_plain(base))
            if usual and (usual, language.strip()) not in read:
                new = f"{usual}{colons}{language}"
                yield offer("column", (sheet, 1, header), header, new, _WHY, _rename(sheet, header, new))


def _plain(header: str) -> str:
    return re.sub(r"[\s_-]+", "_", header.strip().lower())


def _rename(sheet: str, old: str, new: str) -> Callable[[Rows], None]:
    def mend(draft: Rows) -> None:
        draft[sheet] = [
            {new if header == old else header: text for header, text in row.items()} for row in draft[sheet]
        ]

    return mend
