"""Checks of our own columns: words that mean something, and answer options that fit the question."""

from collections.abc import Iterator

from askwell.questionsets.checking.form import Form, Place
from askwell.questionsets.compiling.extras import ANSWER_OPTIONS, SENSITIVITIES, answer_options, probe_lines, words
from askwell.questionsets.faults import DraftFault
from askwell.questionsets.outline import Item

_ALWAYS = {"yes", "true", "true()"}


def check_own_columns(form: Form) -> Iterator[DraftFault]:
    """Report unknown words, and options that contradict the rest of their row."""
    for item in form.items:
        yield from _options(item)
        sensitivity = item.row.get("sensitivity")
        if sensitivity and sensitivity.lower() not in SENSITIVITIES:
            message = f"“{sensitivity}” is no sensitivity."
            yield Place(item.row, "sensitivity").error("unknown_sensitivity", message, "Write low, medium or high.")
        yield from _probes(item)


def _options(item: Item) -> Iterator[DraftFault]:
    written = item.row.get("answer_options")
    place = Place(item.row, "answer_options")
    unknown = [word for word in words(written) if word not in {*ANSWER_OPTIONS, "none"}]
    if unknown:
        message = f"“{unknown[0]}” is no way of not answering."
        remedy = "Use skip, rather_not_say and dont_know, with spaces between them; or none."
        yield place.error("unknown_answer_option", message, remedy)
    if written and item.type is not None and not item.is_answered:
        message = f"Nobody answers a row of the type {item.row.get('type')}, so there is nothing to skip."
        yield place.warning("options_without_answer", message, "Clear this cell.")
    elif "skip" in (answer_options(written) or []) and item.row.get("required").lower() in _ALWAYS:
        message = "This question is required, and offers to be skipped."
        remedy = "Remove skip here, or clear the cell under required."
        yield place.error("required_and_skip", message, remedy)


def _probes(item: Item) -> Iterator[DraftFault]:
    counts = {language: len(probe_lines(text)) for language, text in item.row.texts("probe").items()}
    most = max(counts.values(), default=0)
    for language, count in counts.items():
        if count < most:
            message = f"There are {count} probes here and {most} in another language."
            remedy = "Write one probe per line, in the same order in every language."
            yield Place(item.row, "probe", language).warning("probe_missing", message, remedy)
