"""Pictures, sounds and lists of a question set: added, shrunk to what phones need, frozen, and had by whoever joins."""

import io
import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import httpx
import pytest
from PIL import Image
from typer.testing import CliRunner

from askwell import cli
from askwell.demonstration.phone import Phone
from support.collect import Collect
from support.media import PLACE, photo, picture, sound
from support.portal import Portal

DRAFT: dict[str, Any] = {
    "survey": [
        {
            "type": "select_one tree",
            "name": "tree",
            "label::English (en)": "Which tree stands at your gate?",
            "label::Español (es)": "¿Qué árbol hay en su entrada?",
            "media::image::English (en)": "gate.jpg",
            "media::audio::English (en)": "gate.wav",
            "media::audio::Español (es)": "puerta.wav",
        },
        {"type": "select_one_from_file towns.csv", "name": "town", "label::English (en)": "Where?"},
    ],
    "choices": [
        {"list_name": "tree", "name": "oak", "label::English (en)": "Oak", "media::image::English (en)": "oak.png"},
        {"list_name": "tree", "name": "elm", "label::English (en)": "Elm"},
    ],
    "settings": {"default_language": "English (en)"},
}
TOWNS = "name,label,region\nlodz,Łódź,c\ngdansk,Gdańsk,n\n".encode()
FILES = {"gate.jpg": photo(), "gate.wav": sound(), "puerta.wav": sound(0.2), "oak.png": picture(), "towns.csv": TOWNS}


class Shelf:
    """The media of one question set, over HTTP."""

    def __init__(self, client: httpx.Client, url: str, known: dict[str, Any]) -> None:
        self.client = client
        self.known = known
        self.url = f"{url}/{known['id']}"

    def put(self, name: str, data: bytes) -> httpx.Response:
        return self.client.put(f"{self.url}/media/{name}", content=data)

    def hashes(self) -> dict[str, str]:
        return {each["name"]: each["sha256"] for each in self.client.get(f"{self.url}/media").json()["items"]}

    def content(self, sha: str) -> httpx.Response:
        return self.client.get(f"{self.url}/contents/{sha}")

    def is_changed(self) -> bool:
        listed = self.client.get(self.url.rpartition("/")[0]).json()["items"]
        [alone] = [each["draft_changed"] for each in listed if each["id"] == self.known["id"]]
        assert self.client.get(self.url).json()["draft_changed"] == alone
        return bool(alone)

    def document(self) -> dict[str, Any]:
        published = self.client.post(f"{self.url}/versions").json()
        return dict(self.client.get(f"{self.url}/versions/{published['id']}/document").json())


@pytest.fixture
def shelf(desk) -> Shelf:
    return Shelf(desk.client, desk.url, desk.make(draft=DRAFT))


@pytest.fixture
def full(shelf: Shelf) -> Shelf:
    for name, data in FILES.items():
        assert shelf.put(name, data).status_code == 200
    return shelf


def test_what_is_named_and_missing_is_told_until_it_is_there(shelf: Shelf) -> None:
    def missing() -> list[str]:
        return [each["name"] for each in shelf.client.get(f"{shelf.url}/media").json()["missing"]]

    def warned() -> set[str]:
        faults = shelf.client.get(f"{shelf.url}/check").json()["faults"]
        return {f"{each['sheet']} {each['row']} {each['text']}" for each in faults if each["code"] == "medium_missing"}

    assert missing() == sorted(FILES)
    assert warned() == {
        "survey 2 gate.jpg",
        "survey 2 gate.wav",
        "survey 2 puerta.wav",
        "survey 3 select_one_from_file towns.csv",
        "choices 2 oak.png",
    }
    for name, data in FILES.items():
        shelf.put(name, data)
    assert (missing(), warned()) == ([], set())


def test_a_photo_stands_upright_is_no_larger_than_a_phone_needs_and_tells_no_place(full: Shelf) -> None:
    kept = full.content(full.hashes()["gate.jpg"])
    assert kept.headers["Content-Type"] == "image/jpeg"
    assert PLACE.encode() in FILES["gate.jpg"]
    assert PLACE.encode() not in kept.content
    with Image.open(io.BytesIO(kept.content)) as image:
        assert image.size == (800, 1600)
        assert not image.getexif()


