"""The starter library: what every pack and theme that ships with the product must hold, in both of its languages."""

import json
import re
from collections import Counter
from importlib.resources import files
from typing import Any

import pytest
from pyxform.xls2xform import convert

Row = dict[str, str]
Draft = dict[str, Any]

STARTER = files("askwell.questionsets") / "starter"
ENGLISH, SPANISH = "English (en)", "Español (es)"

THEMES_OF_THE_DESIGN = [
    "job_satisfaction",
    "leadership_power",
    "current_job_experience",
    "previous_experience",
    "resources_support",
    "policies_procedures",
    "organizational_communication",
    "motivations_north_star",
    "barriers_challenges",
    "autonomy",
    "feeling_valued",
    "voice",
    "psychological_safety",
    "advancement",
    "job_quality_definition",
    "ideal_jobs",
]
PACKS = ["packs/interview.json", "packs/pulse.json", "packs/comparison.json", "leadership.json"]
CORE_ITEMS = ["1a", "3a", "5a", "6b", "7a", "10a", "12a", "14b"]

TRANSLATED = {"label", "hint", "guidance_hint", "required_message", "constraint_message", "probe"}
PLAIN = {"type", "name", "required", "relevant", "constraint", "appearance", "parameters", "choice_filter", "default"}
OURS = {"theme", "intent", "sensitivity", "answer_options", "core", "reversed", "breakdown"}
TYPES = {"note", "text", "range", "acknowledge", "select_one", "select_multiple", "rank", "begin_group", "end_group"}
NOT_QUESTIONS = {"note", "begin_group", "end_group"}
WITHOUT_LABEL = {"end_group"}
CONSENT = {"manager_sees_answers", "consent", "may_retell", "may_quote", "see_quote_first"}


def read(path: str) -> Any:
    return json.loads((STARTER / path).read_text(encoding="utf-8"))


def all_drafts() -> dict[str, Draft]:
    themes = {f"themes/{key}.json": read(f"themes/{key}.json") for key in THEMES_OF_THE_DESIGN}
    return themes | {path: read(path)["draft"] for path in PACKS}


DRAFTS = all_drafts()
LIBRARY = [path for path in DRAFTS if not path.startswith("packs/")]  # where each question is written once

each_draft = pytest.mark.parametrize("path", DRAFTS)
each_pack = pytest.mark.parametrize("path", PACKS)


def kind(row: Row) -> str:
    return row["type"].split()[0]


def choice_list(row: Row) -> str | None:
    return row["type"].split()[1] if " " in row["type"] else None


def questions(draft: Draft) -> list[Row]:
    return [row for row in draft["survey"] if kind(row) not in NOT_QUESTIONS]


def named(draft: Draft) -> list[Row]:
    return [row for row in draft["survey"] if "name" in row]


def number(row: Row) -> int:
    """Number of the question's theme in the design, from 1."""
    return THEMES_OF_THE_DESIGN.index(row["theme"]) + 1


def words(text: str) -> int:
    return len(re.findall(r"[\w'-]+", text))


def texts(row: Row) -> list[str]:
    return [text for column, text in row.items() if "::" in column]


def conversion(draft: Draft) -> Any:
    """Convert as publishing does: pyxform wants settings as a list of rows, the draft holds one object."""
    return convert({**json.loads(json.dumps(draft)), "settings": [dict(draft["settings"])]})


# Files


def test_the_library_holds_the_sixteen_themes_in_the_order_of_the_design() -> None:
    themes = read("themes.json")
    assert [theme["key"] for theme in themes] == THEMES_OF_THE_DESIGN
    high = [theme["key"] for theme in themes if theme["sensitivity"] == "high"]
    assert high == ["leadership_power", "psychological_safety"]
    for theme in themes:
        assert set(theme) == {"key", "name", "about", "sensitivity"}
        assert theme["sensitivity"] in {"low", "high"}
        assert all(set(theme[part]) == {"en", "es"} and all(theme[part].values()) for part in ("name", "about"))


def test_no_file_lies_outside_the_library() -> None:
    assert {file.name for file in (STARTER / "themes").iterdir()} == {f"{key}.json" for key in THEMES_OF_THE_DESIGN}
    assert {file.name for file in (STARTER / "packs").iterdir()} == {"interview.json", "pulse.json", "comparison.json"}
    assert {entry.name for entry in STARTER.iterdir()} == {"themes.json", "leadership.json", "themes", "packs"}


