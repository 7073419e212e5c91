"""Faults that a machine can mend are offered one by one; nothing changes but what was accepted, and that is noted."""

from __future__ import annotations

from typing import Any

import openpyxl
import pytest
from typer.testing import CliRunner

from askwell import cli

FAULTY = """
| survey |
|        | type                    | name       | label            | relevant              | mandatory | calculation |
|        | integer                 | first age  | Age?             |                       | yes       |
|        | Select One yn           | again      | Again, ${first age}? | ${first age} > 17 |           |
|        | select_multiple days    | which      | Which days?      | ${again} = ‘yes’      |           |
|        | text                    | why        | Why?             | selected(${which}, 'day one') | |
|        | begin_group             | meta       | About            |                       |           |
|        | calculate_here          | now        |                  |                       |           | now() |
|        | end_group               |            |                  |                       |           |
|        | audio audit             | heard      |                  |                       |           |
| choices |
|         | listname | name    | label   |
|         | yn       | yes     | Yes     |
|         | yn       | yes     | Surely  |
|         | yn       | no      | No      |
|         | yn       | no      | No      |
|         | days     | day one | Day one |
"""


def report(desk: Any, made: dict[str, Any]) -> dict[str, Any]:
    return dict(desk.client.get(f"{desk.url}/{made['id']}/check").json())


def repair(desk: Any, made: dict[str, Any], *accept: str) -> Any:
    headers = {"If-Match": f'"{made["draft_rev"]}"'}
    return desk.client.post(f"{desk.url}/{made['id']}/repairs", json={"accept": list(accept)}, headers=headers)


def found(repairs: list[dict[str, Any]]) -> dict[str, tuple[str, str]]:
    return {each["id"]: (each["was"], each["becomes"]) for each in repairs}


def test_every_repair_is_offered_with_its_place_what_it_was_and_becomes(desk: Any) -> None:
    made = desk.bring(FAULTY)
    repairs = report(desk, made)["repairs"]
    assert all(each["why"] for each in repairs)
    assert found(repairs) == {
        "type:survey:3:type": ("Select One yn", "select_one yn"),
        "vendor_type:survey:7:type": ("calculate_here", "calculate"),
        "vendor_type:survey:9:disabled": ("audio audit", "yes"),
        "bad_name:survey:2:name": ("first age", "first_age"),
        "reserved_name:survey:6:name": ("meta", "meta_answers"),
        "bent_quotes:survey:4:relevant": ("${again} = ‘yes’", "${again} = 'yes'"),
        "column:survey:1:mandatory": ("mandatory", "required"),
        "column:choices:1:listname": ("listname", "list_name"),
    }


def test_bringing_a_file_in_changes_nothing_by_itself(desk: Any) -> None:
    made = desk.bring(FAULTY)
    assert made["draft"]["survey"][0] == {"type": "integer", "name": "first age", "label": "Age?", "mandatory": "yes"}
    assert made["notes"] == []


def test_only_what_was_accepted_is_done_references_follow_and_it_is_noted(desk: Any) -> None:
    made = desk.bring(FAULTY)
    mended = repair(desk, made, "bad_name:survey:2:name").json()
    survey = mended["draft"]["survey"]
    assert survey[0]["name"] == "first_age"
    assert (survey[1]["label"], survey[1]["relevant"]) == ("Again, ${first_age}?", "${first_age} > 17")
    assert survey[1]["type"] == "Select One yn"
    [note] = mended["notes"]
    assert (note["kind"], note["where"]) == ("repaired", "survey, row 2, column name")
    assert (note["was"], note["becomes"]) == ("first age", "first_age")
    assert note["at"]
    assert "bad_name:survey:2:name" not in found(report(desk, made)["repairs"])


def test_all_repairs_together_leave_a_form_that_can_be_published(desk: Any) -> None:
    made = desk.bring(FAULTY)
    for _round in range(3):  # a column that has its head back lets more be seen
        known = desk.client.get(f"{desk.url}/{made['id']}").json()
        names = [each["id"] for each in report(desk, made)["repairs"]]
        if not names:
            break
        assert repair(desk, known, *names).status_code == 200
    last = desk.client.get(f"{desk.url}/{made['id']}").json()
    assert [fault for fault in report(desk, made)["faults"] if fault["level"] == "error"] == []
    assert last["draft"]["choices"] == [
        {"list_name": "yn", "name": "yes", "label": "Yes"},
        {"list_name": "yn", "name": "yes_2", "label": "Surely"},
        {"list_name": "yn", "name": "no", "label": "No"},
        {},
        {"list_name": "days", "name": "day_one", "label": "Day one"},
    ]
    assert last["draft"]["survey"][3]["relevant"] == "selected(${which}, 'day_one')"
    assert last["draft"]["survey"][7]["disabled"] == "yes"
    assert len(last["notes"]) == 11


