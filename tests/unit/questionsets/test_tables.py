"""Tables of choices (`table-list`, or `label` and `list-nolabel`): what only names the choices is nobody's question."""

from collections.abc import Callable
from typing import Any

from askwell.questionsets.faults import DraftFault
from askwell.questionsets.importing import read_draft
from askwell.questionsets.outline import count_questions

OLDER = """
    | survey |
    | | type | name | label | appearance | required | answer_options |
    | | begin_group | work | Work | field-list | | |
    | | select_one yn | head | | label | | skip |
    | | select_one yn | fair | It is fair. | list-nolabel | yes | |
    | | select_multiple yn | safe | It is safe. | list-nolabel | | |
    | | end_group | | | | | |
    | choices |
    | | list_name | name | label |
    | | yn        | y    | Yes   |
    | | yn        | n    | No    |
"""


def test_a_table_keeps_its_label_and_what_is_made_up_for_it_is_never_asked(compiled: Callable[[str], Any]) -> None:
    document = compiled("""
        | survey |
        | | type | name | label | hint | appearance |
        | | begin_group | work | Work | These days | table-list |
        | | select_one yn | fair | It is fair. | | |
        | | select_one yn | safe | It is safe. | For you | |
        | | end_group | | | | |
        | choices |
        | | list_name | name | label |
        | | yn        | y    | Yes   |
        | | yn        | n    | No    |
    """)
    (group,) = document["tree"]
    title, head, fair, safe = group.pop("children")
    assert group == {
        "name": "work",
        "type": "group",
        "appearance": "field-list",
        "label": {"und": ["Work"]},
        "hint": {"und": ["These days"]},
    }
    assert title == {"name": title["name"], "type": "note", "bind": {"readonly": ["call", "true", []]}}
    assert head == {"name": head["name"], "type": "note", "appearance": "label", "list": "yn"}
    assert (fair["type"], fair["appearance"], fair["label"]) == ("select_one", "list-nolabel", {"und": ["It is fair."]})
    assert (safe["type"], safe["hint"]) == ("select_one", {"und": ["For you"]})


def test_the_label_of_a_table_shows_answers_from_where_the_table_stands(compiled: Callable[[str], Any]) -> None:
    document = compiled("""
        | survey |
        | | type | name | label | appearance |
        | | begin_repeat | job | Job | |
        | | text | what | What? | |
        | | begin_group | work | About ${what} | table-list |
        | | select_one yn | fair | It is fair. | |
        | | end_group | | | |
        | | end_repeat | | | |
        | choices |
        | | list_name | name | label |
        | | yn        | y    | Yes   |
    """)
    group = document["tree"][0]["children"][1]
    up = ["parent", "node()", []]
    assert group["label"] == {"und": ["About ", {"out": ["path", "ctx", [up, ["child", "what", []]]]}]}


def test_a_row_with_the_words_of_choices_is_a_note_and_needs_no_label(
    compiled: Callable[[str], Any], faults: Callable[[str], list[DraftFault]]
) -> None:
    head, fair, safe = compiled(OLDER)["tree"][0]["children"]
    assert (head["type"], fair["type"], safe["type"]) == ("note", "select_one", "select_multiple")
    assert [(fault.row, fault.code) for fault in faults(OLDER)] == [(3, "options_without_answer")]
    assert count_questions(read_draft(OLDER.encode(), ".md")) == 2
