"""At the desk: the address for ODK Collect and the picture that sets it up, or what is in the way."""

import base64
import json
import re
import zlib
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi import FastAPI

from askwell.rounds.presenting import picture_of
from support.collect import Collect
from support.people import People
from support.portal import Portal
from support.rounds import OpenRound, open_round


def asking(kind: str, **more: Any) -> dict[str, Any]:
    """Return a question set with one question of this type."""
    row = {"type": kind, "name": "one", "label": "One?", **more.pop("row", {})}
    return {"survey": [row], "choices": [{"list_name": "c", "name": "a", "label": "A"}], "settings": {}, **more}


def svg(round_: OpenRound) -> Any:
    return round_.editor.get(f"{round_.path}/openrosa.svg")


def test_the_picture_is_collects_settings_for_this_round(people: People) -> None:
    round_ = open_round(people, "interview", title="Otoño – Autumn")
    address = round_.read("openrosa")["server_url"]
    settings = {"general": {"server_url": address}, "admin": {}, "project": {"name": "Otoño – Autumn"}}
    answer = svg(round_)
    assert answer.headers["content-type"] == "image/svg+xml"
    packed = zlib.compress(json.dumps(settings, ensure_ascii=False, separators=(",", ":")).encode(), 9)
    assert json.loads(zlib.decompress(base64.b64decode(base64.b64encode(packed)))) == settings
    assert answer.content == picture_of(base64.b64encode(packed).decode(), error="l")


def test_the_address_is_the_same_each_time_and_of_no_use_on_the_wall(people: People) -> None:
    round_ = open_round(people)
    access = round_.read("openrosa")
    assert access == round_.read("openrosa")
    assert re.fullmatch(r"http://testserver/openrosa/[0-9a-f]{32}\.[0-9A-HJKMNP-TV-Z]{20}", access["server_url"])
    assert round_.round["join_code"].replace("-", "") not in access["server_url"]
    assert (access["obstacle"], access["with_password"]) == (None, None)  # people come over http


@pytest.fixture
def people_on_https(app: FastAPI, portal: Portal) -> Iterator[People]:
    settings = app.state.settings
    app.state.settings = settings.model_copy(update={"public_url": "https://testserver"})
    with Portal(app, "https://testserver") as https:
        yield People(https)
    app.state.settings = settings


def test_where_people_come_over_https_a_password_opens_the_same_door(people_on_https: People) -> None:
    round_ = open_round(people_on_https, "interview")
    access = round_.read("openrosa")["with_password"]
    assert access["user_name"] == "collect"
    phone = Collect(people_on_https.portal.client(desk=False), access["server_url"], access["password"])
    (form,) = phone.forms()
    assert phone.send(form.fill("<fair>no</fair>")).status_code == 201


OBSTACLES = {
    "a picture": (asking("image"), "attachments"),
    "a picture in a repeat": (
        {
            **asking("image"),
            "survey": [
                {"type": "begin_repeat", "name": "r", "label": "R"},
                {"type": "audio", "name": "one", "label": "One?"},
                {"type": "end_repeat"},
            ],
        },
        "attachments",
    ),
    "a sound nobody is asked for": (
        {
            **asking("text"),
            "survey": [
                {"type": "background-audio", "name": "all"},
                {"type": "text", "name": "one", "label": "One?"},
            ],
        },
        "attachments",
    ),
    "choices from a file": (asking("select_one_from_file places.csv"), "files"),
    "data from a file": (asking("text", row={"default": "pulldata('places', 'a', 'b', 'c')"}), "files"),
    "encryption": (asking("text", settings={"public_key": "MIIBIjANBgkqhkiG"}), "encrypted"),
}


@pytest.mark.parametrize("kind", OBSTACLES)
def test_what_cannot_be_asked_whole_is_not_offered(people: People, kind: str) -> None:
    draft, obstacle = OBSTACLES[kind]
    round_ = open_round(people, "interview", draft)
    assert round_.read("openrosa") == {"obstacle": obstacle, "server_url": None, "with_password": None}
    assert svg(round_).status_code == 404


def test_a_round_of_cards_has_no_door(people: People) -> None:
    round_ = open_round(people, "cards")
    assert round_.read("openrosa") == {"obstacle": "cards", "server_url": None, "with_password": None}
    assert svg(round_).status_code == 404


def test_a_submission_may_be_sent_elsewhere_by_no_form(people: People) -> None:
    draft = asking("text", settings={"submission_url": "https://elsewhere.example/submission", "auto_delete": "true"})
    round_ = open_round(people, "interview", draft)
    assert round_.read("openrosa")["obstacle"] is None
    (form,) = Collect(people.portal.client(desk=False), round_.read("openrosa")["server_url"]).forms()
    assert b"elsewhere.example" not in form.content
    assert b"auto-delete" not in form.content


def test_pictures_beside_labels_are_left_out_and_the_words_stay(people: People) -> None:
    draft = asking("select_one c", row={"image": "one.png", "audio": "one.mp3"})
    round_ = open_round(people, "interview", draft)
    (form,) = Collect(people.portal.client(desk=False), round_.read("openrosa")["server_url"]).forms()
    assert (b"jr://" in form.content, b"One?" in form.content) == (False, True)


def test_a_question_may_be_called_as_parts_of_a_form_are(people: People) -> None:
    names = ("submission", "audit", "bind", "setvalue", "instance")
    draft = {"survey": [{"type": "text", "name": name, "label": name} for name in names], "choices": [], "settings": {}}
    round_ = open_round(people, "interview", draft)
    phone = Collect(people.portal.client(desk=False), round_.read("openrosa")["server_url"])
    (form,) = phone.forms()
    assert phone.send(form.fill("".join(f"<{name}>x</{name}>" for name in names))).status_code == 201
    root = next(one for one in form.model.iter() if one.tag.endswith("}data"))
    assert [child.tag.rpartition("}")[2] for child in root] == [*names, "meta"]
