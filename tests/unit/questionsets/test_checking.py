"""Everything wrong with a draft is reported at once, where it stands, with what to do."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from askwell.logic.environment import Env
from askwell.logic.forms import Definition, Form
from askwell.questionsets import checking, converting
from askwell.questionsets.checking import check
from askwell.questionsets.faults import DraftFault

Check = Callable[[str], list[DraftFault]]
ROOT = Path(__file__).parents[3]


def test_everything_is_reported_at_once(faults: Check) -> None:
    found = faults("""
        | survey |
        | | type | name | label | relevant | constraint | required | answer_options |
        | | begin_group | about | About | | | | |
        | | integr | age | Age | | | | |
        | | integer | my age | Age | ${agee} > 17 | if(. > 1, 0 | | |
        | | select_one colour | fav | Colour | lenght(.) > 1 | regex(., '(?=a)b') | yes | skip refuse |
        | | text | fav | Again | | round(.) | | |
        | | | lost | Lost | | | | |
        | choices |
        |        | list_name | name | label |
        |        | colours   | red  | Red   |
        |        | colours   | red  | Rot   |
        |        | colours   |      | Blue  |
    """)
    errors = [(each.sheet, each.row, each.column, each.code) for each in found if each.level == "error"]
    assert errors == [
        ("survey", 2, "type", "not_ended"),
        ("survey", 3, "type", "unknown_type"),
        ("survey", 4, "constraint", "broken_expression"),
        ("survey", 4, "name", "bad_name"),
        ("survey", 4, "relevant", "unknown_reference"),
        ("survey", 5, "answer_options", "unknown_answer_option"),
        ("survey", 5, "answer_options", "required_and_skip"),
        ("survey", 5, "constraint", "bad_pattern"),
        ("survey", 5, "type", "list_not_found"),
        ("survey", 6, "name", "duplicate_name"),
        ("survey", 7, "type", "type_missing"),
        ("choices", 3, "name", "duplicate_choice"),
        ("choices", 4, "name", "choice_without_name"),
    ]
    assert all(each.message.endswith(".") and each.remedy.endswith(".") for each in found)


@pytest.mark.parametrize(
    ("row", "code", "text", "says", "remedy"),
    [
        ({"type": "integr"}, "unknown_type", "integr", "no type called “integr”", "Write integer."),
        ({"relevant": "${dya} = 1"}, "unknown_reference", "${dya} = 1", "called “dya”", "Write ${day}."),
        ({"hint": "See ${dya}"}, "unknown_reference", "See ${dya}", "called “dya”", "Write ${day}."),
        ({"relevant": "${day} == 1"}, "broken_expression", "${day} == 1", "“==” at character 8", "Write ="),
        (
            {"relevant": "${day} ${day}"},
            "broken_expression",
            "${day} ${day}",
            "“${day}” at character 8",
            "Add an operator",
        ),
        ({"calculation": "if(${day}<1,0,1"}, "broken_expression", "if(${day}<1,0,1", "character 3 is never", "Add )"),
        ({"constraint": "selected(.)"}, "wrong_arguments", "selected(.)", "takes 2 arguments, and has 1", "Add what"),
        ({"name": "my day"}, "bad_name", "my day", "no spaces", "Write my_day"),
        ({"name": "2day"}, "bad_name", "2day", "start with a letter", "Write q_2day"),
        ({"name": ""}, "name_missing", "", "has no name", "Write a short name"),
        ({"sensitivity": "very"}, "unknown_sensitivity", "very", "no sensitivity", "low, medium or high"),
        ({"type": "select_one"}, "list_missing", "select_one", "which list", "Write select_one, a space"),
        ({"type": "select_one colour"}, "list_not_found", "select_one colour", "called colour", "Write colours"),
    ],
)
def test_a_fault_says_where_what_and_how_to_mend_it(
    row: dict[str, str], code: str, text: str, says: str, remedy: str
) -> None:
    day = {"type": "integer", "name": "day", "label": "Day"}
    broken = {"type": "text", "name": "a", "label": "A", **row}
    choices = [{"list_name": "colours", "name": "red", "label": "Red"}]
    found = check({"survey": [day, {}, broken], "choices": choices, "settings": {}}).faults
    fault = next(each for each in found if each.level == "error")
    assert (fault.code, fault.row, fault.text) == (code, 4, text)
    assert says in fault.message
    assert remedy in fault.remedy


@pytest.mark.parametrize(
    ("name", "remedy"),
    [("frobnicate", "Use one of the functions of the XLSForm reference."), ("cuont", "Write count(…).")],
)
@pytest.mark.parametrize("column", ["relevant", "constraint", "calculation", "required", "default"])
def test_an_unknown_function_is_told_and_stands_in_nobodys_way(column: str, name: str, remedy: str) -> None:
    row = {"type": "text", "name": "a", "label": "A", column: f"{name}(${{day}}) > 2"}
    day = {"type": "integer", "name": "day", "label": "Day"}
    checked = check({"survey": [day, row], "choices": [], "settings": {}})
    [fault] = checked.faults
    assert (checked.ok, fault.level, fault.code, fault.row, fault.column) == (
        True,
        "warning",
        "unknown_function",
        3,
        column,
    )
    assert (fault.message, fault.remedy) == (
        f"There is no function called {name}. This rule is left out, and interviewers are told.",
        remedy,
    )
    form = Form(Definition(checked.compiled.document), Env())
    form.set("/data/day", "3")
    state = form.get("/data/a")
    assert (state.relevant, state.required, state.constraint_ok, state.value) == (True, False, True, "")
    assert [(each.path, each.message) for each in form.faults] == [("/data/a", f"There is no function {name}().")]


def test_gaps_between_languages_are_warnings(faults: Check) -> None:
    found = faults("""
        | survey |
        |        | type         | name | label::English (en) | label::Español (es) | hint::English (en) |
        |        | select_one l | a    | A                   |                     | Think              |
        | choices |
        |        | list_name | name | label::English (en) | label::Español (es) |
        |        | l         | x    | X                   | X                   |
        |        | l         | y    |                     | Y                   |
    """)
    assert [(each.level, each.code, each.sheet, each.row, each.column) for each in found] == [
        ("warning", "translation_missing", "survey", 2, "hint::Español (es)"),
        ("warning", "translation_missing", "survey", 2, "label::Español (es)"),
        ("warning", "translation_missing", "choices", 3, "label::English (en)"),
    ]
    assert "people will read it in English (en)" in found[0].message


def test_languages_should_say_their_code(faults: Check) -> None:
    found = faults("| survey | | | | |\n| | type | name | label::English | label::Español |\n| | text | a | A | A |")
    assert [(each.code, each.row, each.remedy) for each in found] == [
        ("language_without_code", 1, "Write English (en) in the heads of all its columns."),
        ("language_without_code", 1, "Write Español (es) in the heads of all its columns."),
    ]


def test_what_is_unwise_is_a_warning(faults: Check) -> None:
    found = faults("""
        | survey |
        |   | type         | name | label | relevant | constraint            | answer_options |
        |   | select_one l | a    | A     |          |                       |                |
        |   | text         | A    | B     | ${a}     | regex(., '[0-9]{3}')  |                |
        |   | note         | n    | N     |          |                       | skip           |
        |   | geopoint     | g    | G     |          |                       |                |
        | choices |
        |   | list_name | name | label |
        |   | l         | x    |       |
        |   | unused    | x    | X     |
        |   |           | x    | X     |
    """)
    assert {each.level for each in found} == {"warning"}
    assert [(each.row, each.code) for each in found] == [
        (3, "open_pattern"),
        (3, "similar_name"),
        (3, "bare_condition"),
        (4, "options_without_answer"),
        (5, "place_tells_who"),
        (2, "choice_without_label"),
        (3, "unused_list"),
        (4, "choice_without_list"),
    ]


def test_a_draft_without_faults_has_none(faults: Check) -> None:
    assert faults("| survey | | | |\n| | type | name | label |\n| | text | a | How are you? |") == []


@pytest.mark.parametrize(
    "draft",
    [
        {},
        {"survey": []},
        {"survey": [{}], "choices": [{}], "settings": {}},
        {"survey": [{"label": "only a label"}]},
        {"survey": [{"type": "end_group"}, {"type": "begin repeat"}, {"type": "select_one"}]},
        {"survey": [{"type": "text", "name": "${a}", "relevant": "${", "label": "${${}}"}]},
        {"survey": [{"type": "calculate", "name": "a", "calculation": "(" * 5000}]},
        {"survey": [{"type": "text", "name": "a", "label::": "x", "::": "y", "bind::": "z", "": "w"}]},
        {"survey": [{"type": "text", "name": "a", "label": "A"}], "settings": {"name": "a b", "form_title": "<&>"}},
        {"survey": [{"type": "text", "name": "a", "label": "]]> <output value='x'/> &amp; \u200b"}]},
        {"survey": [{"type": "select_one l", "name": "a"}], "choices": [{"list_name": "l", "name": "x", "a b": "1"}]},
        {"survey": [{"type": "range", "name": "a", "parameters": "start=1e99999999 end=x step=0 tick_interval=1/0"}]},
        {"survey": [{"type": "range", "name": "a", "label": "A", "parameters": "step=-0 tick_interval=0 start= end"}]},
    ],
)
def test_whatever_the_rows_hold_there_is_an_answer(draft: dict[str, object]) -> None:
    for fault in check(draft).faults:
        assert fault.message
        assert fault.remedy


def test_what_crashes_pyxform_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(**_arguments: object) -> None:
        raise TypeError("unhashable type: 'dict'")

    monkeypatch.setattr(converting, "pyxform_convert", crash)
    [fault] = check({"survey": [{"type": "text", "name": "a", "label": "A"}]}).faults
    assert (fault.level, fault.code) == ("error", "unreadable")


def test_every_code_is_documented() -> None:
    folder = Path(checking.__file__).parent
    source = "\n".join(path.read_text() for path in (*folder.glob("*.py"), *folder.parent.glob("compiling/*.py")))
    codes = set(re.findall(r'(?:error|warning)\(\s*"([a-z_]+)"', source)) | set(re.findall(r'code="([a-z_]+)"', source))
    documented = set(re.findall(r"`([a-z_]+)`", (ROOT / "docs" / "api.md").read_text()))
    assert len(codes) > 30
    assert codes - documented == set()


def test_what_tells_when_somebody_answered_is_a_warning(faults: Check) -> None:
    found = faults("""
        | survey |
        | | type      | name  | label | calculation | default |
        | | date      | since | Since |             | today() |
        | | calculate | day   |       | today()     |         |
    """)
    assert [(each.row, each.column, each.level, each.code) for each in found] == [
        (2, "default", "warning", "tells_when"),
        (3, "calculation", "warning", "tells_when"),
    ]


@pytest.mark.parametrize(
    ("parameters", "appearance", "code", "remedy"),
    [
        ("start=0 end=10 step=1 tick_interval=1", "", "too_many_ticks", "Write tick_interval=2."),
        ("start=0 end=10 step=1 tick_interval=3", "", "uneven_ticks", "Write tick_interval=2."),
        ("start=0 end=1 step=0.1 tick_interval=0.1", "", "too_many_ticks", "Write tick_interval=0.2."),
        ("start=1, end=8, tick_interval=1", "", "too_many_ticks", "Take tick_interval away."),
        ("start=10 end=0 step=1 tick_interval=1", "", "too_many_ticks", "Write tick_interval=2."),
        ("start=0 end=10 step=1 tick_interval=2", "", None, None),
        ("start=0 end=10 step=1", "", None, None),
        ("start=0 end=10 step=1 tick_interval=1", "no-ticks", None, None),
        ("start=0 end=10 step=1 tick_interval=1", "rating", None, None),
    ],
)
def test_points_of_a_scale_that_the_phone_will_not_name_are_a_warning(
    parameters: str, appearance: str, code: str | None, remedy: str | None
) -> None:
    row = {"type": "range", "name": "far", "label": "How far?", "parameters": parameters, "appearance": appearance}
    found = [fault for fault in check({"survey": [row]}).faults if fault.level == "warning"]
    assert [(each.row, each.column, each.code, each.remedy) for each in found] == (
        [(2, "parameters", code, remedy)] if code else []
    )
