"""Checks of every expression as its author wrote it: grammar, functions, references, patterns, and what is unwise."""

import re
from collections.abc import Iterator

from askwell.logic import patterns
from askwell.logic.functions import FUNCTIONS
from askwell.logic.parsing import ExpressionError, parse
from askwell.logic.trees import Tree, walk
from askwell.questionsets.checking.form import Form, Place, closest
from askwell.questionsets.compiling.stamps import reads_clock
from askwell.questionsets.faults import DraftFault
from askwell.questionsets.rows import Row, references, with_stand_ins

_EXPRESSIONS = ("relevant", "constraint", "calculation", "choice_filter", "repeat_count")
_YES_NO = {"yes", "no", "true", "false"}
_TEXTS = ("label", "hint", "guidance_hint", "constraint_message", "required_message")
_REFERRING = (*_EXPRESSIONS, "required", "read_only", "trigger", "default", "type", *_TEXTS)
_CONDITIONS = {"relevant", "constraint", "required", "read_only", "choice_filter"}
_MADE_BY_THE_FORM = {"instanceID", "instanceName", "audit"}
_DYNAMIC = re.compile(r"\$\{|\w\(")
_LONE_REFERENCE = re.compile(r"^\s*\$\{[^{}]*\}\s*$")


def check_expressions(form: Form) -> Iterator[DraftFault]:
    """Report every expression that cannot work, and some that probably do not say what was meant."""
    for row in form.survey:
        for place in _expressions_in(row):
            yield from _expression(place)
        for (column, language), text in row.cells.items():
            if column in _REFERRING or column.startswith("bind::"):
                yield from _references(form, Place(row, column, language), text)
    for row in form.choices:
        for (column, language), text in row.cells.items():
            if column == "label":
                yield from _references(form, Place(row, column, language), text)


def _expressions_in(row: Row) -> Iterator[Place]:
    for column in _EXPRESSIONS:
        if row.get(column):
            yield Place(row, column)
    for column in ("required", "read_only"):
        text = row.get(column)
        if text and text.lower() not in _YES_NO:
            yield Place(row, column)
    if _DYNAMIC.search(row.get("default")):
        yield Place(row, "default")


def _expression(place: Place) -> Iterator[DraftFault]:
    written = place.row.get(place.column)
    try:
        tree = parse(with_stand_ins(written))
    except ExpressionError as error:
        if place.column != "default":
            yield place.error("broken_expression", *_told(error, written))
        return
    yield from _calls(place, tree)
    if place.column in {"calculation", "default"} and reads_clock(tree):
        yield _tells_when(place)
    if place.column in _CONDITIONS and _LONE_REFERENCE.match(written):
        message = "A question alone is no condition: any answer at all makes it true, even no or 0."
        yield place.warning("bare_condition", message, f"Write {written.strip()} != '', or compare it with an answer.")


def _tells_when(place: Place) -> DraftFault:
    if place.column == "calculation":
        message = "This is worked out from the clock. In an anonymous round it stays on the phone: it would tell when."
        return place.warning("tells_when", message, "For interviews nothing; otherwise leave it out.")
    message = "In an anonymous round this default tells on which day a person answered."
    return place.warning("tells_when", message, "Leave the default out, or use the question set for interviews only.")


def _told(error: ExpressionError, written: str) -> tuple[str, str]:
    """Split a message into what is wrong and what to do; underscores that stand in for `${name}` become it again."""
    message, _, remedy = error.message.partition(". ")
    stand_in = re.search(r"“(_+)”", message)
    if stand_in:
        reference = re.match(r"\$\{[^{}]*\}", written[error.position :])
        message = message.replace(stand_in.group(1), reference.group() if reference else "${…}")
    return f"{message}.", remedy or "Compare the expression with one that works."


def _calls(place: Place, tree: Tree) -> Iterator[DraftFault]:
    for part in walk(tree):
        if part[0] != "call":
            continue
        name, arguments = part[1], part[2]
        known = FUNCTIONS.get(name)
        if known is None:
            meant = closest(name, FUNCTIONS)
            message = f"There is no function called {name}. This rule is left out, and interviewers are told."
            remedy = f"Write {meant}(…)." if meant else "Use one of the functions of the XLSForm reference."
            yield place.warning("unknown_function", message, remedy)
        elif not known.accepts(len(arguments)):
            message = f"{name}(…) takes {known.arity}, and has {len(arguments)} here."
            yield place.error("wrong_arguments", message, "Add what is missing, or remove what is too much.")
        elif name == "regex" and arguments[1][0] == "str":
            yield from _pattern(place, arguments[1][1])


def _pattern(place: Place, pattern: str) -> Iterator[DraftFault]:
    try:
        patterns.check(pattern)
    except patterns.PatternError as error:
        message, _, remedy = str(error).partition(". ")
        remedy = remedy or "Use plain characters, [sets], (groups) and the counts * + ? {2,5}."
        yield place.error("bad_pattern", f"The pattern {pattern} cannot be used. {message.rstrip('.')}.", remedy)
        return
    if not (pattern.startswith("^") and pattern.endswith("$")):
        message = (
            "The pattern has to describe the whole answer here, while some other tools look for it anywhere in it."
        )
        yield place.warning("open_pattern", message, f"Write ^ before it and $ after it: ^{pattern.strip('^$')}$.")


def _references(form: Form, place: Place, text: str) -> Iterator[DraftFault]:
    for name, _position in references(text):
        if name in form.names or name in _MADE_BY_THE_FORM:
            continue
        meant = closest(name, form.names)
        remedy = f"Write ${{{meant}}}." if meant else f"Add a question with the name {name}, or remove ${{{name}}}."
        message = f"No question is called “{name}”." if name else "This reference names no question."
        yield place.error("unknown_reference", message, remedy)
