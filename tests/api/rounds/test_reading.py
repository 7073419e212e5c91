"""What a phone reads with its capability: the round as it is now, and the questions, which never change."""

import hashlib

from support.joining import Door, outcome
from support.rounds import OpenRound


def test_the_round_is_read_with_the_capability(survey: OpenRound, door: Door) -> None:
    joined = door.join(survey.round["join_code"], "mine").json()
    assert door.get("/v1/round", "mine").json() == joined
    survey.close()
    assert door.get("/v1/round", "mine").json() == {**joined, "state": "closed"}


def test_without_a_known_capability_there_is_nothing(survey: OpenRound, door: Door) -> None:
    door.join(survey.round["join_code"], "mine")
    version = f"/v1/versions/{survey.version['version_hash']}"
    for path in ("/v1/round", version):
        assert outcome(door.get(path, "another")) == (401, "unknown_capability")
        assert outcome(door.client.get(path)) == (401, "unknown_capability")
        assert outcome(door.client.get(path, headers={"Authorization": "Basic bWluZTo="})) == (
            401,
            "unknown_capability",
        )


def test_the_questions_are_exactly_the_bytes_that_the_hash_names(survey: OpenRound, door: Door) -> None:
    version_hash = door.join(survey.round["join_code"], "mine").json()["version_hash"]
    answer = door.get(f"/v1/versions/{version_hash}", "mine")
    assert hashlib.sha256(answer.content).hexdigest() == version_hash
    assert answer.headers["ETag"] == f'"{version_hash}"'
    assert answer.headers["Cache-Control"] == "private, max-age=31536000, immutable"
    again = door.get(f"/v1/versions/{version_hash}", "mine", **{"If-None-Match": f'"{version_hash}"'})
    assert (again.status_code, again.content) == (304, b"")


def test_the_questions_of_another_round_are_not_there(survey: OpenRound, door: Door) -> None:
    door.join(survey.round["join_code"], "mine")
    assert outcome(door.get(f"/v1/versions/{'0' * 64}", "mine")) == (404, "not_found")
