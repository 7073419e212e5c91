"""A draft becomes a version document: nodes, texts, choices and actions, as docs/version-format.md says."""

import json
import os
import subprocess
import sys

from askwell.questionsets.compiling import compile_draft


def path(*steps: str, start: str = "root") -> list[object]:
    return ["path", start, [["child", step, []] for step in steps]]


def test_a_whole_form(compiled) -> None:
    document = compiled("""
        | survey |
        | | type | name | label::English (en) | label::Español (es) | hint::English (en) | relevant | required |
        | | begin_group | work | Work | Trabajo | | | |
        | | integer | age | Age | Edad | In years | | yes |
        | | select_one yn | full | Full time? | | | ${age} > 17 | |
        | | end_group | | | | | | |
        | choices |
        |        | list_name | name | label::English (en) | label::Español (es) |
        |        | yn        | y    | Yes                 | Sí                  |
        |        | yn        | n    | No                  |                     |
        | settings |
        |        | form_title | form_id | default_language | style |
        |        | Work       | work_1  | English (en)     | pages |
    """)
    assert document == {
        "schema": 1,
        "id": "work_1",
        "title": "Work",
        "root": "data",
        "languages": [{"code": "en", "name": "English"}, {"code": "es", "name": "Español"}],
        "default_language": "en",
        "settings": {"style": "pages"},
        "tree": [
            {
                "name": "work",
                "type": "group",
                "label": {"en": ["Work"], "es": ["Trabajo"]},
                "children": [
                    {
                        "name": "age",
                        "type": "integer",
                        "bind": {"required": ["call", "true", []]},
                        "label": {"en": ["Age"], "es": ["Edad"]},
                        "hint": {"en": ["In years"]},
                    },
                    {
                        "name": "full",
                        "type": "select_one",
                        "bind": {"relevant": ["bin", ">", path("data", "work", "age"), ["num", 17]]},
                        "list": "yn",
                        "label": {"en": ["Full time?"]},
                    },
                ],
            }
        ],
        "lists": {
            "yn": [
                {"name": "y", "label": {"en": ["Yes"], "es": ["Sí"]}},
                {"name": "n", "label": {"en": ["No"]}},
            ]
        },
        "instances": {},
        "setvalues": [],
        "order": [],
        "deps": {"/data/work/age": ["/data/work/full"]},
    }
    assert list(document["tree"][0]["children"][1]) == ["name", "type", "bind", "list", "label"]


def test_a_form_that_names_no_language_has_one(compiled) -> None:
    document = compiled(
        "| survey | | | |\n| | type | name | label |\n| | text | a | Say ${b} twice |\n| | text | b | B |"
    )
    assert (document["languages"], document["default_language"]) == ([{"code": "und", "name": ""}], "und")
    assert document["tree"][0]["label"] == {"und": ["Say ", {"out": path("data", "b")}, " twice"]}
    assert (document["id"], document["title"]) == ("data", "data")


def test_a_text_that_the_default_language_lacks_is_shown_in_another(compiled) -> None:
    document = compiled("""
        | survey |
        |        | type | name | label::English (en) | label::Español (es) |
        |        | text | a    |                     | Hola                |
        |        | text | b    | B                   | B                   |
        | settings |
        |        | default_language |
        |        | English (en)     |
    """)
    assert document["tree"][0]["label"] == {"en": ["Hola"], "es": ["Hola"]}


def test_a_dash_that_the_author_wrote_stays(compiled) -> None:
    document = compiled("| survey | | | |\n| | type | name | label | guidance_hint |\n| | text | a | - | - |")
    assert document["tree"][0]["label"] == {"und": ["-"]}


def test_quotation_marks_stay_as_the_author_wrote_them(compiled) -> None:
    document = compiled("""
        | survey |
        | | type | name | label::English (en) | label::Español (es) | constraint | constraint_message::English (en) |
        | | select_one l | a | It’s “my” way, 'n' ${b}’s | Así | . != ‘x’ | Don’t |
        | | text | b | It's "plain" | «Así» | | |
        | choices |
        |        | list_name | name | label::English (en) | label::Español (es) |
        |        | l         | x    | I’d say ‘no’        | Diría que no        |
    """)
    first, second = document["tree"]
    assert first["label"]["en"] == ["It’s “my” way, 'n' ", {"out": path("data", "b")}, "’s"]
    assert first["constraint_message"]["en"] == ["Don’t"]
    assert first["bind"]["constraint"][3] == ["str", "x"]
    assert second["label"] == {"en": ['It\'s "plain"'], "es": ["«Así»"]}
    assert document["lists"]["l"][0]["label"]["en"] == ["I’d say ‘no’"]