def test_a_version_names_its_files_by_hash_and_holds_the_rows_of_lists(full: Shelf) -> None:
    document, hashes = full.document(), full.hashes()
    tree, town = document["tree"]
    assert tree["media"] == {
        "image": {"en": ["gate.jpg"]},
        "audio": {"en": ["gate.wav"], "es": ["puerta.wav"]},
    }
    assert document["lists"]["tree"][0]["media"] == {"image": {"en": ["oak.png"]}}
    assert {name: each["sha256"] for name, each in document["media"].items()} == {
        name: hashes[name] for name in FILES if name != "towns.csv"
    }
    assert [(each["name"], each["label"], each["columns"]["region"]) for each in document["lists"][town["list"]]] == [
        ("lodz", {"en": ["Łódź"]}, "c"),
        ("gdansk", {"en": ["Gdańsk"]}, "n"),
    ]


def test_another_picture_makes_another_version_and_the_first_one_keeps_its_own(full: Shelf) -> None:
    before = full.document()["media"]["oak.png"]["sha256"]
    assert not full.is_changed()
    full.put("oak.png", picture("another oak"))
    assert full.is_changed()
    after = full.document()["media"]["oak.png"]["sha256"]
    assert before != after
    assert full.content(before).status_code == 200
    full.client.delete(f"{full.url}/media/oak.png")
    assert "oak.png" not in full.document()["media"]
    assert sha256(full.content(after).content).hexdigest() == after


def test_what_no_draft_and_no_version_names_is_gone(shelf: Shelf) -> None:
    shelf.put("oak.png", picture("first"))
    first = shelf.hashes()["oak.png"]
    shelf.put("oak.png", picture("second"))
    assert shelf.content(first).status_code == 404
    second = shelf.hashes()["oak.png"]
    assert shelf.client.delete(f"{shelf.url}/media/oak.png").json()["items"] == []
    assert shelf.content(second).status_code == 404
    assert shelf.client.delete(f"{shelf.url}/media/oak.png").status_code == 404


