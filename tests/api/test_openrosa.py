"""ODK Collect as a second client: it finds the form, and what it sends lands where our own phones' answers do."""

from concurrent.futures import ThreadPoolExecutor
from sqlite3 import OperationalError as SqliteError
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import Connection, event
from sqlalchemy.exc import OperationalError

from support.collect import BOUNDARY, Collect, post_body, said
from support.people import People
from support.rounds import OpenRound, open_round

BODY = "<fair>yes</fair><hours>38</hours><perks>meals travel</perks><why/>"
TRIPS: dict[str, Any] = {
    "survey": [
        {"type": "begin_group", "name": "work", "label": "Work"},
        {"type": "text", "name": "where", "label": "Where?"},
        {"type": "end_group"},
        {"type": "note", "name": "thanks", "label": "Now your trips."},
        {"type": "begin_repeat", "name": "trip", "label": "A trip"},
        {"type": "text", "name": "to", "label": "Where to?"},
        {"type": "begin_repeat", "name": "stop", "label": "A stop"},
        {"type": "integer", "name": "minutes", "label": "How long?"},
        {"type": "end_repeat"},
        {"type": "end_repeat"},
        {"type": "text", "name": "more", "label": "More?", "relevant": "${where} = 'depot'"},
    ],
    "choices": [],
    "settings": {"form_id": "trips", "version": "2026112701"},
}


def collect(round_: OpenRound) -> Collect:
    """Return a phone that has scanned the picture at the desk."""
    return Collect(round_.people.portal.client(desk=False), round_.read("openrosa")["server_url"])


@pytest.fixture
def interviews(people: People) -> OpenRound:
    return open_round(people, "interview")


def rows(round_: OpenRound) -> list[list[str]]:
    answer = round_.editor.get(f"{round_.path}/export.csv")
    assert answer.status_code == 200, answer.text
    return [line.split(",") for line in answer.text.lstrip("\ufeff").splitlines()]


def test_a_form_is_found_filled_sent_and_read_at_the_desk(interviews: OpenRound) -> None:
    phone = collect(interviews)
    (form,) = phone.forms()
    answer = phone.send(form.fill(BODY))
    assert (answer.status_code, said(answer)) == (201, "Received.")
    header, row = rows(interviews)
    given = dict(zip(header, row, strict=True))
    asked = {name: given[name] for name in ("fair", "hours", "perks", "why", "submission/findings")}
    assert asked == {
        "fair": "yes",
        "hours": "38",
        "perks": "meals travel",
        "why": ".skipped",
        "submission/findings": "",
    }
    assert interviews.read("quarantine")["items"] == []


def test_answers_of_both_clients_are_counted_together(interviews: OpenRound) -> None:
    phone = collect(interviews)
    (form,) = phone.forms()
    interviews.answer({}, {}, {})
    for _ in range(3):
        assert phone.send(form.fill(BODY)).status_code == 201
    assert interviews.question("fair")["answered"] == 6


def test_the_same_xml_again_is_stored_once(interviews: OpenRound) -> None:
    phone = collect(interviews)
    (form,) = phone.forms()
    filled = form.fill(BODY)
    assert [phone.send(filled).status_code for _ in range(3)] == [201, 201, 201]
    assert len(rows(interviews)) == 2


# What ODK's own engine (@getodk/xforms-engine 0.22.0) made of this form, and sent as `xml_submission_file`.
EVERY: dict[str, Any] = {
    "survey": [
        {"type": "start", "name": "start"},
        {"type": "today", "name": "today"},
        {"type": "deviceid", "name": "device"},
        {"type": "select_one yn", "name": "fair", "label": "Fair?"},
        {"type": "select_multiple perks", "name": "perks", "label": "Perks?"},
        {"type": "integer", "name": "hours", "label": "Hours?", "constraint": ". < 100"},
        {"type": "text", "name": "why", "label": "Why?", "relevant": "${fair} = 'no'"},
        {"type": "begin_group", "name": "work", "label": "Work"},
        {"type": "text", "name": "place", "label": "Where?"},
        {"type": "end_group"},
        {"type": "begin_repeat", "name": "trip", "label": "Trip"},
        {"type": "text", "name": "to", "label": "To?"},
        {"type": "end_repeat"},
        {"type": "calculate", "name": "year", "calculation": "${hours} * 48"},
        {"type": "note", "name": "bye", "label": "Bye"},
    ],
    "choices": [
        *({"list_name": "yn", "name": name, "label": name} for name in ("yes", "no")),
        *({"list_name": "perks", "name": name, "label": name} for name in ("meals", "travel")),
    ],
    "settings": {"form_id": "every", "version": "7", "form_title": "Every"},
}
RECORDED = (
    '<data id="every" version="{version}"><start>2026-11-27T01:54:10.747+00:00</start><today>2026-11-27</today>'
    "<device/><fair>yes</fair><perks>meals travel</perks><hours>38</hours>"
    "<work><place>depot &amp; &lt;yard&gt; Łódź</place></work>"
    "<trip><to>A</to></trip><trip><to>B</to></trip><year>1824</year><bye/>"
    "<meta><instanceID>uuid:2963354b-7484-4dad-b1ab-ac2cfb6f4022</instanceID></meta></data>"
)


