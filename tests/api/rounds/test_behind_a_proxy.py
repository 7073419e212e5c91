"""Behind a proxy: each phone has its own neighbourhood if the proxy is trusted, and nobody may claim another's."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from support.databases import sqlite_database
from support.serving import ServerProcess

Serve = Callable[..., str]


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """Yield a way to start a real server process that allows three wrong codes; it returns the address."""
    started: list[ServerProcess] = []

    def start(**environment: str) -> str:
        process = ServerProcess(sqlite_database(tmp_path), tmp_path, ASKWELL_JOIN_ATTEMPTS="3", **environment)
        started.append(process.start())
        return process.url

    yield start
    for process in started:
        process.stop()


def guess(url: str, forwarded_for: str) -> int:
    """Try a wrong code as the proxy would pass it on."""
    body = {"code": "0123456789", "capability_hash": hashlib.sha256(b"a phone").hexdigest()}
    return httpx.post(f"{url}/v1/joins", json=body, headers={"X-Forwarded-For": forwarded_for}).status_code


def test_behind_a_trusted_proxy_guesses_stop_their_own_neighbourhood_only(serve: Serve) -> None:
    url = serve(ASKWELL_TRUSTED_PROXIES="127.0.0.1,::1")
    assert [guess(url, "203.0.113.7") for _ in range(5)] == [404] * 3 + [429] * 2
    assert guess(url, "198.51.100.77") == 404
    assert guess(url, "192.0.2.1, 203.0.113.7") == 429  # the proxy adds the last; what is before may be invented


def test_who_is_not_a_trusted_proxy_claims_no_other_address(serve: Serve) -> None:
    url = serve()
    assert [guess(url, f"203.0.113.{number}") for number in range(5)] == [404] * 3 + [429] * 2
