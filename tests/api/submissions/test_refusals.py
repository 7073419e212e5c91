"""What is refused as a whole: nothing was stored, the phone is told so, and nothing it sent comes back."""

from typing import Any

import httpx

from support.rounds import ANSWERS, NOON, OpenRound, item

CANARY = "canary-in-the-mine"


def send(client: httpx.Client, body: Any, capability: str | None = None) -> httpx.Response:
    headers = {"Authorization": f"Bearer {capability}"} if capability else {}
    if isinstance(body, bytes):
        return client.post("/v1/submissions", content=body, headers=headers)
    return client.post("/v1/submissions", json=body, headers=headers)


def test_a_phone_that_is_not_known_keeps_everything(survey: OpenRound) -> None:
    phone = survey.phone()
    frozen = phone.freeze(ANSWERS, "en", NOON)
    for capability in (None, "unknown", "x" * 5_000):
        answer = send(phone.client, {"items": [frozen, None]}, capability)
        assert answer.status_code == 200
        outcomes = [(one["status"], one["stored"]) for one in answer.json()["results"]]
        assert outcomes == [("unknown_capability", False)] * 2
        assert answer.json()["results"][0]["instance_id"] == frozen["instance_id"]


NO_BATCH: list[Any] = [b"", b"{", b"\xff\xfe", b"[" * 100_000, [], {}, {"items": []}, {"items": CANARY}]


def test_a_body_that_is_no_batch_is_refused_without_an_echo(survey: OpenRound) -> None:
    phone = survey.phone()
    for body in [*NO_BATCH, {"items": [item(CANARY)] * 51}]:
        answer = send(phone.client, body, phone.capability)
        assert answer.status_code == 422
        assert (answer.json()["code"], answer.json()["stored"]) == ("invalid", False)
        assert CANARY not in answer.text


def test_a_body_that_is_too_large_is_refused_and_nothing_of_it_is_stored(survey: OpenRound) -> None:
    phone = survey.phone()
    answer = send(phone.client, {"items": [item("x" * 700_000) for _ in range(4)]}, phone.capability)
    assert answer.status_code == 413
    assert (answer.json()["code"], answer.json()["stored"]) == ("too_large", False)
