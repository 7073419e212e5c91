"""Receiving: stored exactly once, however often and in whatever order the phone sends it."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

from fastapi import FastAPI
from sqlalchemy import func, select

from askwell import clock
from askwell.submissions.models import submission
from support.rounds import ANSWERS, NOON, OpenRound, item


def rows(app: FastAPI) -> int:
    with app.state.database.read() as db:
        return int(db.execute(select(func.count()).select_from(submission)).scalar_one())


def test_an_interview_gets_a_receipt_for_exactly_its_bytes(survey: OpenRound) -> None:
    phone = survey.phone()
    frozen = phone.freeze(ANSWERS, "en", NOON)
    epoch = phone.client.get("/v1/hello").json()["epoch"]
    (result,) = phone.send([frozen])
    named = {"instance_id": frozen["instance_id"], "rev": 1, "sha256": frozen["sha256"]}
    nothing_told = {"parts_missing": [], "seq": None, "received_on": None}
    receipt = {**named, "epoch": epoch, "status": "received", "quality": "ok", **nothing_told}
    assert result == {**named, "status": "received", "stored": True, "detail": None, "receipt": receipt}


def test_the_bytes_are_stored_as_they_were_sent(survey: OpenRound, app: FastAPI) -> None:
    phone = survey.phone()
    frozen = phone.freeze({**ANSWERS, "/data/why": {"value": "¿Por qué? 😀 \u0000 \\ud800"}}, "es", NOON)
    phone.send([frozen])
    with app.state.database.read() as db:
        assert db.execute(select(submission.c.content)).scalar_one() == frozen["content"].encode()


def test_the_same_interview_twice_is_stored_once_and_gets_the_same_receipt(survey: OpenRound, app: FastAPI) -> None:
    phone = survey.phone()
    frozen = phone.freeze(ANSWERS, "en", NOON)
    (first,), (second,) = phone.send([frozen]), phone.send([frozen])
    assert (first["status"], second["status"]) == ("received", "already_received")
    assert second == {**first, "status": "already_received"}
    assert rows(app) == 1


def test_the_same_interview_twice_in_one_request_is_stored_once(survey: OpenRound, app: FastAPI) -> None:
    phone = survey.phone()
    frozen = phone.freeze(ANSWERS, "en", NOON)
    results = phone.send([frozen, frozen])
    assert [result["status"] for result in results] == ["received", "already_received"]
    assert results[0]["receipt"] == results[1]["receipt"]
    assert rows(app) == 1


def test_a_hundred_resends_at_once_get_one_receipt_and_make_one_row(survey: OpenRound, app: FastAPI) -> None:
    phone = survey.phone()
    frozen = phone.freeze(ANSWERS, "en", NOON)
    with ThreadPoolExecutor(25) as pool:
        results = [result for (result,) in pool.map(lambda _: phone.send([frozen]), range(100))]
    assert sorted(result["status"] for result in results) == ["already_received"] * 99 + ["received"]
    assert len({str(result["receipt"]) for result in results}) == 1
    assert rows(app) == 1


def test_the_same_batch_forwards_and_backwards_at_once_blocks_nobody(survey: OpenRound, app: FastAPI) -> None:
    phone = survey.phone()
    items = [phone.freeze(ANSWERS, "en", NOON) for _ in range(20)]
    orders = [items, items[::-1]] * 8
    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(phone.send, orders))
    assert all(result["stored"] for results in answers for result in results)
    received = [result for results in answers for result in results if result["status"] == "received"]
    assert len(received) == rows(app) == 20


def test_fifty_interviews_get_fifty_results_in_the_order_they_were_sent(survey: OpenRound, app: FastAPI) -> None:
    phone = survey.phone()
    items = [phone.freeze(ANSWERS, "en", NOON) for _ in range(50)]
    results = phone.send(items)
    assert [result["instance_id"] for result in results] == [one["instance_id"] for one in items]
    assert {result["status"] for result in results} == {"received"}
    assert rows(app) == 50


def test_interviews_are_numbered_as_they_were_sent_and_keep_their_number(interviews: OpenRound) -> None:
    phone = interviews.phone()
    items = [phone.freeze(ANSWERS, "en", NOON) for _ in range(3)]
    first = [result["receipt"] for result in phone.send(items)]
    assert [receipt["seq"] for receipt in first] == [1, 2, 3]
    assert {receipt["received_on"] for receipt in first} == {clock.now().date().isoformat()}
    assert [result["receipt"] for result in phone.send(items)] == first


def test_two_interviewers_at_once_get_different_numbers(interviews: OpenRound) -> None:
    phones = [interviews.phone() for _ in range(4)]

    def send(number: int) -> Any:
        phone = phones[number % 4]
        return phone.send([phone.freeze(ANSWERS, "en", NOON)])[0]["receipt"]["seq"]

    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(send, range(24))) == list(range(1, 25))


def test_the_server_reports_what_its_rules_find_and_keeps_the_answer(interviews: OpenRound) -> None:
    (result,) = interviews.answer({"/data/hours": {"value": "120"}})
    assert (result["status"], result["receipt"]["quality"]) == ("received", "ok")
    csv = interviews.editor.get(f"{interviews.path}/export.csv").text
    assert ",120," in csv
    assert csv.rstrip().endswith("/data/hours: constraint_failed")


def test_a_clock_that_is_wrong_by_years_changes_nothing(interviews: OpenRound) -> None:
    phone = interviews.phone()
    items = [phone.freeze(ANSWERS, "en", f"{year}-01-01T00:00:00.000+14:00") for year in (1970, 2026, 2999)]
    assert [result["status"] for result in phone.send(items)] == ["received"] * 3


def test_an_older_revision_that_comes_later_does_not_replace_the_newer(interviews: OpenRound) -> None:
    phone = interviews.phone()
    frozen = phone.freeze({**ANSWERS, "/data/why": {"value": "first"}}, "en", NOON)
    second = {**frozen, **_second_revision(frozen)}
    assert [phone.send([one])[0]["status"] for one in (second, frozen)] == ["received", "received"]
    assert interviews.words_beside_others() == ["second"]


def _second_revision(frozen: dict[str, Any]) -> dict[str, Any]:
    content = frozen["content"].replace('"rev":1', '"rev":2').replace("first", "second")
    return item(content, frozen["instance_id"], rev=2)