@each_pack
def test_a_pack_says_what_it_is_in_both_languages(path: str) -> None:
    pack = read(path)
    assert set(pack) == {"key", "name", "about", "minutes", "draft"}
    assert all(set(pack[part]) == {"en", "es"} and all(pack[part].values()) for part in ("name", "about"))
    assert isinstance(pack["minutes"], int)
    assert pack["draft"]["settings"]["form_title"] == f"{pack['name']['en']} / {pack['name']['es']}"


def test_the_interview_takes_45_minutes_and_the_pulse_3() -> None:
    assert (read("packs/interview.json")["minutes"], read("packs/pulse.json")["minutes"]) == (45, 3)


@each_draft
def test_settings_are_plain_and_say_that_the_wording_is_unvalidated(path: str) -> None:
    draft = DRAFTS[path]
    assert set(draft) == {"survey", "choices", "settings"}
    settings = dict(draft["settings"])
    assert settings.pop("form_id")
    assert settings.pop("form_title")
    assert settings == {"default_language": ENGLISH, "version": "1", "style": "pages", "wording": "unvalidated"}


def test_form_ids_are_unique() -> None:
    ids = [draft["settings"]["form_id"] for draft in DRAFTS.values()]
    assert len(set(ids)) == len(ids)


# Conversion


@each_draft
def test_converts_without_a_warning_and_with_no_gap_between_languages(path: str) -> None:
    result = conversion(DRAFTS[path])
    assert result.warnings == []
    assert re.findall(r'<translation lang="([^"]+)"', result.xform) == [ENGLISH, SPANISH]
    assert "<value>-</value>" not in result.xform  # what pyxform writes where a translation is missing


@each_draft
def test_only_known_types_and_columns_are_used(path: str) -> None:
    for row in DRAFTS[path]["survey"]:
        assert kind(row) in TYPES, row
        columns = {column.split("::")[0] if "::" in column else column for column in row}
        assert columns <= TRANSLATED | PLAIN | OURS, row
        assert all(isinstance(value, str) and value == value.strip() and value for value in row.values()), row


@each_draft
def test_every_visible_string_is_there_in_english_and_in_spanish(path: str) -> None:
    draft = DRAFTS[path]
    for row in [*draft["survey"], *draft["choices"]]:
        assert not TRANSLATED & set(row), f"a column without its language: {row}"
        languages: dict[str, set[str]] = {}
        for column in (column for column in row if "::" in column):
            part, language = column.split("::")
            languages.setdefault(part, set()).add(language)
        assert all(found == {ENGLISH, SPANISH} for found in languages.values()), row
        assert "label" in languages or row.get("type") in WITHOUT_LABEL, row


def test_nothing_was_left_untranslated() -> None:
    same = {
        row[f"{part}::{ENGLISH}"]
        for draft in DRAFTS.values()
        for row in [*draft["survey"], *draft["choices"]]
        for part in TRANSLATED
        if f"{part}::{ENGLISH}" in row and row[f"{part}::{ENGLISH}"] == row[f"{part}::{SPANISH}"]
    }
    assert same == {"No"}


# Names, lists and references


@each_draft
def test_names_are_unique_and_groups_are_closed(path: str) -> None:
    draft = DRAFTS[path]
    assert [name for name, times in Counter(row["name"] for row in named(draft)).items() if times > 1] == []
    assert all(re.fullmatch(r"[a-z][a-z0-9_]*", row["name"]) for row in named(draft))
    kinds = Counter(kind(row) for row in draft["survey"])
    assert kinds["begin_group"] == kinds["end_group"]


def test_any_themes_can_be_put_together_without_two_questions_of_one_name() -> None:
    names = Counter(row["name"] for path in LIBRARY for row in named(DRAFTS[path]))
    assert [name for name, times in names.items() if times > 1] == []


@each_draft
def test_each_choice_list_is_used_and_whole(path: str) -> None:
    draft = DRAFTS[path]
    used = {name for row in draft["survey"] if (name := choice_list(row))}
    assert {choice["list_name"] for choice in draft["choices"]} == used
    pairs = Counter((choice["list_name"], choice["name"]) for choice in draft["choices"])
    assert set(pairs.values()) <= {1}


