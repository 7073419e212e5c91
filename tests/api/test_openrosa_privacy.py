"""What ODK Collect knows about a phone and an hour: in an anonymous round none of it is asked for, kept or logged."""

import hashlib
from typing import Any
from uuid import uuid1, uuid4

import pytest
from fastapi import FastAPI

from askwell.tables import metadata
from support.collect import DEVICE, BlankForm, Collect, said
from support.people import People
from support.rounds import OpenRound, open_round
from support.serving import command

SHIFTS: dict[str, Any] = {
    "survey": [
        {"type": "start", "name": "start"},
        {"type": "end", "name": "end"},
        {"type": "today", "name": "today"},
        {"type": "deviceid", "name": "device"},
        {"type": "username", "name": "user"},
        {"type": "phonenumber", "name": "phone"},
        {"type": "audit", "name": "audit"},
        {"type": "start-geopoint", "name": "here"},
        {"type": "text", "name": "why", "label": "Why?"},
        {"type": "background-geopoint", "name": "there", "trigger": "${why}"},
        {"type": "calculate", "name": "stamp", "calculation": "once(now())"},
        {"type": "integer", "name": "year", "label": "Born in?", "constraint": ". < number(substr(${today}, 0, 4))"},
        {"type": "begin_repeat", "name": "shift", "label": "A shift"},
        {"type": "text", "name": "when", "label": "Which?"},
        {"type": "calculate", "name": "at", "calculation": "concat(${when}, ' ', ${start})"},
        {"type": "end_repeat"},
    ],
    "choices": [],
    "settings": {"form_id": "shifts", "instance_name": "concat(${device}, ${why})"},
}
TELLING = {
    "start": "2031-03-09T01:07:11.123+01:00",
    "end": "2031-03-09T01:09:58.456+01:00",
    "today": "2031-03-09",
    "device": DEVICE,
    "user": "maria.lopez",
    "phone": "+1 555 0100",
    "here": "52.5200066 13.404954 34.5 4.2",
    "there": "52.5200099 13.404999 34.5 3.9",
    "stamp": "2031-03-09T01:08:03.789+01:00",
}
META = {"audit": "audit.csv", "instanceName": f"{DEVICE} maria.lopez", "userID": "maria.lopez", "deviceID": DEVICE}
ASKED = ("device", "user", "phone", "start", "end", "today", "here", "there", "stamp")


def filled(form: BlankForm, instance_id: str | None = None, **changes: str) -> str:
    """Fill a form in as a phone does that was asked for everything."""
    values = {**TELLING, **changes}
    body = "".join(f"<{name}>{value}</{name}>" for name, value in values.items())
    body += "<why>because</why><year>1980</year>"
    body += f"<shift><when>night</when><at>night {TELLING['start']}</at></shift>"
    return form.fill(body, instance_id, **META)


def everything_stored(app: FastAPI) -> str:
    """Return every value of every table."""
    with app.state.database.engine.connect() as connection:
        rows = [row for table in metadata.sorted_tables for row in connection.execute(table.select())]
    return "\n".join(value.decode() if isinstance(value, bytes) else str(value) for row in rows for value in row)


def collect(round_: OpenRound) -> Collect:
    return Collect(round_.people.portal.client(desk=False), round_.read("openrosa")["server_url"])


@pytest.fixture
def survey(people: People) -> OpenRound:
    return open_round(people, draft=SHIFTS)


@pytest.fixture
def interviews(people: People) -> OpenRound:
    return open_round(people, "interview", SHIFTS)


def found_out(form: BlankForm) -> set[str]:
    """Return what a phone finds out by itself for a form, and is not asked of a person."""
    preloaded = {name for name in ASKED if any(key.endswith("preload") for key in form.bind(f"/data/{name}"))}
    calculated = {name for name in ASKED if "calculate" in form.bind(f"/data/{name}")}
    acted = {name for name in ASKED if any(one.get("ref") == f"/data/{name}" for one in form.model.iter())}
    acted |= {name for name in ASKED if f'setgeopoint ref="/data/{name}"'.encode() in form.content}
    return preloaded | calculated | acted


def test_an_anonymous_form_asks_a_phone_for_nothing_that_no_rule_of_it_needs(survey: OpenRound) -> None:
    (form,) = collect(survey).forms()
    assert found_out(form) == {"today", "start"}  # a constraint and a calculation need them
    assert b"audit" not in form.content
    assert b"/data/here" in form.content  # the question is there; nothing fills it


