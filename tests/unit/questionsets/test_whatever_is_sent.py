"""Whatever rows hold, a draft gets an answer: faults with a remedy, or a document with its hash."""

import hashlib
import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from askwell.logic.forms import Definition
from askwell.questionsets.checking import check

TYPES = ["text", "integer", "select_one l", "select_multiple m", "rank l", "range", "note", "calculate", "nonsense"]
TYPES += ["begin_group", "end_group", "begin_repeat", "end_repeat", "select_one ${a}", "select_one_from_file x.csv"]
NAMES = ["a", "b", "c", "A", "a b", "1a", "meta", "data", "é", ""]
EXPRESSIONS = ["${a} = 1", "${b} + ${c}", "${zz}", ". > 1", "if(", "today()", "once(.)", "position(..)", "sum(${b})"]
EXPRESSIONS += [
    "concat(${a}, '“')",
    "regex(., '^a+$')",
    "instance('l')/root/item[name = ${a}]/label",
    "nope(1)",
    "&lt;<",
]
TEXTS = ["Hello", "Say ${a} to ${b}", "${zz}", "-", "<b>x</b> & ]]>", "¿“Qué” tal?", "${", ""]

cells = st.fixed_dictionaries(
    {"type": st.sampled_from(TYPES), "name": st.sampled_from(NAMES)},
    optional={
        **dict.fromkeys(
            ["label", "label::English (en)", "hint::Español (es)", "label::English"], st.sampled_from(TEXTS)
        ),
        **dict.fromkeys(
            ["relevant", "constraint", "calculation", "default", "choice_filter", "repeat_count", "required"],
            st.sampled_from(EXPRESSIONS),
        ),
        "answer_options": st.sampled_from(["skip", "none", "dont-know refuse"]),
        "parameters": st.sampled_from(["randomize=true", "start=0 end=x", "a b=c", "="]),
        "trigger": st.sampled_from(["${a}", "a"]),
        "probe::English (en)": st.sampled_from(["standard: Why?", ":", "tailored:"]),
    },
)
choices = st.fixed_dictionaries(
    {"list_name": st.sampled_from(["l", "m", ""]), "name": st.sampled_from(["x", "y", "x y", ""])},
    optional={"label": st.sampled_from(TEXTS), "label::English (en)": st.sampled_from(TEXTS), "size": st.just("1")},
)
drafts = st.fixed_dictionaries(
    {
        "survey": st.lists(cells, max_size=8),
        "choices": st.lists(choices, max_size=5),
        "settings": st.dictionaries(
            st.sampled_from(["form_title", "form_id", "name", "default_language", "style", "version"]),
            st.sampled_from(["English (en)", "a b", "pages", "1", "<x>"]),
        ),
    }
)


PLAUSIBLE = [
    "${q0} = 1",
    ". != ''",
    "count-selected(${q1}) > 1",
    "today()",
    "once(random())",
    "if(${q2} > 1, 'a', ${q0})",
]
KINDS = ["text", "integer", "date", "select_one l", "select_multiple l", "rank l", "range", "acknowledge", "calculate"]
LISTED = [{"list_name": "l", "name": "x", "label": "X", "size": "1"}, {"list_name": "l", "name": "y", "label": "${q0}"}]

plausible_rows = st.fixed_dictionaries(
    {"type": st.sampled_from(KINDS), "label": st.sampled_from(["Hello", "Say ${q0} to ${q1}"])},
    optional={
        "relevant": st.sampled_from(PLAUSIBLE),
        "constraint": st.sampled_from(PLAUSIBLE),
        "default": st.sampled_from(["x", "1", "today()", "${q0}"]),
        "theme": st.just("voice"),
        "answer_options": st.sampled_from(["skip", "none", "skip dont-know"]),
    },
)


@st.composite
def plausible_drafts(draw: st.DrawFn) -> dict[str, object]:
    """Draw a draft that an author could have meant: three questions that others refer to, then anything."""
    survey = [{**row, "name": f"q{number}"} for number, row in enumerate(draw(st.lists(plausible_rows, min_size=3)))]
    for row in survey:
        if row["type"] == "calculate":
            row["calculation"] = draw(st.sampled_from(PLAUSIBLE))
    return {"survey": survey, "choices": LISTED, "settings": {"form_title": "T"}}


def check_the_answer(draft: dict[str, object]) -> set[str]:
    checked = check(draft)
    for fault in checked.faults:
        assert fault.message
        assert fault.remedy
    if checked.ok:
        data = checked.compiled.data
        assert hashlib.sha256(data).hexdigest() == checked.compiled.version_hash
        assert json.loads(data) == checked.compiled.document
        definition = Definition(checked.compiled.document)
        assert [entry.faults for entry in definition.entries.values() if entry.faults] == []
    return {fault.code for fault in checked.faults if fault.level == "error"}


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(draft=drafts)
def test_every_draft_gets_an_answer(draft: dict[str, object]) -> None:
    check_the_answer(draft)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(draft=plausible_drafts())
def test_a_plausible_draft_has_no_fault_but_circles(draft: dict[str, object]) -> None:
    assert check_the_answer(draft) <= {"cycle"}
