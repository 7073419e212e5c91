"""What depends on what: direct readers, calculations in order, and circles that cannot be published."""

from askwell.questionsets.compiling import compile_draft
from askwell.questionsets.importing import read_draft


def calculations(**rules: str) -> dict[str, object]:
    rows = [{"type": "calculate", "name": name, "calculation": rule} for name, rule in rules.items()]
    question = {"type": "integer", "name": "n", "label": "N"}
    return {"survey": [question, *rows], "choices": [], "settings": {}}


def test_calculations_come_after_what_they_read() -> None:
    document = compile_draft(calculations(c="${b} + 1", b="${a} + 1", a="${n} + 1")).document
    assert document["order"] == ["/data/a", "/data/b", "/data/c"]
    assert document["deps"] == {"/data/n": ["/data/a"], "/data/b": ["/data/c"], "/data/a": ["/data/b"]}


def test_a_calculation_comes_after_what_decides_whether_its_source_is_asked() -> None:
    table = """
        | survey |
        |        | type      | name  | label | calculation | relevant   |
        |        | calculate | total |       | ${late}     |            |
        |        | calculate | gate  |       | 1 + 1       |            |
        |        | text      | late  | Late  |             | ${gate} = 2 |
    """
    document = compile_draft(read_draft(table.encode(), ".md")).document
    assert document["order"] == ["/data/gate", "/data/total"]


def test_a_circle_is_reported_once_with_its_members() -> None:
    faults = compile_draft(calculations(a="${c}", b="${a}", c="${b}", d="${a}")).faults
    assert [(fault.code, fault.row, fault.column) for fault in faults] == [("cycle", 3, "calculation")]
    assert "in a circle" in faults[0].message
    assert all(name in faults[0].message for name in ("a", "b", "c"))


def test_every_circle_is_reported() -> None:
    faults = compile_draft(calculations(a="${b}", b="${a}", c="${d}", d="${c}")).faults
    assert [fault.code for fault in faults] == ["cycle", "cycle"]


def test_a_condition_may_close_a_circle() -> None:
    table = """
        | survey |
        |        | type | name | label | relevant    |
        |        | text | a    | A     | ${b} != ''  |
        |        | text | b    | B     | ${a} != ''  |
    """
    [fault] = compile_draft(read_draft(table.encode(), ".md")).faults
    assert (fault.code, fault.row, fault.column, fault.text) == ("cycle", 2, "relevant", "${b} != ''")


def test_a_question_may_read_itself() -> None:
    table = """
        | survey |
        |        | type    | name | label | constraint | calculation             |
        |        | integer | a    | A     | . > 0      |                         |
        |        | text    | b    | B     |            | if(. = '', uuid(), .)   |
        |        | text    | c    | C     |            | once(random())          |
    """
    compiled = compile_draft(read_draft(table.encode(), ".md"))
    assert [fault for fault in compiled.faults if fault.level == "error"] == []
    assert compiled.document["deps"] == {}
    assert compiled.document["order"] == ["/data/b", "/data/c"]


def test_reading_a_repeat_is_seen_through_predicates_and_functions() -> None:
    table = """
        | survey |
        |        | type         | name  | label | calculation                                       |
        |        | integer      | limit | Limit |                                                   |
        |        | begin_repeat | trip  | Trip  |                                                   |
        |        | integer      | cost  | Cost  |                                                   |
        |        | calculate    | place |       | position(..)                                      |
        |        | end_repeat   |       |       |                                                   |
        |        | calculate    | high  |       | count(/data/trip[cost > /data/limit])             |
        |        | calculate    | first |       | indexed-repeat(${cost}, ${trip}, 1)               |
        |        | calculate    | twin  |       | count(//cost)                                     |
    """
    deps = compile_draft(read_draft(table.encode(), ".md")).document["deps"]
    assert deps == {
        "/data/limit": ["/data/high"],
        "/data/trip": ["/data/trip/place", "/data/high", "/data/first"],
        "/data/trip/cost": ["/data/high", "/data/first", "/data/twin"],
    }
