"""Regular expressions: the same answer as everybody else's, in time that no pattern can stretch."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.logic.patterns import PatternError, check, matches

pieces = st.sampled_from(["a", "b", ".", "[ab]", "[^a]", "\\d", "\\w", "(a|b)", "(?:ab|c)", "[a-c1]", "\\.", "^", "$"])
repeats = st.sampled_from(["", "", "", "*", "+", "?", "{2}", "{1,3}", "{2,}", "*?"])
patterns = st.lists(st.tuples(pieces, repeats), min_size=1, max_size=6).map(
    lambda parts: "".join(piece if piece in {"^", "$"} else piece + repeat for piece, repeat in parts)
)


@given(patterns, st.text(alphabet="abc1.", max_size=8))
def test_a_text_matches_exactly_when_python_says_so(pattern: str, text: str) -> None:
    assert matches(pattern, text) is (re.fullmatch(pattern, text, re.ASCII) is not None)


@pytest.mark.parametrize("pattern", ["(a+)+", "(a|a)*", "(a*)*b", "(.*a){12}", "^(([a-z])+.)+[A-Z]([a-z])+$"])
def test_a_pattern_made_to_hang_is_answered_at_once(pattern: str) -> None:
    started = time.process_time()
    assert matches(pattern, "a" * 3000 + "!") is False
    assert time.process_time() - started < 2


REFUSED = [
    ("a{2,1}", "Write a repetition as {3}, {3,} or {3,5}"),
    ("(a", "A bracket ( is never closed"),
    ("a)", "The bracket ) was never opened"),
    ("[a", "A bracket [ is never closed"),
    ("*a", "There is nothing to repeat before this sign"),
    ("a**", "There is nothing to repeat before this sign"),
    ("(?=a)b", "Look-around, names and flags"),
    (r"(a)\1", r"\1 is not understood everywhere"),
    (r"\bword", r"\b is not understood everywhere"),
    ("[z-a]", "The range z-a is the wrong way round"),
    ("a{9999}", "A repetition needs a number up to 1000"),
    ("(a{100}){100}", "This pattern is too large"),
    ("(" * 2000 + ")" * 2000, "too many brackets"),
]


@pytest.mark.parametrize(("pattern", "message"), REFUSED, ids=[pattern[:12] for pattern, _ in REFUSED])
def test_a_pattern_that_is_wrong_or_not_understood_everywhere_is_refused(pattern: str, message: str) -> None:
    with pytest.raises(PatternError, match=re.escape(message)):
        check(pattern)


def test_a_text_too_long_to_compare_is_refused() -> None:
    with pytest.raises(PatternError, match="20000 characters"):
        matches("a*", "a" * 20_001)