def test_a_choice_list_is_the_same_wherever_it_is_used() -> None:
    variants: dict[str, set[str]] = {}
    for draft in DRAFTS.values():
        for name in {choice["list_name"] for choice in draft["choices"]}:
            rows = [choice for choice in draft["choices"] if choice["list_name"] == name]
            variants.setdefault(name, set()).add(json.dumps(rows))
    assert {name: len(found) for name, found in variants.items() if len(found) > 1} == {}


def test_scales_run_from_one_to_five_and_leave_a_way_out() -> None:
    scales: dict[str, dict[str, None]] = {}
    for choice in (choice for draft in DRAFTS.values() for choice in draft["choices"]):
        scales.setdefault(choice["list_name"], {})[choice["name"]] = None
    assert list(scales["agree"]) == list(scales["often"]) == ["1", "2", "3", "4", "5", "does_not_apply"]
    assert list(scales["agree_or_cannot_tell"]) == ["1", "2", "3", "4", "5", "cannot_tell"]
    assert len(scales["good_job_parts"]) == 12


@each_draft
def test_logic_refers_only_to_questions_asked_before(path: str) -> None:
    seen: set[str] = set()
    for row in named(DRAFTS[path]):
        for column in ("relevant", "constraint", "choice_filter"):
            assert set(re.findall(r"\$\{(\w+)\}", row.get(column, ""))) <= seen, row
        seen.add(row["name"])


# The writing rules


@each_draft
def test_labels_have_at_most_twenty_words_in_both_languages(path: str) -> None:
    labels = [row[f"label::{language}"] for row in named(DRAFTS[path]) for language in (ENGLISH, SPANISH)]
    assert {label: words(label) for label in labels if words(label) > 20} == {}


@each_draft
def test_every_question_has_an_intent_and_a_sensitivity(path: str) -> None:
    themes = {theme["key"] for theme in read("themes.json")}
    for row in questions(DRAFTS[path]):
        assert row["intent"].endswith("."), row
        assert set(row.get("theme", "").split()) <= themes, row
        assert row["name"] in CONSENT or row["sensitivity"] in {"low", "medium", "high"}, row


@each_draft
def test_every_question_can_be_skipped_or_declined(path: str) -> None:
    for row in questions(DRAFTS[path]):
        if row["name"] in CONSENT:
            continue
        options = row["answer_options"].split()
        assert options[:2] == ["skip", "rather-not-say"], row
        assert set(options[2:]) <= {"dont-know"}, row
        assert "required" not in row, row


@each_draft
def test_probes_are_of_a_known_kind_and_the_same_in_both_languages(path: str) -> None:
    for row in DRAFTS[path]["survey"]:
        english, spanish = (row.get(f"probe::{language}", "").splitlines() for language in (ENGLISH, SPANISH))
        kinds = [line.partition(": ")[0] for line in english]
        assert kinds == [line.partition(": ")[0] for line in spanish], row
        assert set(kinds) <= {"standard", "tailored", "silent"}, row
        assert all(line.partition(": ")[2] for line in english + spanish), row


@each_draft
def test_how_often_is_asked_about_a_stated_period(path: str) -> None:
    periods = {
        ENGLISH: r"last \d (weeks|months)|the last 4 weeks",
        SPANISH: r"(últimas \d semanas|últimos \d meses)",
    }
    for row in (row for row in questions(DRAFTS[path]) if choice_list(row) == "often"):
        for language, period in periods.items():
            shown = row[f"label::{language}"] + row.get(f"hint::{language}", "")
            assert re.search(period, shown), row


@each_draft
def test_at_most_one_item_runs_backwards(path: str) -> None:
    assert len([row for row in questions(DRAFTS[path]) if "reversed" in row]) <= 1


@each_draft
def test_nothing_asks_for_a_name_shift_team_or_tenure(path: str) -> None:
    asking = r"\b(your name|which (shift|team)|how long have you worked|su nombre|qué turno|qué equipo|antigüedad)\b"
    for row in questions(DRAFTS[path]):
        for language in (ENGLISH, SPANISH):
            label = row[f"label::{language}"].lower().replace("without your name", "").replace("sin su nombre", "")
            assert not re.search(asking, label), row


@each_draft
def test_no_author_calls_a_question_set_anonymous(path: str) -> None:
    shown = [text.lower() for row in DRAFTS[path]["survey"] for text in texts(row)]
    assert [text for text in shown if "anonym" in text or "anónim" in text] == []


