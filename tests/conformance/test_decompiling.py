"""From a workbook to an XForm, to rows, and to an XForm again: it is the same one.

What is compared is the XML in canonical form, with the texts of a language in any order and spaces as XPath reads
them. What differs is listed with its reason; so many public forms must come back as they were.
"""

from __future__ import annotations

import json
import re
from typing import Any
from xml.etree import ElementTree

import pytest

from askwell.questionsets.checking import check
from askwell.questionsets.compiling import compile_draft
from askwell.questionsets.converting import convert
from askwell.questionsets.decompiling import decompile
from askwell.questionsets.decompiling.losses import losses
from askwell.questionsets.importing import read_draft
from askwell.questionsets.starter import draft_of, listed
from askwell.questionsets.unpacking import UnreadableFile
from conformance.external import DATA

FORMS = sorted(path for path in (DATA / "forms").rglob("*") if path.suffix in {".xlsx", ".xls", ".csv"})
TABLES = DATA / "md_cases.json"
TRANSLATION = "{http://www.w3.org/2002/xforms}translation"

OUTSIDE = {"flat_xlsform_test": "groups that have no node of their own, a setting of 2013"}

OUTSIDE_TABLES = {
    "several entities with save_to": ["competing_lists", "unsolvable_meta", "multiple_lists", "multiple_entities"],
    "a preload of the instanceID that no column but bind::jr:preload of a setting gives": ["instance_id__bind_can_be"],
    "a question without anything to read, which the check tells": ["media_column__is_ignored"],
    "a language that only some columns have": ["one_lang_all_cols__warn__no_default"],
}

OURS = {
    "rules": """
        | survey |
        |  | type        | name | label::English (en) | label::Español (es) | required | constraint | relevant    |
        |  | integer     | age  | Age?                | ¿Edad?              | yes      | . > 15     |             |
        |  | begin_group | more | More                | Más                 |          |            | ${age} > 17 |
        |  | text        | why  | Why, at ${age}?     | ¿Por qué, ${age}?   |          |            | ${age}<99   |
        |  | end_group   |      |                     |                     |          |            |             |
        |  | note        | bye  | Bye                 | Adiós               |          |            |             |
        | settings |
        |  | form_title | form_id | version | style | default_language | instance_name       |
        |  | Rules      | rules   | 3       | pages | Español (es)     | concat(${age}, '!') |
    """,
    "choices": """
        | survey |
        |  | type             | name  | label             | choice_filter  | parameters     | appearance | hint |
        |  | select_one place | where | Where?            |                | randomize=true | minimal    | One  |
        |  | select_one town  | town  | Town in ${where}? | place=${where} |                |            |      |
        |  | rank place       | order | Order             |                |                |            |      |
        | choices |
        |  | list_name | name | label | place |
        |  | place     | a    | A     |       |
        |  | place     | b    | B     |       |
        |  | town      | x    | X     | a     |
        |  | town      | y    | Y     | b     |
    """,
    "repeats": """
        | survey |
        |  | type           | name  | label | calculation    | repeat_count |
        |  | integer        | age   | Age   |                |              |
        |  | begin_repeat   | trip  | Trip  |                | ${age} - 15  |
        |  | decimal        | hours | Hours |                |              |
        |  | calculate      | twice |       | ${hours} * 2   |              |
        |  | end_repeat     |       |       |                |              |
        |  | calculate      | all   |       | sum(${hours})  |              |
    """,
    "values": """
        | survey |
        |  | type        | name  | label | default | calculation | trigger | parameters           | media::image |
        |  | start       | began |       |         |             |         |                      |              |
        |  | today       | day   |       |         |             |         |                      |              |
        |  | audit       | audit |       |         |             |         | track-changes=true   |              |
        |  | text        | first | First | Ana     |             |         |                      | first.png    |
        |  | dateTime    | when  | When  | now()   |             |         |                      |              |
        |  | text        | since | Since |         | now()       | ${when} |                      |              |
        |  | range       | scale | Scale |         |             |         | start=0 end=5 step=1 |              |
        |  | geopoint    | spot  | Spot  |         |             |         | capture-accuracy=10  |              |
        |  | image       | photo | Photo |         |             |         | max-pixels=640       |              |
        |  | acknowledge | ok    | OK    |         |             |         |                      |              |
    """,
    "tables": """
        | survey |
        |  | type          | name | label | appearance   |
        |  | begin_group   | work | Work  | table-list   |
        |  | select_one yn | fair | Fair  |              |
        |  | end_group     |      |       |              |
        |  | begin_group   | week | Week  | field-list   |
        |  | select_one yn | head |       | label        |
        |  | select_one yn | paid | Paid  | list-nolabel |
        |  | end_group     |      |       |              |
        | choices |
        |  | list_name | name | label |
        |  | yn        | y    | Yes   |
    """,
}


