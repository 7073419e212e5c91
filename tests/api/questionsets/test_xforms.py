"""XForms go out, come back as rows, and nothing that rows cannot hold disappears without a word."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

import pytest

XML = "application/xml"

HEAD = '<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" '
HEAD += 'xmlns:jr="http://openrosa.org/javarosa" xmlns:acme="http://example.org/acme"><h:head>'

BY_HAND = f"""<?xml version="1.0"?>{HEAD}<h:title>By hand</h:title><model>
<itext>
 <translation lang="Français (fr)"><text id="t1"><value>Votre âge ?</value></text>
  <text id="c1"><value>Oui</value></text></translation>
 <translation lang="English (en)" default="true()"><text id="t1"><value>Your age?</value></text>
  <text id="c1"><value>Yes</value></text></translation>
</itext>
<instance><data id="hand" version="7"><age acme:kind="number"/><again/><more><why/></more><twice><day/></twice>
 <sum/><meta><instanceID/></meta></data></instance>
<bind nodeset="/data/age" type="int" required="true()" constraint=". &gt; 15" jr:constraintMsg="Too young."
 acme:secret="no"/>
<bind nodeset="/data/again" type="select1" relevant="/data/age &gt; 17 and /data/age != 99"/>
<bind nodeset="/data/more/why" type="string" relevant="selected(/data/again, 'yes')"/>
<bind nodeset="/data/twice/day" type="date"/>
<bind nodeset="/data/sum" calculate="/data/age * 2"/>
<bind nodeset="/data/meta/instanceID" type="string" readonly="true()" jr:preload="uid"/>
</model></h:head><h:body>
<input ref="/data/age"><label ref="jr:itext('t1')"/><hint>In years</hint></input>
<select1 ref="/data/again" appearance="minimal"><label>Again, at <output value="/data/age"/>?</label>
 <item><label ref="jr:itext('c1')"/><value>yes</value></item><item><label>No</label><value>no</value></item></select1>
<group ref="/data/more" appearance="field-list"><label>More</label>
 <input ref="/data/more/why"><label>Why?</label></input></group>
<group ref="/data/twice"><label>Days</label><repeat nodeset="/data/twice" jr:count="/data/age">
 <input ref="/data/twice/day"><label>Day</label></input></repeat></group>
