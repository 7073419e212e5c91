"""Downloads: every cell says what it means, no cell is a formula, and nothing leads back to a phone."""

import codecs
import csv
import io
from typing import Any
from uuid import UUID

import openpyxl
import pytest

from support.people import People
from support.rounds import ANSWERS, NOON, OpenRound, item, open_round

TWO_LANGUAGES: dict[str, Any] = {
    "survey": [
        {"type": "select_multiple perks", "name": "perks", "label::English (en)": "?", "label::Español (es)": "?"},
        {"type": "begin_group", "name": "one", "label::English (en)": "One"},
        {"type": "select_one fair", "name": "fair", "label::English (en)": "Fair?"},
        {"type": "end_group"},
        {"type": "begin_group", "name": "two", "label::English (en)": "Two"},
        {"type": "select_one fair", "name": "fair", "label::English (en)": "Still fair?"},
        {"type": "end_group"},
    ],
    "choices": [
        {"list_name": "perks", "name": "1", "label::English (en)": "Meals", "label::Español (es)": "Comidas"},
        {"list_name": "perks", "name": "2", "label::English (en)": "Travel"},
        {"list_name": "fair", "name": "-1", "label::English (en)": "=No"},
        {"list_name": "fair", "name": "yes", "label::English (en)": "Yes"},
    ],
    "settings": {"default_language": "English (en)"},
}
ASKED = ("one", "several", "order")
CODES: dict[str, Any] = {
    "survey": [
        {"type": "select_one codes", "name": "one", "label": "One?"},
        {"type": "select_multiple codes", "name": "several", "label": "Several?"},
        {"type": "rank codes", "name": "order", "label": "In what order?"},
    ],
    "choices": [{"list_name": "codes", "name": name, "label": f"Code {name}"} for name in ("01", "1", "02")],
    "settings": {},
}
CALCULATED: dict[str, Any] = {
    "survey": [
        {"type": "integer", "name": "hours", "label": "Hours?"},
        {"type": "calculate", "name": "twice", "calculation": "${hours} * 2"},
        {"type": "calculate", "name": "code", "calculation": "concat('00', ${hours})"},
    ],
    "choices": [],
    "settings": {},
}
FORMULAS = ["=1+1", "+34 600", "-5 days", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"]


def read_csv(survey: OpenRound, **query: str) -> list[dict[str, str]]:
    answer = survey.editor.get(f"{survey.path}/export.csv", params=query)
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))


def read_xlsx(survey: OpenRound, **query: str) -> list[dict[str, Any]]:
    answer = survey.editor.get(f"{survey.path}/export.xlsx", params=query)
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    assert sheet is not None
    names, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(names, row, strict=True)) for row in rows]


def test_a_row_says_what_was_answered_and_why_not(interviews: OpenRound) -> None:
    phone = interviews.phone()
    sent = phone.freeze({**ANSWERS, "/data/why": {"missing": "rather_not_say"}}, "en", NOON)
    receipt = phone.send([sent])[0]["receipt"]
    assert read_csv(interviews) == [
        {
            "submission/id": sent["instance_id"],
            "submission/seq": str(receipt["seq"]),
            "submission/received_on": receipt["received_on"],
            "submission/late": "0",
            "fair": "yes",
            "hours": "38",
            "perks": "meals travel",
            "perks/meals": "1",
            "perks/travel": "1",
            "why": ".rather_not_say",
            "submission/findings": "",
        }
    ]


def test_five_kinds_of_no_answer_are_five_words_in_every_column_of_the_question(interviews: OpenRound) -> None:
    kinds = ["skipped", "rather_not_say", "dont_know", "not_asked", "not_reached"]
    interviews.answer(*({"/data/perks": {"missing": kind}, "/data/hours": {"missing": kind}} for kind in kinds))
    for rows in (read_csv(interviews), read_xlsx(interviews)):
        for column in ("perks", "perks/meals", "perks/travel", "hours"):
            assert [row[column] for row in rows] == [f".{kind}" for kind in kinds]