@pytest.mark.parametrize(
    ("name", "data", "status", "code", "words"),
    [
        ("page.png", b"<html><script>alert(1)</script></html>", 422, "unreadable_medium", "no picture"),
        ("drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", 422, "unreadable_medium", "no picture"),
        ("empty.mp3", b"", 422, "unreadable_medium", "no picture"),
        ("half.png", picture()[:300], 422, "unreadable_medium", "damaged"),
        ("plain", picture(), 422, "bad_medium_name", "ending"),
        ("..%5Cb.png", picture(), 422, "bad_medium_name", "slash"),
        ("x" * 160 + ".png", picture(), 422, "bad_medium_name", "150"),
        ("large.mp3", b"ID3" + b"\0" * 9_000_000, 413, "medium_too_large", "8 MB"),
        ("large.csv", b"name\n" + b"a\n" * 1_100_000, 413, "medium_too_large", "2 MB"),
        ("torn.csv", b'name,label\n"a,b\n', 422, "unreadable_list", "quotation mark"),
        ("wide.csv", b"name,label\na,b,c\n", 422, "unreadable_list", "Row 2"),
        ("latin.csv", "name\nŁódź\n".encode("cp1250"), 422, "unreadable_list", "UTF-8"),
        ("long.csv", b"name\n" + b"a\n" * 10_001, 422, "unreadable_list", "10,001"),
        ("bomb.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><root>&a;</root>', 422, "unreadable_list", "XML"),
        ("odd.geojson", b'{"type": "Point"}', 422, "unreadable_list", "features"),
        ("torn.geojson", b'{"features": [{"geometry": {"type": "Point"}}]}', 422, "unreadable_list", "Feature 1"),
        ("flat.geojson", b'{"features": [{"properties": "x"}]}', 422, "unreadable_list", "Feature 1"),
    ],
)
def test_what_phones_cannot_use_is_refused_with_a_sentence_that_helps(
    shelf: Shelf, name: str, data: bytes, status: int, code: str, words: str
) -> None:
    answer = shelf.put(name, data)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert words in answer.json()["title"]
    assert shelf.hashes() == {}


def test_a_file_that_cannot_be_what_its_column_says_is_told(shelf: Shelf) -> None:
    shelf.put("oak.png", sound())
    faults = shelf.client.get(f"{shelf.url}/check").json()["faults"]
    [told] = [each for each in faults if each["code"] == "medium_wrong_kind"]
    assert (told["text"], told["message"]) == ("oak.png", "oak.png is no picture, but audio/wav.")


def test_lists_in_xml_and_geojson_give_choices_too(desk) -> None:
    survey = [
        {"type": "select_one_from_file items.xml", "name": "item", "label": "Which?"},
        {"type": "select_one_from_file stops.geojson", "name": "stop", "label": "Where?"},
        {
            "type": "select_one_from_file towns.csv",
            "name": "town",
            "label": "Town?",
            "parameters": "value=region label=name",
        },
    ]
    shelf = Shelf(desk.client, desk.url, desk.make(draft={"survey": survey}))
    shelf.put("items.xml", b"<root><item><name>a</name><label>Apple</label></item></root>")
    gate = {
        "type": "Feature",
        "id": "s1",
        "properties": {"title": "Gate"},
        "geometry": {"type": "Point", "coordinates": [13.4, 52.5]},
    }
    shelf.put("stops.geojson", json.dumps({"type": "FeatureCollection", "features": [gate]}).encode())
    shelf.put("towns.csv", TOWNS)
    document = shelf.document()
    offered = {node["name"]: document["lists"][node["list"]] for node in document["tree"]}
    assert [(each["name"], each["label"]) for each in offered["item"]] == [("a", {"und": ["Apple"]})]
    assert [(each["name"], each["label"]) for each in offered["stop"]] == [("s1", {"und": ["Gate"]})]
    assert offered["stop"][0]["columns"]["geometry"] == "52.5 13.4 0 0"
    assert [(each["name"], each["label"]) for each in offered["town"]] == [
        ("c", {"und": ["lodz"]}),
        ("n", {"und": ["gdansk"]}),
    ]


def test_a_phone_has_the_files_of_its_own_round_only(desk, full: Shelf, portal: Portal) -> None:
    document = full.document()
    versions = full.client.get(f"{full.url}/versions").json()["items"]
    rounds = desk.url.replace("question-sets", "rounds")
    wish = {"title": "Spring", "version_id": versions[0]["id"], "mode": "open_link"}
    opened = desk.client.post(rounds, json=wish).json()
    phone = Phone(portal.client(desk=False))
    phone.join(opened["join_code"])
    mine = {"Authorization": f"Bearer {phone.capability}"}
    for each in document["media"].values():
        answer = phone.client.get(f"/v1/media/{each['sha256']}", headers=mine)
        assert sha256(answer.content).hexdigest() == each["sha256"]
        assert (answer.headers["Content-Type"], len(answer.content)) == (each["type"], each["size"])
        assert "immutable" in answer.headers["Cache-Control"]
    full.put("other.png", picture("not in the round"))
    other = full.hashes()["other.png"]
    assert phone.client.get(f"/v1/media/{other}", headers=mine).status_code == 404
    assert phone.client.get(f"/v1/media/{document['media']['oak.png']['sha256']}").status_code == 401


def test_an_openrosa_client_finds_every_file_in_the_manifest(desk, full: Shelf, portal: Portal) -> None:
    full.document()
    versions = full.client.get(f"{full.url}/versions").json()["items"]
    rounds = desk.url.replace("question-sets", "rounds")
    wish = {"title": "Spring", "version_id": versions[0]["id"], "mode": "interview"}
    opened = desk.client.post(rounds, json=wish).json()
    access = desk.client.get(f"{rounds}/{opened['id']}/openrosa").json()
    assert access["obstacle"] is None
    client = portal.client(desk=False)
    [form] = Collect(client, access["server_url"]).forms()
    assert {name: sha256(content).hexdigest() for name, content in form.media.items()} == full.hashes()
    assert b"jr://images/gate.jpg" in form.content
    assert b"jr://file-csv/towns.csv" in form.content


def test_on_the_command_line_the_files_beside_a_form_are_looked_at(tmp_path: Path) -> None:
    form = tmp_path / "form.md"
    form.write_text(
        "| survey | | | | |\n| | type | name | label | image |\n"
        "| | select_one_from_file towns.csv | town | Where? | gate.jpg |\n"
    )

    def told() -> tuple[int, str]:
        checked = CliRunner().invoke(cli.app, ["check", str(form)])
        return checked.exit_code, checked.stdout

    code, words = told()
    assert (code, words.splitlines()[-1]) == (0, "0 errors, 2 warnings")
    assert "The file towns.csv is not there" in words
    (tmp_path / "towns.csv").write_bytes(TOWNS)
    (tmp_path / "gate.jpg").write_bytes(photo())
    code, words = told()
    assert (code, words.splitlines()[-1]) == (0, "0 errors, 0 warnings")
    (tmp_path / "gate.jpg").write_bytes(b"no picture")
    code, words = told()
    assert code == 1
    assert words.startswith("error: gate.jpg: This is no picture")