<group><label>A group without a node</label><secret ref="/data/sum"><label>Sum</label></secret></group>
</h:body></h:html>"""


def bring(desk: Any, xml: str | bytes, kind: str = XML) -> Any:
    return desk.client.post(f"{desk.url}/imports", content=xml, headers={"Content-Type": kind})


def canonical(xml: str) -> str:
    return ElementTree.canonicalize(xml, strip_text=True)


def test_a_draft_leaves_as_an_xform_and_comes_back_as_the_same_questions(desk: Any) -> None:
    made = desk.bring()
    left = desk.client.get(f"{desk.url}/{made['id']}/draft.xml")
    assert (left.status_code, left.headers["Content-Type"]) == (200, "application/xml")
    assert "filename*=UTF-8''Two%20years.xml" in left.headers["Content-Disposition"]
    back = bring(desk, left.content).json()
    assert (back["title"], back["notes"]) == ("Two years", [])
    assert back["draft"]["survey"] == made["draft"]["survey"]
    assert back["draft"]["choices"] == made["draft"]["choices"]
    again = desk.client.get(f"{desk.url}/{back['id']}/draft.xml")
    assert canonical(again.text) == canonical(left.text)


def test_the_xform_of_a_version_is_that_of_the_draft_it_was_published_from(desk: Any) -> None:
    made = desk.bring()
    draft = desk.client.get(f"{desk.url}/{made['id']}/draft.xml").content
    version = desk.publish(made).json()
    assert desk.client.get(f"{desk.url}/{made['id']}/versions/{version['id']}/xform").content == draft


def test_a_draft_that_does_not_convert_has_no_xform_and_says_why(desk: Any) -> None:
    made = desk.bring("| survey |\n| | type | name | label |\n| | text | a b | A |\n")
    refused = desk.client.get(f"{desk.url}/{made['id']}/draft.xml")
    assert (refused.status_code, refused.json()["code"]) == (422, "draft_has_errors")


def test_a_form_written_by_hand_becomes_rows(desk: Any) -> None:
    made = bring(desk, BY_HAND).json()
    assert made["draft"]["settings"] == {
        "form_title": "By hand",
        "form_id": "hand",
        "version": "7",
        "default_language": "English (en)",
        "namespaces": 'acme="http://example.org/acme"',
    }
    assert made["draft"]["survey"] == [
        {
            "type": "integer",
            "name": "age",
            "label::Français (fr)": "Votre âge ?",
            "label::English (en)": "Your age?",
            "hint": "In years",
            "required": "yes",
            "constraint": ". > 15",
            "constraint_message": "Too young.",
            "bind::acme:secret": "no",
            "instance::acme:kind": "number",
        },
        {
            "type": "select_one again",
            "name": "again",
            "label": "Again, at ${age}?",
            "relevant": "${age} > 17 and ${age} != 99",
            "appearance": "minimal",
        },
        {"type": "begin_group", "name": "more", "label": "More", "appearance": "field-list"},
        {"type": "text", "name": "why", "label": "Why?", "relevant": "selected(${again}, 'yes')"},
        {"type": "end_group"},
        {"type": "begin_repeat", "name": "twice", "label": "Days", "repeat_count": "${age}"},
        {"type": "date", "name": "day", "label": "Day"},
        {"type": "end_repeat"},
        {"type": "text", "name": "sum", "label": "Sum", "calculation": "${age} * 2"},
    ]
    assert made["draft"]["choices"] == [
        {"list_name": "again", "name": "yes", "label::Français (fr)": "Oui", "label::English (en)": "Yes"},
        {"list_name": "again", "name": "no", "label": "No"},
    ]


def test_what_rows_cannot_hold_is_told_with_place_text_and_reason_and_stays_readable(desk: Any) -> None:
    made = bring(desk, BY_HAND).json()
    told = {(note["kind"], note["where"], note["was"]) for note in made["notes"]}
    assert ("left_out", "screen, group", "A group without a node") in told
    assert ("left_out", "screen, /data/sum", "secret") in told
    assert all(note["why"] and note["at"] for note in made["notes"])
    assert desk.client.get(f"{desk.url}/{made['id']}").json()["notes"] == made["notes"]


BARE = f"""{HEAD}<h:title>Bare</h:title><model><instance><data id="bare"><text/><clinics>
<clinic><size>10</size></clinic><clinic><size>77</size></clinic></clinics><region/><meta><instanceID/></meta></data></instance>
<bind id="reg" nodeset="region" required="true()"/><bind nodeset="/data/text" type="string" acme:rule="odd"/>
<action event="xforms-ready" ref="/data/text"/></model></h:head>
<h:body><input ref="/data/text"/><input ref="/data/nowhere"><label>Not in the instance</label></input>
<select1 bind="reg"><label>Region</label><item><label>North</label><value>north</value></item></select1>
</h:body></h:html>"""


def test_a_form_that_is_barely_one_is_brought_in_with_everything_odd_told(desk: Any) -> None:
    made = bring(desk, BARE).json()
    rows = [{key: row[key] for key in ("type", "name") if key in row} for row in made["draft"]["survey"]]
    assert rows == [
        {"type": "text", "name": "text"},
        {"type": "begin_group", "name": "clinics"},
        {"type": "begin_group", "name": "clinic"},
        {"type": "hidden", "name": "size"},
        {"type": "end_group"},
        {"type": "end_group"},
        {"type": "select_one region", "name": "region"},
    ]
    told = {(note["where"], note["was"]) for note in made["notes"]}
    assert {
        ("node, /data/clinics/clinic/size", "77"),
        ("screen, /data/nowhere", "input"),
        ("text, /data/nowhere, label", "Not in the instance"),
        ("action, /data/text, action xforms-ready", ""),
    } <= told
    report = desk.client.get(f"{desk.url}/{made['id']}/check").json()
    assert "label_missing" in {fault["code"] for fault in report["faults"]}


def test_inside_a_repeat_a_path_that_a_name_would_not_give_stays_a_path(desk: Any) -> None:
    table = """
    | survey |
    |        | type         | name  | label | calculation |
    |        | begin_repeat | trip  | Trip  |             |
    |        | integer      | hours | Hours |             |
    |        | calculate    | twice |       | ${hours} * 2 |
    |        | end_repeat   |       |       |             |
    |        | calculate    | all   |       | sum(${hours}) |
    """
    made = desk.bring(table)
    left = desk.client.get(f"{desk.url}/{made['id']}/draft.xml").text
    assert bring(desk, left).json()["draft"]["survey"] == made["draft"]["survey"]
    old = left.replace('calculate=" ../hours  * 2"', 'calculate="/data/trip/hours * 2"')
    assert old != left
    assert bring(desk, old).json()["draft"]["survey"][2]["calculation"] == "/data/trip/hours * 2"


DEEP = "<a>" * 5_000 + "</a>" * 5_000


@pytest.mark.parametrize(
    ("xml", "status", "says"),
    [
        ('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e "boom">]><x>&e;</x>', 422, "Take the DOCTYPE away"),
        ('<!DOCTYPE x SYSTEM "file:///etc/hostname"><x/>', 422, "Take the DOCTYPE away"),
        ('<?xml version="1.0"?><x>&e;</x>', 422, "no well-formed XML"),
        ('<?xml version="1.0"?><x><y></x>', 422, "no well-formed XML"),
        ('<?xml version="1.0" encoding="martian"?><x/>', 422, "no well-formed XML"),
        (f'<?xml version="1.0"?>{DEEP}', 413, "too deep"),
        (f'<?xml version="1.0"?><x>{"<a/>" * 300_001}</x>', 413, "too many elements"),
        ('<?xml version="1.0"?><xforms><xform/></xforms>', 422, "needs a model"),
        ('<?xml version="1.0"?>' + "x" * (10 * 1024 * 1024), 413, "too large"),
    ],
    ids=["entity", "external", "unknown entity", "torn", "encoding", "deep", "many", "no form", "large"],
)
def test_hostile_xml_is_refused_with_a_clear_sentence(desk: Any, xml: str, status: int, says: str) -> None:
    refused = bring(desk, xml)
    assert refused.status_code == status
    assert says in refused.json()["title"]


def test_an_xform_is_known_by_its_bytes_whatever_it_is_called(desk: Any) -> None:
    assert bring(desk, BY_HAND, "application/octet-stream").status_code == 201