def test_a_text_that_reads_like_a_reason_is_told_apart_from_one(interviews: OpenRound) -> None:
    interviews.answer({"/data/why": {"value": ".skipped"}}, {"/data/why": {"missing": "skipped"}})
    assert [row["why"] for row in read_csv(interviews)] == ["'.skipped", ".skipped"]


def test_a_text_is_never_a_formula_in_csv(interviews: OpenRound) -> None:
    interviews.answer(*({"/data/why": {"value": value}} for value in FORMULAS))
    assert [row["why"] for row in read_csv(interviews)] == [f"'{value}" for value in FORMULAS]


def test_a_text_is_text_in_a_workbook(interviews: OpenRound) -> None:
    interviews.answer(*({"/data/why": {"value": value}} for value in FORMULAS))
    answer = interviews.editor.get(f"{interviews.path}/export.xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert "=1+1" in {cell.value for cell in cells}


def test_a_csv_begins_with_the_mark_by_which_excel_knows_utf_8(interviews: OpenRound) -> None:
    interviews.answer({"/data/why": {"value": "mañana"}})
    content = interviews.editor.get(f"{interviews.path}/export.csv").content
    assert content.startswith(codecs.BOM_UTF8)
    assert content.count(codecs.BOM_UTF8) == 1
    assert "mañana".encode() in content


def test_codes_are_names_and_keep_their_zeros(people: People) -> None:
    survey = open_round(people, "interview", CODES)
    phone = survey.phone()
    rows = [("01", "02", "02 01"), ("1", "02 1", "1")]
    given = [{f"/data/{name}": {"value": value} for name, value in zip(ASKED, row, strict=True)} for row in rows]
    assert {sent["status"] for sent in phone.send([phone.freeze(one, "en", NOON) for one in given])} == {"received"}
    for table in (read_csv(survey), read_xlsx(survey)):
        assert [tuple(row[name] for name in ASKED) for row in table] == rows
    assert [row["several/02"] for row in read_xlsx(survey)] == [1, 1]


def test_what_is_calculated_is_a_number_if_it_reads_like_one(people: People) -> None:
    survey = open_round(people, "interview", CALCULATED)
    phone = survey.phone()
    given = {"/data/twice": {"value": "14"}, "/data/code": {"value": "007"}, "/data/hours": {"value": "7"}}
    phone.send([phone.freeze(given, "en", NOON)])
    assert [(row["twice"], row["code"]) for row in read_xlsx(survey)] == [(14, "007")]


def test_numbers_stay_numbers_and_negative_ones_too(interviews: OpenRound) -> None:
    interviews.answer({"/data/hours": {"value": "-3"}}, {"/data/hours": {"value": "=3"}})
    assert [row["hours"] for row in read_csv(interviews)] == ["-3", "'=3"]
    assert [row["hours"] for row in read_xlsx(interviews)] == [-3, "=3"]


@pytest.fixture
def two_languages(people: People) -> OpenRound:
    survey = open_round(people, "interview", TWO_LANGUAGES)
    phone = survey.phone()
    given = {"/data/perks": {"value": "2 1"}, "/data/one/fair": {"value": "-1"}, "/data/two/fair": {"value": "yes"}}
    assert phone.send([phone.freeze(given, "es", NOON)])[0]["status"] == "received"
    return survey


def test_labels_are_in_the_language_asked_for_or_in_the_versions_own(two_languages: OpenRound) -> None:
    (codes,), (english,), (spanish,) = (
        read_csv(two_languages),
        read_csv(two_languages, values="labels", language="en"),
        read_csv(two_languages, values="labels", language="es"),
    )
    assert (codes["perks"], english["perks"], spanish["perks"]) == ("2 1", "Travel; Meals", "Travel; Comidas")
    assert (codes["one/fair"], english["one/fair"]) == ("-1", "'=No")
    assert (codes["perks/1"], spanish["perks/2"]) == ("1", "1")


def test_two_questions_of_one_name_have_two_columns(two_languages: OpenRound) -> None:
    (row,) = read_csv(two_languages)
    assert (row["one/fair"], row["two/fair"]) == ("-1", "yes")


def test_anonymous_rows_have_new_ids_and_no_order_and_no_time(survey: OpenRound) -> None:
    phone = survey.phone()
    items = [phone.freeze({**ANSWERS, "/data/hours": {"value": str(hour)}}, "en", NOON) for hour in range(40)]
    for start in range(0, 40, 10):
        phone.send(items[start : start + 10])
    survey.close()
    first, second = read_csv(survey), read_csv(survey)
    assert set(first[0]) == {
        "submission/id",
        "fair",
        "hours",
        "perks",
        "perks/meals",
        "perks/travel",
        "why",
        "submission/findings",
    }
    ids = [{UUID(row["submission/id"]) for row in rows} for rows in (first, second)]
    assert len(ids[0]) == len(ids[1]) == 40
    assert ids[0].isdisjoint(ids[1])
    assert ids[0].isdisjoint(UUID(one["instance_id"]) for one in items)
    hours = [[int(row["hours"]) for row in rows] for rows in (first, second)]
    assert sorted(hours[0]) == sorted(hours[1]) == list(range(40))
    assert hours[0] != hours[1]
    assert list(range(40)) not in hours


def test_what_a_phone_stamps_about_itself_leaves_in_no_anonymous_download(people: People) -> None:
    draft = {
        "survey": [
            {"type": "start", "name": "started"},
            {"type": "deviceid", "name": "device"},
            {"type": "calculate", "name": "day", "calculation": "today()"},
            {"type": "text", "name": "why", "label": "Why?"},
        ],
        "choices": [],
        "settings": {},
    }
    survey = open_round(people, draft=draft)
    phone = survey.phone()
    given = {
        "/data/started": {"value": "2026-11-23T10:00:00.000+01:00"},
        "/data/device": {"value": "canary-device"},
        "/data/day": {"value": "2026-11-23"},
        "/data/why": {"value": "because"},
    }
    phone.send([phone.freeze(given, "en", NOON) for _ in range(10)])
    survey.close()
    text = survey.editor.get(f"{survey.path}/export.csv").text
    assert "because" in text
    assert "canary-device" not in text
    assert "2026-11-23" not in text


def test_only_settled_and_understood_answers_leave(survey: OpenRound) -> None:
    survey.answer(*[{}] * 4)
    survey.phone().send([item("rubbish")])
    assert read_csv(survey) == []
    assert read_xlsx(survey) == []


def test_a_file_is_named_after_its_round_whatever_that_is_called(people: People) -> None:
    survey = open_round(people, "interview", title='Otoño "26"; filename=evil.exe\\')
    header = survey.editor.get(f"{survey.path}/export.csv").headers["Content-Disposition"]
    name = "Oto%C3%B1o%20%2226%22%3B%20filename%3Devil.exe%5C.csv"
    assert header == f"attachment; filename=\"answers.csv\"; filename*=UTF-8''{name}"


def test_a_text_longer_than_a_cell_is_whole_in_csv_and_cut_visibly_in_a_workbook(interviews: OpenRound) -> None:
    interviews.answer({"/data/why": {"value": "x" * 40_000}})
    assert read_csv(interviews)[0]["why"] == "x" * 40_000
    cell = read_xlsx(interviews)[0]["why"]
    assert len(cell) == 32_767
    assert cell.endswith("… (the CSV has all of it)")


def test_more_rows_than_one_portion_are_all_there_once(interviews: OpenRound) -> None:
    for _ in range(9):
        interviews.answer(*[{}] * 50)
    rows = read_csv(interviews)
    assert [int(row["submission/seq"]) for row in rows] == list(range(1, 451))