def test_what_another_client_of_odk_sends_is_read_whole(people: People) -> None:
    round_ = open_round(people, "interview", EVERY)
    phone = collect(round_)
    (form,) = phone.forms()
    assert phone.send(RECORDED.format(version=form.version)).status_code == 201
    header, row = rows(round_)
    given = dict(zip(header, row, strict=True))
    assert given["submission/id"] == "2963354b-7484-4dad-b1ab-ac2cfb6f4022"
    assert {name: value for name, value in given.items() if not name.startswith("submission/")} == {
        "start": "2026-11-27T01:54:10.747+00:00",
        "today": "2026-11-27",
        "device": "",
        "fair": "yes",
        "perks": "meals travel",
        "perks/meals": "1",
        "perks/travel": "1",
        "hours": "38",
        "why": ".not_asked",
        "place": "depot & <yard> Łódź",
        "trip[1]/to": "A",
        "trip[2]/to": "B",
        "year": "1824",
    }
    assert given["submission/findings"] == ""


def test_of_ten_at_the_same_moment_one_is_stored(interviews: OpenRound) -> None:
    phone = collect(interviews)
    (form,) = phone.forms()
    body = post_body(form.fill(BODY))
    with ThreadPoolExecutor(10) as pool:
        assert {answer.status_code for answer in pool.map(phone.post, [body] * 10)} == {201}
    assert len(rows(interviews)) == 2


def test_what_could_not_be_committed_is_not_acknowledged_and_may_come_again(interviews: OpenRound) -> None:
    engine = interviews.people.portal.app.state.database.engine

    def refuse(_connection: Connection) -> None:
        raise OperationalError("COMMIT", None, SqliteError("database or disk is full"))

    phone = collect(interviews)
    (form,) = phone.forms()
    body = post_body(form.fill(BODY))
    event.listen(engine, "commit", refuse)
    answer = phone.post(body)
    event.remove(engine, "commit", refuse)
    assert (answer.status_code, answer.headers["Retry-After"], "disk is full" in said(answer)) == (507, "60", True)
    assert len(rows(interviews)) == 1
    assert phone.post(body).status_code == 201
    assert len(rows(interviews)) == 2


def test_other_xml_under_the_same_id_is_answered_409_and_both_are_kept(interviews: OpenRound) -> None:
    phone, instance_id = collect(interviews), str(uuid4())
    (form,) = phone.forms()
    first, second = (form.fill(BODY.replace("38", hours), instance_id) for hours in ("38", "39"))
    assert phone.send(first).status_code == 201
    answer = phone.send(second)
    assert (answer.status_code, "Both are kept" in said(answer)) == (409, True)
    assert phone.send(second).status_code == 409
    assert phone.send(first).status_code == 201
    (conflict,) = interviews.read("conflicts")["items"]
    assert conflict["instance_id"] == instance_id
    assert "<hours>38</hours>" in conflict["kept"]["content"]
    assert "<hours>39</hours>" in conflict["other"]["content"]
    assert rows(interviews)[1][rows(interviews)[0].index("hours")] == "38"


def test_repeats_groups_and_what_was_not_asked_read_as_those_of_our_own_phone(people: People) -> None:
    round_ = open_round(people, "interview", TRIPS)
    phone = collect(round_)
    (form,) = phone.forms()
    assert form.form_id == "trips"
    assert form.version.startswith("2026112701.")
    body = (
        "<work><where>depot &amp; yard</where></work>"
        "<trip><to>Łódź</to><stop><minutes>5</minutes></stop><stop><minutes/></stop></trip>"
        "<trip><to/></trip>"
    )
    assert phone.send(form.fill(body)).status_code == 201
    header, row = rows(round_)
    given = {name: value for name, value in zip(header, row, strict=True) if not name.startswith("submission/")}
    assert given == {
        "where": "depot & yard",
        "trip[1]/to": "Łódź",
        "trip[1]/stop[1]/minutes": "5",
        "trip[1]/stop[2]/minutes": ".skipped",
        "trip[2]/to": ".skipped",
        "more": ".not_asked",
    }