def same(xml: str) -> str:
    """Write an XForm so that equal forms are equal texts."""
    html = ElementTree.fromstring(xml)  # noqa: S314  our own
    for translation in html.iter(TRANSLATION):
        translation[:] = sorted(translation, key=lambda text: text.get("id", ""))
    return re.sub(r"\s+", "", ElementTree.canonicalize(ElementTree.tostring(html, encoding="unicode")))


def comes_back(xform: str) -> tuple[bool, bool, list[Any]]:
    """Tell whether an XForm is the same after having been rows, whether exactly so, and what was told as lost."""
    draft = decompile(xform.encode())
    again = convert(draft).xform or "<nothing/>"
    exactly = ElementTree.canonicalize(again) == ElementTree.canonicalize(xform)
    return same(again) == same(xform), exactly, losses(xform.encode(), draft)


@pytest.mark.parametrize("name", sorted({*OURS, *(entry.key for entry in listed())}))
def test_our_own_forms_come_back_as_they_were_and_nothing_is_told_as_lost(name: str) -> None:
    draft = read_draft(OURS[name].encode(), ".md") if name in OURS else draft_of(name)
    first = compile_draft(draft)
    is_same, _exactly, lost = comes_back(first.xform)
    assert (is_same, lost) == (True, [])


def test_what_a_range_shows_comes_back_as_its_parameters() -> None:
    scale = "start=0 end=10 step=1 tick_interval=5 placeholder=3"
    form = {"survey": [{"type": "range", "name": "far", "label": "Far?", "parameters": scale}]}
    (row,) = decompile(compile_draft({**form, "choices": [], "settings": {}}).xform.encode())["survey"]
    assert sorted(row["parameters"].split()) == sorted(scale.split())


@pytest.mark.slow
@pytest.mark.skipif(not FORMS, reason=f"the public forms are not at {DATA}")
def test_public_forms_come_back_as_they_were() -> None:
    differ, exact, told = [], 0, {}
    converted = 0
    for path in FORMS:
        try:
            xform = convert(read_draft(path.read_bytes(), path.suffix)).xform
        except UnreadableFile:
            continue
        if xform is None:
            continue
        converted += 1
        is_same, exactly, lost = comes_back(xform)
        exact += exactly
        if lost:
            told[path.name] = [loss.where for loss in lost]
        if not is_same:
            differ.append(path.name)
            assert lost, f"{path.name} differs, and its author is not told"
    assert [name for name in differ if not any(part in name for part in OUTSIDE)] == []
    assert told == {
        "XLSForm__pyxform__case_insensitivity.csv": ["form, /data/q2"],
        "XLSForm__pyxform__choice_name_as_type.xls": ["form, /data/atype"],
        "XLSForm__pyxform__flat_xlsform_test.xlsx": ["screen, group"],
    }
    assert (converted, converted - len(differ)) == (90, 89)
    assert exact >= 85  # in the others only spaces in expressions and the order of texts differ


@pytest.mark.slow
@pytest.mark.skipif(not TABLES.exists(), reason=f"the tables of pyxform's own tests are not at {DATA}")
def test_tables_of_other_peoples_tests_come_back_as_they_were_or_their_loss_is_told() -> None:
    same_again, differ = 0, []
    for case in json.loads(TABLES.read_text(encoding="utf-8")):
        xform = None
        try:
            xform = convert(read_draft(case["md"].encode(), ".md")).xform
        except UnreadableFile:
            continue
        if xform is None:
            continue
        is_same, _exactly, lost = comes_back(xform)
        same_again += is_same
        if not is_same:
            told = lost or not check(decompile(xform.encode())).ok
            assert told, f"{case['test']} differs, and its author is not told"
            differ.append(case["test"])
    outside = [part for parts in OUTSIDE_TABLES.values() for part in parts]
    assert [name for name in differ if not any(part in name for part in outside)] == []
    assert same_again >= 340
