"""A question set with pictures, sounds and a list, for tests; it asks which tree stands at the gate."""

from typing import Any

from support.media import picture, sound
from support.programme import Draft, Programme

SET = "Trees (invented)"
GATE = "Which tree stands at your gate?"
GATE_ES = "¿Qué árbol hay en su entrada?"
DRAFT: Draft = {
    "survey": [
        {
            "type": "select_one tree",
            "name": "tree",
            "label::English (en)": GATE,
            "label::Español (es)": GATE_ES,
            "media::image::English (en)": "gate.png",
            "media::audio::English (en)": "gate.wav",
            "media::audio::Español (es)": "puerta.wav",
            "appearance": "columns-2",
        },
        {
            "type": "select_multiple bird",
            "name": "birds",
            "label::English (en)": "Which birds have you heard?",
            "label::Español (es)": "¿Qué pájaros ha oído?",
        },
        {"type": "select_one_from_file towns.csv", "name": "town", "label::English (en)": "Where do you live?"},
    ],
    "choices": [
        {
            "list_name": "tree",
            "name": "oak",
            "label::English (en)": "Oak",
            "label::Español (es)": "Roble",
            "media::image::English (en)": "oak.png",
            "media::big-image::English (en)": "oak-large.png",
        },
        {
            "list_name": "tree",
            "name": "elm",
            "label::English (en)": "Elm",
            "label::Español (es)": "Olmo",
            "media::image::English (en)": "elm.png",
        },
        {"list_name": "tree", "name": "other", "label::English (en)": "Another", "label::Español (es)": "Otro"},
        {"list_name": "bird", "name": "wren", "media::image::English (en)": "wren.png"},
        {
            "list_name": "bird",
            "name": "owl",
            "label::English (en)": "Owl",
            "label::Español (es)": "Búho",
            "media::audio::English (en)": "owl.wav",
        },
    ],
    "settings": {"form_title": SET, "default_language": "English (en)"},
}
FILES = {
    "gate.png": picture("the gate", (640, 360), "#6b4f2a"),
    "gate.wav": sound(),
    "puerta.wav": sound(0.3),
    "oak.png": picture("oak"),
    "oak-large.png": picture("oak", (1600, 1000)),
    "elm.png": picture("elm", colour="#4d6b2a"),
    "wren.png": picture("wren", colour="#7a4a4a"),
    "owl.wav": sound(0.2),
    "towns.csv": "name,label\nlodz,Łódź\ngdansk,Gdańsk\n".encode(),
}


def make(programme: Programme) -> str:
    """Make the question set without its files; return its id."""
    sets = f"/v1/organizations/{programme.org_id}/question-sets"
    made: dict[str, Any] = programme.desk.client.post(sets, json={"title": SET, "draft": DRAFT}).json()
    return str(made["id"])


def publish(programme: Programme, files: dict[str, bytes] = FILES) -> str:
    """Make and publish the question set; return the version's id."""
    return programme.publish(DRAFT, SET, files)
