"""Publishing freezes a draft: the bytes never change, and the same draft is the same version."""

import hashlib
import json
from concurrent.futures import ThreadPoolExecutor


def test_a_version_is_the_bytes_that_its_hash_names(desk) -> None:
    made = desk.bring()
    published = desk.publish(made)
    assert published.status_code == 201
    version = published.json()
    assert (version["number"], version["title"], version["questions"]) == (1, "Two years", 3)
    assert version["languages"] == [{"code": "en", "name": "English"}, {"code": "es", "name": "Español"}]
    document = desk.client.get(f"{desk.url}/{made['id']}/versions/{version['id']}/document")
    assert hashlib.sha256(document.content).hexdigest() == version["version_hash"]
    assert document.headers["ETag"] == f'"{version["version_hash"]}"'
    assert "immutable" in document.headers["Cache-Control"]
    compact = json.dumps(document.json(), separators=(",", ":"), ensure_ascii=False).encode()
    assert document.content == compact


def test_publishing_the_same_draft_again_is_the_same_version(desk) -> None:
    made = desk.bring()
    first, again = desk.publish(made), desk.publish(made)
    assert (again.status_code, again.json()) == (200, first.json())
    assert len(desk.client.get(f"{desk.url}/{made['id']}/versions").json()["items"]) == 1


def test_versions_count_up_and_stay_as_they_were(desk) -> None:
    made = desk.bring()
    first = desk.publish(made).json()
    url = f"{desk.url}/{made['id']}/versions"
    before = desk.client.get(f"{url}/{first['id']}/document").content
    changed = {**made["draft"], "survey": made["draft"]["survey"][:1]}
    saved = desk.save(made, changed).json()
    assert saved["draft_changed"] is True
    second = desk.publish(saved).json()
    assert second["number"] == 2
    assert desk.client.get(f"{url}/{first['id']}/document").content == before
    listed = desk.client.get(url, params={"limit": 1}).json()
    assert [each["number"] for each in listed["items"]] == [2]
    assert [each["number"] for each in desk.client.get(url, params={"cursor": listed["next"]}).json()["items"]] == [1]
    known = desk.client.get(f"{desk.url}/{made['id']}").json()
    assert known["latest_version"] == {key: second[key] for key in ("id", "number", "version_hash")}
    assert known["draft_changed"] is False


def test_a_draft_that_was_published_before_is_that_older_version(desk) -> None:
    made = desk.bring()
    first = desk.publish(made).json()
    saved = desk.save(made, {**made["draft"], "survey": made["draft"]["survey"][:1]}).json()
    desk.publish(saved)
    back = desk.save(saved, made["draft"]).json()
    assert desk.publish(back).json() == first


def test_a_draft_with_errors_is_not_published_and_says_everything(desk) -> None:
    made = desk.make(
        draft={"survey": [{"type": "txt", "name": "a b"}, {"type": "select_one l", "name": "c", "label": "C"}]}
    )
    refused = desk.publish(made)
    assert (refused.status_code, refused.json()["code"]) == (422, "draft_has_errors")
    assert [fault["where"] for fault in refused.json()["faults"]] == [
        "survey, row 2, column name",
        "survey, row 2, column type",
        "survey, row 3, column type",
    ]
    assert all(fault["remedy"] for fault in refused.json()["faults"])
    assert desk.client.get(f"{desk.url}/{made['id']}/versions").json()["items"] == []


def test_the_preview_is_what_publishing_would_store(desk) -> None:
    made = desk.bring()
    preview = desk.client.get(f"{desk.url}/{made['id']}/preview")
    assert preview.headers["content-type"] == "application/json"
    version = desk.publish(made).json()
    assert hashlib.sha256(preview.content).hexdigest() == version["version_hash"]


def test_the_xform_is_for_other_tools(desk) -> None:
    made = desk.bring()
    version = desk.publish(made).json()
    xform = desk.client.get(f"{desk.url}/{made['id']}/versions/{version['id']}/xform")
    assert xform.headers["content-type"].startswith("application/xml")
    assert '<bind nodeset="/data/years" type="int"/>' in xform.text


def test_two_members_publishing_at_once_make_one_version(desk) -> None:
    made = desk.bring()
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _each: desk.publish(made), range(4)))
    assert sorted(answer.status_code for answer in answers) == [200, 200, 200, 201]
    assert len({answer.json()["id"] for answer in answers}) == 1


def test_checking_tells_warnings_that_do_not_stand_in_the_way(desk) -> None:
    made = desk.bring(table_without_spanish())
    report = desk.client.get(f"{desk.url}/{made['id']}/check").json()
    assert report["ok"] is True
    assert [(each["level"], each["row"], each["column"], each["code"]) for each in report["faults"]] == [
        ("warning", 3, "label::Español (es)", "translation_missing")
    ]
    assert desk.publish(made).status_code == 201


def table_without_spanish() -> str:
    return """
        | survey |
        |        | type    | name  | label::English (en) | label::Español (es) |
        |        | integer | years | Years here?         | ¿Años aquí?         |
        |        | text    | why   | Why?                |                     |
    """