def test_questions_about_psychological_safety_are_never_broken_down() -> None:
    asked = [
        row
        for draft in DRAFTS.values()
        for row in questions(draft)
        if row.get("theme") == "psychological_safety" and kind(row) == "select_one"
    ]
    assert {row["name"] for row in asked} == {"speaking_up_costs", "kept_quiet"}
    for row in asked:
        assert (row["breakdown"], row["sensitivity"]) == ("never", "high")
        assert "never broken down" in row["intent"]


# The packs


@pytest.mark.parametrize("path", ["packs/interview.json", "packs/pulse.json", "packs/comparison.json"])
def test_a_pack_asks_in_the_words_of_its_theme(path: str) -> None:
    written = {row["name"]: row for key in THEMES_OF_THE_DESIGN for row in questions(DRAFTS[f"themes/{key}.json"])}
    for row in (row for row in questions(DRAFTS[path]) if "theme" in row):
        original = written[row["name"]]
        assert {**row, "relevant": ""} == {**original, "relevant": ""}


def test_each_theme_holds_its_interview_and_its_survey_questions() -> None:
    for key in THEMES_OF_THE_DESIGN:
        draft = DRAFTS[f"themes/{key}.json"]
        groups = [row["name"] for row in draft["survey"] if kind(row) == "begin_group"]
        assert {f"{key}_conversation", f"{key}_short_answers"} <= set(groups)
        assert all(row["theme"] == key for row in questions(draft))
        assert len([row for row in questions(draft) if f"probe::{ENGLISH}" in row]) == 2


def test_the_interview_begins_with_consent_and_ends_with_what_was_not_asked() -> None:
    asked = questions(DRAFTS["packs/interview.json"])
    assert {row["name"] for row in asked[: len(CONSENT)]} == CONSENT
    (consent,) = (row for row in asked if kind(row) == "acknowledge")
    assert consent["required"] == "yes"
    assert "confidential" in consent[f"label::{ENGLISH}"]
    assert "confidencial" in consent[f"label::{SPANISH}"]
    assert all(row["default"] == "no" for row in asked if row["name"] in {"may_retell", "may_quote", "see_quote_first"})
    assert asked[-1][f"label::{ENGLISH}"] == "What should I have asked?"


def test_the_interview_walks_through_its_seven_themes_with_probes() -> None:
    asked = questions(DRAFTS["packs/interview.json"])
    assert list(dict.fromkeys(number(row) for row in asked if "theme" in row)) == [15, 3, 5, 9, 12, 13, 16]
    for row in asked[len(CONSENT) :]:
        assert (row["type"], row["appearance"]) == ("text", "multiline")
        assert row[f"probe::{ENGLISH}"]
    assert [row["name"] for row in asked if row.get("theme") == "psychological_safety"] == ["after_a_mistake"]


def test_the_pulse_asks_ten_items_of_ten_themes() -> None:
    asked = questions(DRAFTS["packs/pulse.json"])
    always = [row for row in asked if "relevant" not in row]
    assert [number(row) for row in always] == [1, 3, 5, 7, 10, 11, 12, 13, 14, 16]
    assert [row["core"] for row in always if "core" in row] == [core for core in CORE_ITEMS if core != "6b"]
    assert [(row["name"], row["relevant"]) for row in asked if "relevant" in row] == [
        ("low_cost_change", "${distance_from_ideal} >= 5")
    ]


def test_the_comparison_asks_exactly_the_core_items() -> None:
    assert [row["core"] for row in questions(DRAFTS["packs/comparison.json"])] == CORE_ITEMS


def test_core_items_are_the_eight_of_the_design_and_stand_in_their_theme() -> None:
    core = {row["core"]: number(row) for path in LIBRARY for row in questions(DRAFTS[path]) if "core" in row}
    assert core == {item: int(item[:-1]) for item in CORE_ITEMS}


def test_leaders_are_asked_about_every_theme_in_order() -> None:
    asked = questions(DRAFTS["leadership.json"])
    assert list(dict.fromkeys(number(row) for row in asked)) == list(range(1, 17))


def test_ranking_offers_only_what_was_chosen_and_at_most_five() -> None:
    rows = {row["name"]: row for row in questions(DRAFTS["themes/job_quality_definition.json"])}
    assert rows["good_job_parts"]["constraint"] == "count-selected(.) <= 5"
    assert rows["good_job_order"]["choice_filter"] == "selected(${good_job_parts}, name)"
    xform = conversion(DRAFTS["themes/job_quality_definition.json"]).xform
    assert "instance('good_job_parts')/root/item[selected(" in xform
