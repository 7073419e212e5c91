"""Results: counts per question, five kinds of no answer, and in no round anything about fewer than k people."""

import json
from typing import Any

import pytest

from support.people import People
from support.rounds import NOON, Answers, OpenRound, open_round

SPOT = "19.432608 -99.133209 0 12"
NO_STATES = {"skipped": 0, "rather_not_say": 0, "dont_know": 0, "not_asked": 0, "not_reached": 0}
EVERY_TYPE: dict[str, Any] = {
    "survey": [
        {"type": "select_one fair", "name": "fair", "label::English (en)": "Fair?", "label::Español (es)": "¿Justo?"},
        {"type": "rank perks", "name": "best", "label::English (en)": "Best first"},
        {"type": "date", "name": "since", "label::English (en)": "Since?"},
        {"type": "time", "name": "starts", "label::English (en)": "Starts?"},
        {"type": "decimal", "name": "pay", "label::English (en)": "Pay", "theme": "pay"},
        {"type": "geopoint", "name": "spot", "label::English (en)": "Where?"},
        {"type": "geotrace", "name": "way", "label::English (en)": "Which way?"},
        {"type": "geoshape", "name": "area", "label::English (en)": "Which area?"},
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
    given = [*["yes"] * 14, *["no"] * 7]
    interviews.answer(*answers("fair", *given), *[{"/data/fair": {"missing": "dont_know"}}] * 6)
    assert interviews.question("fair") == {
        "path": "/data/fair",
        "name": "fair",
        "type": "select_one",
        "label": {"und": "Are shifts shared out fairly?"},
        "theme": [],
        "answered": 21,
        "states": {**NO_STATES, "dont_know": 6},
        "summary": {
            "kind": "choices",
            "choices": [
                {"name": "yes", "label": {"und": "Yes"}, "count": 14, "mean_place": None},
                {"name": "no", "label": {"und": "No"}, "count": 7, "mean_place": None},
                {"name": "unsure", "label": {"und": "Unsure"}, "count": 0, "mean_place": None},
            ],
            "mean": None,
            "median": None,
            "texts": [],
        },
        "suppressed": False,
    }


def test_five_kinds_of_no_answer_are_five_numbers(interviews: OpenRound) -> None:
    kinds = [kind for times, kind in enumerate(NO_STATES, 5) for _ in range(times)]
    interviews.answer(*({"/data/why": {"missing": kind}} for kind in kinds), *answers("why", *["because"] * 5))
    question = interviews.question("why")
    assert question["answered"] == 5
    assert list(question["states"].values()) == [5, 6, 7, 8, 9]


def test_numbers_have_their_mean_and_middle(interviews: OpenRound) -> None:
    interviews.answer(*answers("hours", *["-2"] * 8, *["20"] * 9, *["40"] * 8))
    assert interviews.question("hours")["summary"] == {
        "kind": "number",
        "choices": [],
        "mean": 20,
        "median": 20,
        "texts": [],
    }


def test_each_of_several_choices_is_counted(interviews: OpenRound) -> None:
    interviews.answer(*answers("perks", *["meals"] * 12, *["travel meals"] * 6, *["travel"] * 5))
    assert counts(interviews, "perks") == {"meals": 18, "travel": 11}


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
        "spot": [SPOT] * 3,
        "way": [f"{SPOT};20 -99 0 0"] * 3,
        "area": [f"{SPOT};20 -99 0 0;20 -98 0 0;{SPOT}"] * 3,
    }
    rows = [{f"/data/{name}": {"value": values[row % 3]} for name, values in given.items()} for row in range(45)]
    sent = phone.send([phone.freeze(row, "en", "2026-11-23T12:00:00.000+01:00") for row in rows])
    assert {result["status"] for result in sent} == {"received"}
    return survey


def test_every_type_has_a_summary_of_its_kind(every_type: OpenRound) -> None:
    assert counts(every_type, "since") == {"2025-12": 15, "2026-02": 30}
    assert counts(every_type, "starts") == {"09": 30, "22": 15}
    assert counts(every_type, "best") == {"meals": 15, "travel": 30}
    places = {one["name"]: one["mean_place"] for one in every_type.question("best")["summary"]["choices"]}
    assert places == {"meals": 1.6, "travel": 1.4}
    assert every_type.question("pay")["summary"]["mean"] == 13
    assert [question["name"] for question in every_type.read("results")["questions"]] == [
        "fair",
        "best",
        "since",
        "starts",
        "pay",
        "spot",
        "way",
        "area",
    ]


def test_places_are_counted_and_never_told(every_type: OpenRound) -> None:
    for name in ("spot", "way", "area"):
        question = every_type.question(name)
        assert (question["answered"], question["states"], question["summary"]) == (45, NO_STATES, None)
    assert SPOT.split(" ")[0] not in json.dumps(every_type.read("results"))


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
    assert counts(survey, "fair") == {"yes": 12, "no": None, "unsure": None}


def test_why_many_gave_no_answer_is_told_without_small_numbers(survey: OpenRound) -> None:
    reasons = [{"/data/fair": {"missing": "skipped"}}] * 9 + [{"/data/fair": {"missing": "rather_not_say"}}] * 2
    survey.answer(*answers("fair", *["yes"] * 12, *["no"] * 8), *reasons)
    survey.close()
    question = survey.question("fair")
    assert question["answered"] == 20
    assert question["states"] == {**NO_STATES, "skipped": None, "rather_not_say": None}


def test_of_several_choices_neither_few_nor_all_but_few_are_told(survey: OpenRound) -> None:
    survey.answer(*answers("perks", *["meals"] * 20, "meals travel"))
    survey.close()
    assert counts(survey, "perks") == {"meals": 21, "travel": None}
    survey = open_round(survey.people)
    survey.answer(*answers("perks", *["meals"] * 20, "travel"))
    survey.close()
    assert counts(survey, "perks") == {"meals": None, "travel": None}


@pytest.fixture(params=["open_link", "interview"])
def either(request: pytest.FixtureRequest, people: People) -> OpenRound:
    """Return a round that people answer by themselves, and one of interviews: what is told is the same."""
    return open_round(people, request.param)


def read_closed(survey: OpenRound, *given: Answers) -> OpenRound:
    survey.answer(*given)
    survey.close()
    return survey


def test_the_languages_are_told_before_anything_is_shown(people: People) -> None:
    results = open_round(people, draft=EVERY_TYPE).read("results")
    assert (results["shown"], results["languages"]) == (False, ["en", "es"])


def test_nothing_is_told_of_fewer_than_k_people(either: OpenRound) -> None:
    results = read_closed(either, *[{}] * 4).read("results")
    assert (results["shown"], results["why_not"], results["questions"]) == (False, "fewer_than_k", [])


def test_what_few_answered_is_told_in_no_mode(either: OpenRound) -> None:
    read_closed(either, *answers("fair", *["yes"] * 22, *["no"] * 3))
    assert counts(either, "fair") == {"yes": None, "no": None, "unsure": 0}


def test_of_few_answers_it_is_not_told_that_all_were_the_same(either: OpenRound) -> None:
    read_closed(either, *answers("fair", *["no"] * 14))
    question = either.question("fair")
    assert (question["answered"], counts(either, "fair")) == (14, {"yes": None, "no": None, "unsure": None})
    assert counts(either, "perks") == {"meals": None, "travel": None}


def test_of_few_answers_it_is_not_told_what_nobody_chose(either: OpenRound) -> None:
    read_closed(either, *answers("fair", *["no"] * 9, *["yes"] * 5))
    assert counts(either, "fair") == {"yes": None, "no": 9, "unsure": None}


def test_of_twenty_answers_it_is_told_that_all_were_the_same(either: OpenRound) -> None:
    read_closed(either, *answers("fair", *["no"] * 20))
    assert counts(either, "fair") == {"yes": 0, "no": 20, "unsure": 0}


def test_only_the_groups_of_anonymous_rounds_are_shuffled(either: OpenRound) -> None:
    anonymous = either.round["word"] == "anonymous"
    assert either.read("results")["updated_in_groups_of"] == (5 if anonymous else None)


def test_a_mean_is_nobodys_own_and_not_exact(either: OpenRound) -> None:
    read_closed(either, *answers("hours", "2", *["38"] * 13, *["40"] * 7))
    summary = either.question("hours")["summary"]
    assert (summary["mean"], summary["median"]) == (38.5, 38)


def test_few_numbers_have_no_mean(either: OpenRound) -> None:
    read_closed(either, *answers("hours", "2", *["38"] * 7, *["40"] * 5))
    summary = either.question("hours")["summary"]
    assert (summary["mean"], summary["median"]) == (None, 38)


def test_a_middle_that_few_gave_is_not_shown(either: OpenRound) -> None:
    read_closed(either, *answers("hours", *["20"] * 7, "30", *["40"] * 7))
    assert either.question("hours")["summary"]["median"] is None


def test_numbers_tell_nothing_where_few_gave_none(either: OpenRound) -> None:
    read_closed(either, *answers("hours", *["38"] * 22), *[{"/data/hours": {"missing": "skipped"}}] * 2)
    question = either.question("hours")
    assert (question["answered"], question["summary"], question["suppressed"]) == (None, None, True)


def test_mean_places_do_not_tell_a_first_place_that_is_hidden(people: People) -> None:
    draft = {
        "survey": [{"type": "rank perks", "name": "best", "label": "Best first"}],
        "choices": [{"list_name": "perks", "name": name, "label": name} for name in "ab"],
        "settings": {},
    }
    survey = open_round(people, "interview", draft)
    phone = survey.phone()
    phone.send([phone.freeze({"/data/best": {"value": ranks}}, "en", NOON) for ranks in ["a b"] * 12 + ["b a"]])
    found = survey.question("best")["summary"]["choices"]
    assert [(choice["count"], choice["mean_place"]) for choice in found] == [(None, None)] * 2


def test_texts_need_ten(either: OpenRound) -> None:
    read_closed(either, *answers("why", *(f"text {number}" for number in range(9))))
    assert either.question("why")["summary"]["texts"] == []
    assert either.question("why")["answered"] == 9


def test_where_few_wrote_nothing_some_texts_are_held_back_and_always_the_same(either: OpenRound) -> None:
    read_closed(either, *answers("why", *(f"text {number}" for number in range(22))), *[{}] * 3)
    assert either.question("why")["answered"] is None
    first, second = (sorted(either.question("why")["summary"]["texts"]) for _ in range(2))
    assert len(first) == 20
    assert first == second


def test_ten_texts_are_shown_in_no_order(survey: OpenRound) -> None:
    texts = [f"text {number}" for number in range(30)]
    survey.answer(*answers("why", *texts))
    survey.close()
    first, second = (survey.question("why")["summary"]["texts"] for _ in range(2))
    assert sorted(first) == sorted(second) == sorted(texts)
    assert first != second


def test_a_choice_that_is_on_no_list_is_counted_and_not_named(interviews: OpenRound) -> None:
    interviews.answer(*answers("fair", *["yes"] * 15, *["perhaps"] * 5))
    assert counts(interviews, "fair") == {"yes": 15, "no": 0, "unsure": 0}
    assert interviews.question("fair")["answered"] == 20


@pytest.mark.parametrize(
    ("count", "band"), [(0, "fewer than 5"), (4, "fewer than 5"), (5, "5–9"), (9, "5–9"), (10, "10–19"), (50, "50+")]
)
def test_progress_is_told_in_bands(interviews: OpenRound, count: int, band: str) -> None:
    if count:
        interviews.answer(*[{}] * count)
    assert interviews.read("progress") == {"band": band, "k": 5}
