"""Results: counts per question, five kinds of no answer, and in anonymous rounds nothing about fewer than k people."""

from typing import Any

import pytest

from support.people import People
from support.rounds import Answers, OpenRound, open_round

NO_STATES = {"skipped": 0, "rather_not_say": 0, "dont_know": 0, "not_asked": 0, "not_reached": 0}
EVERY_TYPE: dict[str, Any] = {
    "survey": [
        {"type": "select_one fair", "name": "fair", "label::English (en)": "Fair?", "label::Español (es)": "¿Justo?"},
        {"type": "rank perks", "name": "best", "label::English (en)": "Best first"},
        {"type": "date", "name": "since", "label::English (en)": "Since?"},
        {"type": "time", "name": "starts", "label::English (en)": "Starts?"},
        {"type": "decimal", "name": "pay", "label::English (en)": "Pay", "theme": "pay"},
        {"type": "note", "name": "thanks", "label::English (en)": "Thanks"},
    ],
    "choices": [
        *({"list_name": "fair", "name": name, "label::English (en)": name} for name in ("yes", "no")),
        *({"list_name": "perks", "name": name, "label::English (en)": name} for name in ("meals", "travel")),
    ],
    "settings": {"default_language": "English (en)"},
}


def answers(name: str, *values: str) -> list[Answers]:
    return [{f"/data/{name}": {"value": value}} for value in values]


def counts(survey: OpenRound, name: str) -> dict[str, int | None]:
    return {choice["name"]: choice["count"] for choice in survey.question(name)["summary"]["choices"]}


def test_choices_are_counted_and_nobody_is_left_out(interviews: OpenRound) -> None:
    interviews.answer(*answers("fair", "yes", "yes", "no"), {"/data/fair": {"missing": "dont_know"}})
    assert interviews.question("fair") == {
        "path": "/data/fair",
        "name": "fair",
        "type": "select_one",
        "label": {"und": "Are shifts shared out fairly?"},
        "theme": [],
        "answered": 3,
        "states": {**NO_STATES, "dont_know": 1},
        "summary": {
            "kind": "choices",
            "choices": [
                {"name": "yes", "label": {"und": "Yes"}, "count": 2, "mean_place": None},
                {"name": "no", "label": {"und": "No"}, "count": 1, "mean_place": None},
                {"name": "unsure", "label": {"und": "Unsure"}, "count": 0, "mean_place": None},
            ],
            "min": None,
            "max": None,
            "mean": None,
            "median": None,
            "texts": [],
        },
        "suppressed": False,
    }


def test_five_kinds_of_no_answer_are_five_numbers(interviews: OpenRound) -> None:
    kinds = [kind for times, kind in enumerate(NO_STATES, 1) for _ in range(times)]
    interviews.answer(*({"/data/why": {"missing": kind}} for kind in kinds))
    question = interviews.question("why")
    assert question["answered"] == 0
    assert list(question["states"].values()) == [1, 2, 3, 4, 5]


def test_numbers_have_their_range_and_middle(interviews: OpenRound) -> None:
    interviews.answer(*answers("hours", "10", "-2", "40", "20"))
    summary = interviews.question("hours")["summary"]
    assert {key: summary[key] for key in ("kind", "min", "max", "mean", "median")} == {
        "kind": "number",
        "min": -2,
        "max": 40,
        "mean": 17,
        "median": 15,
    }


def test_each_of_several_choices_is_counted(interviews: OpenRound) -> None:
    interviews.answer(*answers("perks", "meals", "travel meals", "meals"))
    assert counts(interviews, "perks") == {"meals": 3, "travel": 1}


@pytest.fixture
def every_type(people: People) -> OpenRound:
    survey = open_round(people, "interview", EVERY_TYPE)
    phone = survey.phone()
    given = {
        "fair": ["yes", "no", "no"],
        "best": ["meals travel", "travel meals", "travel meals"],
        "since": ["2026-02-01", "2026-02-28", "2025-12-31"],
        "starts": ["09:00:00.000+01:00", "09:45:00.000+01:00", "22:00:00.000+01:00"],
        "pay": ["12.5", "nan", "13.5"],
    }
    rows = [{f"/data/{name}": {"value": values[row]} for name, values in given.items()} for row in range(3)]
    sent = phone.send([phone.freeze(row, "en", "2026-11-23T12:00:00.000+01:00") for row in rows])
    assert {result["status"] for result in sent} == {"received"}
    return survey


