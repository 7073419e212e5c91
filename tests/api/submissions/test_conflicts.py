"""Other bytes under an id that is taken: both are kept, nobody wins silently."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

from support.rounds import ANSWERS, NOON, OpenRound, changed


def two_under_one_id(survey: OpenRound) -> tuple[Any, dict[str, Any], dict[str, Any]]:
    phone = survey.phone()
    first = phone.freeze({**ANSWERS, "/data/why": {"value": "first"}}, "en", NOON)
    return phone, first, changed(first, base="another")


def test_both_are_kept_and_shown_side_by_side(interviews: OpenRound) -> None:
    phone, first, second = two_under_one_id(interviews)
    results = [phone.send([item])[0] for item in (first, second)]
    assert [(result["status"], result["stored"]) for result in results] == [("received", True), ("conflict", True)]
    assert results[1]["receipt"]["sha256"] == second["sha256"]
    assert interviews.read("conflicts")["items"] == [
        {
            "instance_id": first["instance_id"],
            "rev": 1,
            "kept": {"sha256": first["sha256"], "content": first["content"]},
            "other": {"sha256": second["sha256"], "content": second["content"]},
        }
    ]


def test_the_first_stays_what_the_results_are_made_of(interviews: OpenRound) -> None:
    phone, first, second = two_under_one_id(interviews)
    phone.send([first])
    phone.send([second])
    assert interviews.words_beside_others() == ["first"]


def test_the_other_one_again_gets_the_same_answer_and_is_kept_once(interviews: OpenRound) -> None:
    phone, first, second = two_under_one_id(interviews)
    phone.send([first])
    assert phone.send([second]) == phone.send([second])
    assert len(interviews.read("conflicts")["items"]) == 1


def test_both_in_one_request_are_kept(interviews: OpenRound) -> None:
    phone, first, second = two_under_one_id(interviews)
    assert [result["status"] for result in phone.send([first, second])] == ["received", "conflict"]
    assert len(interviews.read("conflicts")["items"]) == 1


def test_of_two_at_the_same_moment_one_is_first_and_both_are_kept(interviews: OpenRound) -> None:
    phone, first, second = two_under_one_id(interviews)
    with ThreadPoolExecutor(10) as pool:
        results = [result for (result,) in pool.map(lambda item: phone.send([item]), [first, second] * 10)]
    assert sorted({result["status"] for result in results}) == ["already_received", "conflict", "received"]
    (conflict,) = interviews.read("conflicts")["items"]
    assert {conflict["kept"]["sha256"], conflict["other"]["sha256"]} == {first["sha256"], second["sha256"]}


def test_another_phone_cannot_replace_an_answer_whose_id_it_knows(interviews: OpenRound) -> None:
    _, first, second = two_under_one_id(interviews)
    assert interviews.phone().send([first])[0]["status"] == "received"
    assert interviews.phone().send([second])[0]["status"] == "conflict"


def test_the_same_id_in_another_round_is_another_interview(interviews: OpenRound) -> None:
    phone, first, _ = two_under_one_id(interviews)
    phone.send([first])
    body = {"title": "Winter", "version_id": interviews.version["id"], "mode": "interview"}
    winter = interviews.editor.post(f"/v1/organizations/{interviews.org_id}/rounds", json=body).json()
    other = interviews.phone(winter["join_code"])
    assert other.send([changed(first, round_id=winter["id"])])[0]["status"] == "received"


def test_conflicts_are_listed_in_pages(interviews: OpenRound) -> None:
    for _ in range(5):
        phone, first, second = two_under_one_id(interviews)
        phone.send([first, second])
    seen, cursor = [], None
    while True:
        page = interviews.read("conflicts", limit=2, **({"cursor": cursor} if cursor else {}))
        seen += [conflict["instance_id"] for conflict in page["items"]]
        cursor = page["next"]
        if cursor is None:
            break
    assert len(seen) == len(set(seen)) == 5