def test_a_table_of_kobotoolbox_becomes_questions_in_a_group(desk: Any) -> None:
    table = """
    | survey |
    |        | type        | name  | label  | kobo--score-choices |
    |        | begin_score | trust | Trust  | yn                  |
    |        | score__row  | boss  | Boss   |                     |
    |        | score__row  | team  | Team   |                     |
    |        | end_score   |       |        |                     |
    | choices |
    |         | list_name | name | label |
    |         | yn        | yes  | Yes   |
    """
    made = desk.bring(table)
    names = [each["id"] for each in report(desk, made)["repairs"]]
    mended = repair(desk, made, *names).json()
    assert [row["type"] for row in mended["draft"]["survey"]] == [
        "begin_group",
        "select_one yn",
        "select_one yn",
        "end_group",
    ]
    assert report(desk, made)["ok"]
    assert desk.publish(mended).status_code == 201


def test_a_choice_is_followed_between_bent_quotation_marks_as_well(desk: Any) -> None:
    made = desk.bring(FAULTY.replace("'day one'", "“day one”").replace("listname", "list_name"))
    mended = repair(desk, made, "space_in_choice:choices:6:name").json()
    assert mended["draft"]["survey"][3]["relevant"] == "selected(${which}, “day_one”)"


def test_names_that_a_filter_keeps_apart_may_stay(desk: Any) -> None:
    table = """
    | survey |
    |        | type            | name  | label | choice_filter  |
    |        | select_one area | area  | Area  |                |
    |        | select_one town | town  | Town  | area = ${area} |
    | choices |
    |         | list_name | name   | label  | area  |
    |         | area      | north  | North  |       |
    |         | area      | south  | South  |       |
    |         | town      | other  | Other  | north |
    |         | town      | other  | Other  | south |
    """
    made = desk.bring(table)
    assert found(report(desk, made)["repairs"]) == {
        "filtered_choices:settings:2:allow_choice_duplicates": ("", "yes"),
    }
    mended = repair(desk, made, "filtered_choices:settings:2:allow_choice_duplicates").json()
    assert [row["name"] for row in mended["draft"]["choices"][2:]] == ["other", "other"]
    assert report(desk, made)["ok"]


def test_what_would_have_to_be_guessed_is_not_offered(desk: Any) -> None:
    table = """
    | survey |
    |        | type                 | name | label |
    |        | begin_kobomatrix     | m    | M     |
    |        | select_multiple days | a    | A     |
    |        | select_multiple more | b    | B     |
    | choices |
    |         | list_name | name    | label |
    |         | days      | day one | One   |
    |         | more      | day one | One   |
    """
    assert report(desk, desk.bring(table))["repairs"] == []


def test_a_repair_that_is_not_offered_does_nothing_at_all(desk: Any) -> None:
    made = desk.bring(FAULTY)
    refused = repair(desk, made, "bad_name:survey:2:name", "bad_name:survey:99:name")
    assert (refused.status_code, refused.json()["code"]) == (409, "repair_not_offered")
    assert desk.client.get(f"{desk.url}/{made['id']}").json() == made


def test_a_draft_that_somebody_else_saved_is_not_repaired(desk: Any) -> None:
    made = desk.bring(FAULTY)
    desk.save(made, made["draft"])
    refused = repair(desk, made, "bad_name:survey:2:name")
    assert (refused.status_code, refused.json()["code"]) == (412, "draft_changed")


def test_on_the_command_line_only_what_was_accepted_is_written_and_printed(tmp_path: Any) -> None:
    form, to = tmp_path / "faulty.md", tmp_path / "new.xlsx"
    form.write_text(FAULTY, encoding="utf-8")
    checked = CliRunner().invoke(cli.app, ["check", str(form)])
    assert "bad_name:survey:2:name" in checked.output
    done = CliRunner().invoke(cli.app, ["repair", str(form), "--to", str(to), "--accept", "bad_name:survey:2:name"])
    assert done.exit_code == 0, done.output
    assert "repaired: survey, row 2, column name: first age → first_age" in done.output
    survey = openpyxl.load_workbook(to)["survey"]
    assert [[cell.value for cell in row][:2] for row in survey.iter_rows(max_row=3)] == [
        ["type", "name"],
        ["integer", "first_age"],
        ["Select One yn", "again"],
    ]
    assert form.read_text(encoding="utf-8") == FAULTY


@pytest.mark.parametrize(("answers", "said"), [("n\n" * 8, "0 repairs done"), ("y\n" * 8, "8 repairs done")])
def test_on_the_command_line_each_repair_is_asked_for(tmp_path: Any, answers: str, said: str) -> None:
    form, to = tmp_path / "faulty.md", tmp_path / "new.xlsx"
    form.write_text(FAULTY, encoding="utf-8")
    done = CliRunner().invoke(cli.app, ["repair", str(form), "--to", str(to)], input=answers)
    assert done.exit_code == 0, done.output
    assert said in done.output
    again = CliRunner().invoke(cli.app, ["repair", str(form), "--to", str(to)], input=answers)
    assert again.exit_code == 2