def test_every_column_of_ours_is_on_its_node(compiled) -> None:
    table = """
        | survey |
        | | type | name | label::en | theme | intent | sensitivity | core | answer_options | breakdown | reversed |
        | | text | a | A | voice safety | Learn how | HIGH | 12a | dont-know skip | never | yes |
        | | text | b | B |  |  |  |  | none |  |  |
    """
    first, second = compiled(table)["tree"]
    assert first == {
        "name": "a",
        "type": "text",
        "label": {"en": ["A"]},
        "answer_options": ["skip", "dont_know"],
        "theme": ["voice", "safety"],
        "sensitivity": "high",
        "intent": "Learn how",
        "core": "12a",
        "breakdown": "never",
        "reversed": "yes",
    }
    assert second["answer_options"] == []


def test_probes_of_all_languages_stand_together() -> None:
    row = {
        "type": "text",
        "name": "a",
        "label::English (en)": "A",
        "label::Español (es)": "A",
        "probe::English (en)": "standard: Who was in the room?\n\ntailored: Who was not?\nAnything else?",
        "probe::Español (es)": "standard: ¿Quién estaba?\ntailored: ¿Quién no?",
    }
    [node] = compile_draft({"survey": [row], "choices": [], "settings": {}}).document["tree"]
    assert node["probes"] == [
        {"kind": "standard", "text": {"en": "Who was in the room?", "es": "¿Quién estaba?"}},
        {"kind": "tailored", "text": {"en": "Who was not?", "es": "¿Quién no?"}},
        {"kind": "standard", "text": {"en": "Anything else?"}},
    ]


def test_intent_on_a_group_starts_no_android_app() -> None:
    def group(intent: str) -> str:
        rows = [
            {"type": "begin_group", "name": "g", "label": "G", "intent": intent},
            {"type": "text", "name": "a", "label": "A"},
            {"type": "end_group"},
        ]
        return compile_draft({"survey": rows}).xform

    assert "intent=" not in group("Learn what makes a good day")
    assert 'intent="org.example.scan(mode=1)"' in group("org.example.scan(mode=1)")


def test_choices_are_filtered_by_their_columns(compiled) -> None:
    document = compiled("""
        | survey |
        |        | type            | name   | label  | choice_filter       | appearance | parameters             |
        |        | select_one area | area   | Area   |                     |            |                        |
        |        | rank town       | town   | Town   | area = ${area}      | likert     | randomize=true seed=42 |
        | choices |
        |        | list_name | name | label | area |
        |        | area      | n    | North |      |
        |        | town      | x    | X     | n    |
    """)
    town = document["tree"][1]
    assert town["choice_filter"] == ["bin", "=", path("area", start="ctx"), path("data", "area")]
    assert (town["list"], town["seed"], town["appearance"]) == ("town", ["num", 42], "likert")
    assert town["parameters"] == {"randomize": "true", "seed": "42"}
    assert document["lists"]["town"] == [{"name": "x", "label": {"und": ["X"]}, "columns": {"area": "n"}}]
    assert document["deps"] == {"/data/area": ["/data/town"]}


def test_choices_may_be_earlier_answers(compiled) -> None:
    document = compiled("""
        | survey |
        |        | type                | name | label |
        |        | begin_repeat        | kin  | Kin   |
        |        | text                | who  | Who?  |
        |        | end_repeat          |      |       |
        |        | select_one ${who}   | best | Best? |
    """)
    itemset = document["tree"][1]["itemset"]
    assert (itemset["value"], itemset["label"]) == ("who", "who")
    assert itemset["nodes"][2][1][:2] == ["child", "kin"]
    assert document["deps"] == {"/data/kin": ["/data/best"], "/data/kin/who": ["/data/best"]}


def test_a_range_says_where_it_starts_and_ends(compiled) -> None:
    document = compiled("""
        | survey |
        |        | type  | name | label | parameters           |
        |        | range | a    | A     | start=0 end=10 step=1 |
        |        | range | b    | B     |                      |
    """)
    assert [node["parameters"] for node in document["tree"]] == [
        {"start": "0", "end": "10", "step": "1"},
        {"start": "1", "end": "10", "step": "1"},
    ]


