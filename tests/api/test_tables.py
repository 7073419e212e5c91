"""Tables of choices: what only names the choices is nobody's question, at the desk, in downloads, and with Collect."""

from typing import Any

from support.collect import Collect
from support.people import People
from support.rounds import open_round

TABLE: dict[str, Any] = {
    "survey": [
        {"type": "begin_group", "name": "work", "label": "Work", "appearance": "table-list"},
        {"type": "select_one yn", "name": "fair", "label": "It is fair."},
        {"type": "select_one yn", "name": "safe", "label": "It is safe."},
        {"type": "end_group"},
        {"type": "begin_group", "name": "pay", "label": "Pay", "appearance": "field-list"},
        {"type": "select_one yn", "name": "head", "label": "Your pay", "appearance": "label"},
        {"type": "select_one yn", "name": "enough", "label": "It is enough.", "appearance": "list-nolabel"},
        {"type": "end_group"},
    ],
    "choices": [{"list_name": "yn", "name": name, "label": name} for name in ("yes", "no")],
    "settings": {"form_id": "table"},
}
MADE_UP = "<generated_table_list_label_2/><reserved_name_for_field_list_labels_3/>"


def test_only_the_statements_are_questions(people: People) -> None:
    round_ = open_round(people, "interview", TABLE)
    phone = Collect(round_.people.portal.client(desk=False), round_.read("openrosa")["server_url"])
    (form,) = phone.forms()
    filled = f"<work>{MADE_UP}<fair>yes</fair><safe/></work><pay><head/><enough>no</enough></pay>"
    assert phone.send(form.fill(filled)).status_code == 201
    answer = round_.editor.get(f"{round_.path}/export.csv")
    header, row = (line.split(",") for line in answer.text.lstrip("\ufeff").splitlines())
    given = dict(zip(header, row, strict=True))
    assert {name: cell for name, cell in given.items() if not name.startswith("submission/")} == {
        "fair": "yes",
        "safe": ".skipped",
        "enough": "no",
    }
    assert round_.read("quarantine")["items"] == []