def test_until_its_last_part_has_come_a_submission_counts_in_nothing_and_is_not_lost(interviews: OpenRound) -> None:
    phone = collect(interviews)
    (form,) = phone.forms()
    filled = form.fill(BODY)
    first = phone.send(filled, incomplete=True)
    assert (first.status_code, "still to come" in said(first)) == (202, True)
    assert len(rows(interviews)) == 1
    assert [one["problem"] for one in interviews.read("quarantine")["items"]] == ["parts_missing"]
    assert phone.send(filled, incomplete=True).status_code == 202
    assert phone.send(filled).status_code == 201
    assert len(rows(interviews)) == 2
    assert interviews.read("quarantine")["items"] == []
    assert phone.send(filled, incomplete=True).status_code == 201  # late news: it is whole already
    assert len(rows(interviews)) == 2


def test_in_an_anonymous_round_the_last_part_lets_an_answer_wait_with_the_others(people: People) -> None:
    survey = open_round(people)
    phone = collect(survey)
    (form,) = phone.forms()
    filled = [form.fill(BODY) for _ in range(10)]
    for each in filled:
        assert phone.send(each, incomplete=True).status_code == 202
    assert survey.read("progress")["band"] == "fewer than 5"
    for each in filled[:9]:
        assert phone.send(each).status_code == 201
    assert len(rows(survey)) == 1  # nobody is seen alone
    assert phone.send(filled[9]).status_code == 201
    assert len(rows(survey)) == 6  # all but k
    survey.close()
    assert len(rows(survey)) == 11


def test_an_attachment_is_refused_with_all_that_comes_with_it_and_said_so(interviews: OpenRound) -> None:
    phone = collect(interviews)
    (form,) = phone.forms()
    answer = phone.send(form.fill(BODY), ("1764205631.jpg", b"\xff\xd8\xff\r\n--"), incomplete=True)
    assert (answer.status_code, "does not keep attached files" in said(answer)) == (400, True)
    assert interviews.read("quarantine")["items"] == []


def test_one_that_replaces_another_is_set_aside_beside_it(interviews: OpenRound) -> None:
    phone, instance_id = collect(interviews), str(uuid4())
    (form,) = phone.forms()
    assert phone.send(form.fill(BODY, instance_id)).status_code == 201
    edited = form.fill(BODY.replace("38", "12"), deprecatedID=f"uuid:{instance_id}")
    assert phone.send(edited).status_code == 202
    assert [one["problem"] for one in interviews.read("quarantine")["items"]] == ["replaces_another"]
    assert len(rows(interviews)) == 2


def test_answers_to_another_rounds_form_are_set_aside_in_a_confidential_round(interviews: OpenRound) -> None:
    there = open_round(interviews.people, "interview")
    (form,) = collect(there).forms()
    assert collect(interviews).send(form.fill(BODY)).status_code == 202
    assert [one["problem"] for one in interviews.read("quarantine")["items"]] == ["unknown_version"]


def test_a_closed_round_lists_no_form_and_takes_what_was_filled_in_before(interviews: OpenRound) -> None:
    phone = collect(interviews)
    (form,) = phone.forms()
    interviews.close()
    assert phone.forms() == []
    assert phone.send(form.fill(BODY)).status_code == 201
    header, row = rows(interviews)
    assert dict(zip(header, row, strict=True))["submission/late"] == "1"


def test_before_its_first_day_a_round_lists_no_form(people: People) -> None:
    assert collect(open_round(people, "interview", opens_on="2099-01-01")).forms() == []


def test_the_manifest_is_empty(interviews: OpenRound) -> None:
    phone = collect(interviews)
    answer = phone.get(f"{phone.server_url}/manifest")
    assert (answer.status_code, "text/xml" in answer.headers["content-type"]) == (200, True)
    assert b'xmlns="http://openrosa.org/xforms/xformsManifest"' in answer.content
    assert b"mediaFile" not in answer.content


