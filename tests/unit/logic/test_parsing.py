"""What an author is told about an expression that cannot be read: what, where, and how to mend it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.logic.parsing import ExpressionError, parse
from askwell.logic.trees import DEEPEST, depth, functions_used

MESSAGES = [
    ("", 0, "The expression is empty. Write a condition, or clear the cell."),
    ("if(1<2,0,1", 2, "The bracket ( at character 3 is never closed. Add ) where it ends."),
    ("a = 'yes", 4, "The text that starts at character 5 is never closed. Add the missing ' where it ends."),
    ("a)", 1, "The bracket ) at character 2 was never opened. Remove it, or add its partner."),
    ("1 +", 3, "The expression ends too early: a value is missing at its end. Complete it."),
    ("selected(a,)", 11, "A value is missing before “)” at character 12. Add it, or remove the sign."),
    ("a == 1", 2, "“==” at character 3 cannot be used here. Write = instead of ==."),
    ("a && b", 2, "“&&” at character 3 cannot be used here. Write and instead of &&."),
    ("a AND b", 2, "“AND” at character 3 has to be in small letters. Write and."),
    ("a \u2013 1", 2, "“\u2013” at character 3 cannot be used here. Write the plain minus sign -."),
    ("a ? b", 2, "“?” at character 3 means nothing in an expression. Remove it, or put text in quotes."),
    (
        "a b",
        2,
        "“b” at character 3 follows another value with nothing between them. "
        "Add an operator such as = or and, or a comma.",
    ),
    (
        "a 'b'",
        2,
        "'b' at character 3 follows another value with nothing between them. "
        "Add an operator such as = or and, or a comma.",
    ),
    (
        "${age} > 1",
        0,
        "“${” at character 1 cannot be used here. "
        "A reference like ${age} has to name a question of this form, with both braces.",
    ),
    ("up::a", 0, "“up::” at character 1 is no direction in a form. Write ${age} or ../age."),
]


@pytest.mark.parametrize(("text", "position", "message"), MESSAGES, ids=[text or "blank" for text, _, _ in MESSAGES])
def test_a_message_says_what_and_where_and_how_to_mend_it(text: str, position: int, message: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        parse(text)
    assert (caught.value.message, caught.value.position) == (message, position)


@pytest.mark.parametrize(
    "text",
    ["(" * 500 + "1" + ")" * 500, "1" + "+1" * 500, "-" * 3000 + "1", "a[" * 500, "if(1," * 500, "a/" * 30000],
    ids=["brackets", "sums", "signs", "predicates", "ifs", "steps"],
)
def test_an_expression_that_would_exhaust_an_engine_is_refused(text: str) -> None:
    with pytest.raises(ExpressionError):
        parse(text)


def test_forty_conditions_in_a_row_are_no_trouble() -> None:
    tree = parse(" or ".join(f"/data/q{number} = 'yes'" for number in range(40)))
    assert depth(tree) < DEEPEST


def test_functions_are_found_wherever_they_stand() -> None:
    tree = parse("if(selected(/data/a[count(b) > 1], 'x'), -int(c), (d | e)[last()]/f)")
    assert functions_used(tree) == {"if", "selected", "count", "int", "last"}


@given(st.text(alphabet="ab/.*@:|=<>!+-()[],'\"12 \u2018\u201d$andor", max_size=40))
def test_any_text_gives_a_tree_or_a_message(text: str) -> None:
    said = _said(text)
    assert said is None or (said.message.endswith(".") and 0 <= said.position <= len(text))


def _said(text: str) -> ExpressionError | None:
    try:
        parse(text)
    except ExpressionError as error:
        return error
    return None