def test_every_type_has_a_summary_of_its_kind(every_type: OpenRound) -> None:
    assert counts(every_type, "since") == {"2025-12": 1, "2026-02": 2}
    assert counts(every_type, "starts") == {"09": 2, "22": 1}
    assert counts(every_type, "best") == {"meals": 1, "travel": 2}
    places = {one["name"]: one["mean_place"] for one in every_type.question("best")["summary"]["choices"]}
    assert places == {"meals": pytest.approx(5 / 3), "travel": pytest.approx(4 / 3)}
    assert every_type.question("pay")["summary"]["mean"] == 13
    assert [question["name"] for question in every_type.read("results")["questions"]] == [
        "fair",
        "best",
        "since",
        "starts",
        "pay",
    ]


def test_labels_and_themes_come_with_the_question(every_type: OpenRound) -> None:
    assert every_type.question("fair")["label"] == {"en": "Fair?", "es": "¿Justo?"}
    assert every_type.question("pay")["theme"] == ["pay"]


def test_small_numbers_of_an_anonymous_round_cannot_be_worked_out(survey: OpenRound) -> None:
    survey.answer(*answers("fair", *["yes"] * 12, *["no"] * 7, *["unsure"] * 3))
    survey.close()
    assert counts(survey, "fair") == {"yes": 12, "no": None, "unsure": None}
    assert survey.question("fair")["answered"] == 22


def test_a_question_that_fewer_than_k_answered_tells_nothing(survey: OpenRound) -> None:
    survey.answer(*answers("why", *["because"] * 4), *[{}] * 8)
    survey.close()
    question = survey.question("why")
    assert question["suppressed"] is True
    assert (question["answered"], question["states"], question["summary"]) == (None, None, None)


def test_how_few_gave_no_answer_is_not_told_either(survey: OpenRound) -> None:
    """Else a follow-up that three were not asked would tell how many answered the question before it."""
    no_answer = [{"/data/fair": {"missing": "not_asked"}}] * 3
    survey.answer(*answers("fair", *["yes"] * 12, *["no"] * 7), *no_answer)
    survey.close()
    question = survey.question("fair")
    assert (question["answered"], question["states"]) == (None, None)
    assert counts(survey, "fair") == {"yes": 12, "no": None, "unsure": 0}


def test_why_many_gave_no_answer_is_told_without_small_numbers(survey: OpenRound) -> None:
    reasons = [{"/data/fair": {"missing": "skipped"}}] * 9 + [{"/data/fair": {"missing": "rather_not_say"}}] * 2
    survey.answer(*answers("fair", *["yes"] * 12), *reasons)
    survey.close()
    question = survey.question("fair")
    assert question["answered"] == 12
    assert question["states"] == {**NO_STATES, "skipped": None, "rather_not_say": None}


def test_of_several_choices_neither_few_nor_all_but_few_are_told(survey: OpenRound) -> None:
    survey.answer(*answers("perks", *["meals"] * 11, "meals travel"))
    survey.close()
    assert counts(survey, "perks") == {"meals": 12, "travel": None}
    survey = open_round(survey.people)
    survey.answer(*answers("perks", *["meals"] * 11, "travel"))
    survey.close()
    assert counts(survey, "perks") == {"meals": None, "travel": None}


def test_the_smallest_and_largest_number_of_an_anonymous_round_are_nobodys_own(survey: OpenRound) -> None:
    survey.answer(*answers("hours", "2", *["38"] * 6, *["40"] * 5))
    survey.close()
    summary = survey.question("hours")["summary"]
    assert (summary["min"], summary["max"], summary["median"]) == (None, 40, 38)


def test_texts_of_an_anonymous_round_need_ten(survey: OpenRound) -> None:
    survey.answer(*answers("why", *(f"text {number}" for number in range(9))))
    survey.close()
    assert survey.question("why")["summary"]["texts"] == []
    assert survey.question("why")["answered"] == 9


def test_ten_texts_are_shown_in_no_order(survey: OpenRound) -> None:
    texts = [f"text {number}" for number in range(30)]
    survey.answer(*answers("why", *texts))
    survey.close()
    first, second = (survey.question("why")["summary"]["texts"] for _ in range(2))
    assert sorted(first) == sorted(second) == sorted(texts)
    assert first != second


def test_a_choice_that_is_on_no_list_is_counted_and_not_named(interviews: OpenRound) -> None:
    interviews.answer(*answers("fair", "yes", "perhaps"))
    assert counts(interviews, "fair") == {"yes": 1, "no": 0, "unsure": 0}
    assert interviews.question("fair")["answered"] == 2


@pytest.mark.parametrize(
    ("count", "band"), [(0, "fewer than 5"), (4, "fewer than 5"), (5, "5–9"), (9, "5–9"), (10, "10–19"), (50, "50+")]
)
def test_progress_is_told_in_bands(interviews: OpenRound, count: int, band: str) -> None:
    if count:
        interviews.answer(*[{}] * count)
    assert interviews.read("progress") == {"band": band, "k": 5}