HOSTILE = {
    "entities": '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><data>&b;</data>',
    "a file": '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]><data>&a;</data>',
    "no XML": "once upon a time",
    "half": "<data><fair>yes</fair>",
    "latin": '<?xml version="1.0" encoding="ISO-8859-1"?><data>\xe9</data>'.encode("latin-1"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_xml_that_is_none_or_does_harm_is_refused_in_words(interviews: OpenRound, kind: str) -> None:
    answer = collect(interviews).send(HOSTILE[kind])
    assert (answer.status_code, "Nothing was stored" in said(answer)) == (400, True)


def test_a_submission_without_end_is_refused_in_words(interviews: OpenRound) -> None:
    phone = collect(interviews)
    (form,) = phone.forms()
    deep = "<a>" * 50_000 + "</a>" * 50_000
    answer = phone.send(form.fill(BODY.replace("<why/>", f"<why>{deep}</why>")))
    assert (answer.status_code, "Nothing was stored" in said(answer)) == (400, True)


MISFITS = {
    "a question too many": BODY + "<pay>12</pay>",
    "a question twice": BODY + "<fair>no</fair>",
    "more inside a question": BODY.replace("<why/>", "<why>so<b>bold</b></why>"),
}


@pytest.mark.parametrize("kind", MISFITS)
def test_what_does_not_fit_the_form_is_kept_as_it_came_and_set_aside(interviews: OpenRound, kind: str) -> None:
    phone = collect(interviews)
    (form,) = phone.forms()
    assert phone.send(form.fill(MISFITS[kind])).status_code == 202
    (aside,) = interviews.read("quarantine")["items"]
    assert (aside["problem"], MISFITS[kind] in aside["content"]) == ("answers_do_not_fit", True)


def test_what_has_no_id_is_refused_in_words(interviews: OpenRound) -> None:
    phone = collect(interviews)
    (form,) = phone.forms()
    answer = phone.send(form.fill(BODY, "my own name"))
    assert (answer.status_code, "instanceID" in said(answer)) == (400, True)


def test_a_post_that_was_cut_off_is_refused_for_it_may_be_only_a_part(interviews: OpenRound) -> None:
    phone = collect(interviews)
    (form,) = phone.forms()
    body = post_body(form.fill(BODY), incomplete=True)
    cuts = {body.index(b"\r\n", body.index(mark)) for mark in (b"</data>", b'name="*isIncomplete*"')}
    for cut in (*cuts, len(body) - 60, len(body) - 6):
        assert phone.post(body[:cut]).status_code == 400
    assert (len(rows(interviews)), interviews.read("quarantine")["items"]) == (1, [])


def test_a_part_may_be_there_once(interviews: OpenRound) -> None:
    phone = collect(interviews)
    (form,) = phone.forms()
    once = post_body(form.fill(BODY))
    twice = once.removesuffix(f"--{BOUNDARY}--\r\n".encode()) + once
    assert phone.post(twice).status_code == 400


NO_POSTS = {
    "nothing": b"",
    "no part": b"--x--\r\n",
    "no head": b"--x\r\nxml\r\n--x--\r\n",
    "no name": b"--x\r\nContent-Type: text/xml\r\n\r\n<data/>\r\n--x--\r\n",
}


@pytest.mark.parametrize("kind", NO_POSTS)
@pytest.mark.parametrize("content_type", ["multipart/form-data; boundary=x", "multipart/form-data", "text/xml", ""])
def test_what_is_no_post_is_refused_in_words(interviews: OpenRound, kind: str, content_type: str) -> None:
    answer = collect(interviews).post(NO_POSTS[kind], content_type)
    assert (answer.status_code, "xml_submission_file" in said(answer)) == (400, True)


@pytest.mark.parametrize("size", [1024 * 1024 - 2000, 5 * 1024 * 1024])
def test_what_is_too_large_is_refused_in_words(interviews: OpenRound, size: int) -> None:
    phone = collect(interviews)
    (form,) = phone.forms()
    lines = "x\n" * (size // 2)  # each costs three bytes in the envelope
    answer = phone.send(form.fill(BODY.replace("<why/>", f"<why>{lines}</why>")))
    assert (answer.status_code, "larger than this server takes" in said(answer)) == (413, True)


def test_more_than_may_come_in_a_minute_is_told_to_wait(interviews: OpenRound) -> None:
    app = interviews.people.portal.app
    settings = app.state.settings
    app.state.settings = settings.model_copy(update={"submissions_per_minute": 2})
    phone = collect(interviews)
    (form,) = phone.forms()
    answers = [phone.send(form.fill(BODY)) for _ in range(3)]
    app.state.settings = settings
    assert [answer.status_code for answer in answers] == [201, 201, 429]
    assert 0 < int(answers[2].headers["Retry-After"]) <= 60


@pytest.mark.parametrize("changed", ["key", "round", "none", "letters"])
def test_without_the_right_key_nothing_is_found(interviews: OpenRound, changed: str) -> None:
    phone = collect(interviews)
    base, _, door = phone.server_url.rpartition("/")
    round_id, _, key = door.partition(".")
    doors = {
        "key": f"{round_id}.{key[::-1]}",
        "round": f"{uuid4().hex}.{key}",
        "none": f"{round_id}.",
        "letters": f"{round_id}.{'é' * 20}",
    }
    phone.server_url = f"{base}/{doors[changed]}"
    answer = phone.get(f"{phone.server_url}/formList")
    assert (answer.status_code, "No questions are asked" in said(answer)) == (404, True)
    assert phone.post(post_body("<data/>")).status_code == 404


def test_a_key_is_good_for_its_own_round_only(interviews: OpenRound) -> None:
    other = collect(open_round(interviews.people))
    phone = collect(interviews)
    assert phone.server_url.rpartition(".")[2] != other.server_url.rpartition(".")[2]