def test_a_confidential_form_asks_for_what_its_author_wrote_but_keeps_no_log_of_every_touch(
    interviews: OpenRound,
) -> None:
    (form,) = collect(interviews).forms()
    assert found_out(form) == set(ASKED)
    assert b"audit" not in form.content


def test_nothing_that_tells_on_a_phone_reaches_a_table_of_an_anonymous_round(survey: OpenRound, app: FastAPI) -> None:
    phone = collect(survey)
    (form,) = phone.forms()
    sent = [filled(form) for _ in range(12)]
    assert {phone.send(each).status_code for each in sent} == {201}
    stored = everything_stored(app)
    assert stored.count("because") == 24  # the bytes, and what was understood of them
    traces = {*TELLING.values(), "maria.lopez", "audit.csv", "2031-03", "52.52", "collect:"}
    hashes = {kind(each.encode()).hexdigest() for each in sent for kind in (hashlib.sha256, hashlib.sha1, hashlib.md5)}
    assert [trace for trace in traces | hashes if trace in stored] == []


def test_a_confidential_round_keeps_the_xml_as_it_came_and_reads_what_its_author_asked_for(
    interviews: OpenRound, app: FastAPI
) -> None:
    phone = collect(interviews)
    (form,) = phone.forms()
    assert phone.send(filled(form)).status_code == 201
    stored = everything_stored(app)
    assert "2031-03-09T01:07:11.123+01:00" in stored
    text = interviews.editor.get(f"{interviews.path}/export.csv").text
    assert f",{DEVICE},maria.lopez," in text


def test_the_query_is_read_by_nobody(interviews: OpenRound, app: FastAPI) -> None:
    phone = collect(interviews)
    (form,) = phone.forms()
    assert phone.send(filled(form, device="", user="")).status_code == 201
    assert DEVICE not in everything_stored(app).replace(META["instanceName"], "").replace(f"<deviceID>{DEVICE}", "")


def test_the_same_answers_with_another_hour_are_the_same(survey: OpenRound) -> None:
    phone, instance_id = collect(survey), str(uuid4())
    (form,) = phone.forms()
    first, again = filled(form, instance_id), filled(form, instance_id, end="2031-03-09T02:22:22.222+01:00")
    assert [phone.send(each).status_code for each in (first, again, first)] == [201, 201, 201]
    other = first.replace("because", "for another reason")
    assert [phone.send(each).status_code for each in (other, other)] == [409, 409]


def test_what_the_form_does_not_have_is_not_kept(survey: OpenRound, app: FastAPI) -> None:
    phone = collect(survey)
    (form,) = phone.forms()
    odd = filled(form).replace(
        "<why>", '<imei n="1">490154203237518</imei><!-- 490154203237518 --><why by="490154203237518">'
    )
    odd = odd.replace("<data ", '<data submitter="490154203237518" ')
    assert phone.send(odd).status_code == 201
    assert "490154203237518" not in everything_stored(app)
    assert "because" in everything_stored(app)


def test_answers_to_another_form_stay_on_the_phone(survey: OpenRound, app: FastAPI) -> None:
    phone, other = collect(survey), open_round(survey.people, draft=SHIFTS)
    (form,) = collect(other).forms()
    answer = phone.send(filled(form))
    assert (answer.status_code, "answers to another form" in said(answer)) == (400, True)
    assert "because" not in everything_stored(app)


def test_an_id_that_tells_a_time_is_no_key_and_is_recognized_again(survey: OpenRound) -> None:
    phone, telling = collect(survey), uuid1()
    (form,) = phone.forms()
    assert [phone.send(filled(form, str(telling))).status_code for _ in range(2)] == [201, 201]
    for _ in range(4):
        assert phone.send(filled(form)).status_code == 201
    survey.close()
    text = survey.editor.get(f"{survey.path}/export.csv").text
    assert (text.count("because"), str(telling) in text) == (5, False)


def test_what_was_set_aside_is_read_again_by_a_later_release(survey: OpenRound, app: FastAPI) -> None:
    phone = collect(survey)
    (form,) = phone.forms()
    for _ in range(5):
        assert phone.send(filled(form)).status_code == 201
    with app.state.database.writer.begin() as connection:  # as an older release would have left it
        table = metadata.tables["submission"]
        empty = {"quality": "quarantined", "problem": "not_understood", "answers": None, "findings": None}
        connection.execute(table.update().values(**empty))
    assert command(app, "reprocess") == "5 in quarantine, 5 of them understood now.\n"
    survey.close()
    assert survey.editor.get(f"{survey.path}/export.csv").text.count("because") == 5