def test_a_repeat_has_a_count_and_its_questions_are_there_once(compiled) -> None:
    document = compiled("""
        | survey |
        |        | type         | name | label | repeat_count | relevant    | default |
        |        | integer      | n    | N     |              |             |         |
        |        | begin_repeat | trip | Trip  | ${n}         |             |         |
        |        | text         | to   | To    |              |             |         |
        |        | text         | why  | Why   |              | ${to} != '' | work    |
        |        | end_repeat   |      |       |              |             |         |
    """)
    trip = document["tree"][1]
    assert (trip["type"], trip["repeat_count"]) == ("repeat", path("data", "n"))
    assert [child["name"] for child in trip["children"]] == ["to", "why"]
    up = ["path", "ctx", [["parent", "node()", []], ["child", "to", []]]]
    assert trip["children"][1]["bind"]["relevant"] == ["bin", "!=", up, ["str", ""]]
    assert trip["children"][1]["default"] == "work"
    assert document["deps"] == {"/data/n": ["/data/trip"], "/data/trip/to": ["/data/trip/why"]}


def test_defaults_are_texts_or_actions(compiled) -> None:
    document = compiled("""
        | survey |
        |        | type    | name | label | default   | trigger | calculation |
        |        | integer | a    | A     | 18        |         |             |
        |        | date    | b    | B     | today()   |         |             |
        |        | text    | c    | C     |           | ${a}    | ${a} + 1    |
    """)
    assert [node.get("default") for node in document["tree"]] == ["18", None, None]
    assert document["setvalues"] == [
        {"event": "odk-instance-first-load", "ref": "/data/b", "value": ["call", "today", []]},
        {
            "event": "xforms-value-changed",
            "ref": "/data/c",
            "value": ["bin", "+", path("data", "a"), ["num", 1]],
            "trigger": "/data/a",
        },
    ]
    assert document["deps"] == {"/data/a": ["/data/c"]}


def test_messages_come_in_every_language() -> None:
    row = {
        "type": "integer",
        "name": "a",
        "label::English (en)": "A",
        "label::Español (es)": "A",
        "constraint": ". > 0",
        "constraint_message::English (en)": "More",
        "constraint_message::Español (es)": "Más",
        "required": "yes",
        "required_message::English (en)": "Please",
    }
    [node] = compile_draft({"survey": [row], "choices": [], "settings": {}}).document["tree"]
    assert node["constraint_message"] == {"en": ["More"], "es": ["Más"]}
    assert node["required_message"] == {"en": ["Please"]}
    assert node["bind"]["constraint"] == ["bin", ">", ["path", "ctx", [["self", "node()", []]]], ["num", 0]]


def test_other_is_a_choice_and_a_text(compiled) -> None:
    document = compiled("""
        | survey |
        |        | type                  | name | label |
        |        | select_one l or_other | a    | A     |
        | choices |
        |        | list_name | name | label |
        |        | l         | x    | X     |
    """)
    assert [(node["name"], node["type"]) for node in document["tree"]] == [("a", "select_one"), ("a_other", "text")]
    assert [choice["name"] for choice in document["lists"]["l"]] == ["x", "other"]


def test_the_bytes_are_the_same_on_every_machine() -> None:
    program = (
        "import json, sys; from askwell.questionsets import starter; "
        "from askwell.questionsets.compiling import compile_draft; "
        "print(json.dumps([compile_draft(starter.draft_of(each.key)).version_hash for each in starter.listed()]))"
    )
    hashes = []
    for seed in ("1", "77"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        ran = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, check=True)
        hashes.append(json.loads(ran.stdout))
    assert hashes[0] == hashes[1]
    assert len(set(hashes[0])) == len(hashes[0]) >= 20


def test_a_draft_that_pyxform_cannot_read_compiles_to_nothing() -> None:
    found = compile_draft({"survey": [{"type": "begin_group", "name": "g"}], "choices": [], "settings": {}})
    assert (found.ok, found.document, found.data, found.version_hash, found.xform) == (False, {}, b"", "", "")


def test_what_comes_from_the_clock_or_the_phone_is_marked_directly_or_by_way_of_another(compiled) -> None:
    document = compiled("""
        | survey |
        | | type      | name  | label | calculation                | default |
        | | start     | began |       |                            |         |
        | | deviceid  | phone |       |                            |         |
        | | calculate | day   |       | format-date(today(), '%d') |         |
        | | calculate | odd   |       | ${day} mod 2               |         |
        | | calculate | oddly |       | concat('x', ${odd})        |         |
        | | integer   | hours | Hours |                            |         |
        | | calculate | year  |       | ${hours} * 48              |         |
        | | date      | since | Since |                            | today() |
    """)
    assert [node["name"] for node in document["tree"] if node.get("stamp")] == ["began", "phone", "day", "odd", "oddly"]
