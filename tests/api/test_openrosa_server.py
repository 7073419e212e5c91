"""ODK Collect and a server process: bodies in chunks as OkHttp sends them, a password through a proxy, a silent log."""

import base64
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import create_engine
from sqlalchemy.engine import make_url

from askwell.tables import metadata
from support.collect import BOUNDARY, DEVICE, HEADERS, Collect, post_body, said
from support.people import PASSWORD
from support.rounds import opened
from support.serving import ServerProcess

BODY = "<fair>yes</fair><hours>38</hours><perks>meals travel</perks><why>the canary sings</why>"


@pytest.fixture
def serve(database_url: str, tmp_path: Path) -> Iterator[Callable[..., ServerProcess]]:
    started: list[ServerProcess] = []

    def start(**environment: str) -> ServerProcess:
        process = ServerProcess(database_url, tmp_path, ASKWELL_LOG_LEVEL="debug", **environment)
        started.append(process.start())
        return process

    yield start
    for process in started:
        process.stop()


def access(server: ServerProcess, **headers: str) -> dict[str, Any]:
    """Open a round, and look at the desk how Collect gets in."""
    opened(server)
    with httpx.Client(base_url=server.url, headers={"X-Askwell": "1"}, timeout=30) as desk:
        signed_in = desk.post("/v1/sessions", json={"email": "ed@harbor.example", "password": PASSWORD})
        org_id = desk.get("/v1/organizations").json()["items"][0]["id"]
        round_id = desk.get(f"/v1/organizations/{org_id}/rounds").json()["items"][0]["id"]
        answer = desk.get(f"/v1/organizations/{org_id}/rounds/{round_id}/openrosa")
        assert (signed_in.status_code, answer.status_code) == (200, 200)
        found: dict[str, Any] = answer.json()
        return found


def chunked(server: ServerProcess, path: str, body: bytes) -> str:
    """Send a body in chunks of odd sizes, as bytes on a socket; return the whole answer."""
    lines = [f"POST {path}?deviceID={DEVICE} HTTP/1.1", f"Host: localhost:{server.port}", "Connection: close"]
    lines += [f"{name}: {value}" for name, value in HEADERS.items()]
    lines += ["Transfer-Encoding: chunked", f"Content-Type: multipart/form-data; boundary={BOUNDARY}"]
    pieces = [body[start : start + 97] for start in range(0, len(body), 97)]
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as connection:
        connection.sendall("\r\n".join(lines).encode() + b"\r\n\r\n")
        for piece in pieces:
            connection.sendall(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
        connection.sendall(b"0\r\n\r\n")
        return b"".join(iter(lambda: connection.recv(65536), b"")).decode()


def everything_stored(database_url: str) -> str:
    url = make_url(database_url)
    engine = create_engine(url if url.get_backend_name() == "sqlite" else url.set(drivername="postgresql+psycopg"))
    with engine.connect() as connection:
        rows = [row for table in metadata.sorted_tables for row in connection.execute(table.select())]
    engine.dispose()
    return "\n".join(value.decode() if isinstance(value, bytes) else str(value) for row in rows for value in row)


def test_a_phone_sets_itself_up_downloads_and_sends_in_chunks_and_leaves_no_trace(
    serve: Callable[..., ServerProcess], database_url: str, tmp_path: Path
) -> None:
    server = serve()
    url = access(server)["server_url"]
    with httpx.Client(timeout=30) as client:
        phone = Collect(client, url)
        (form,) = phone.forms()
        assert phone.get(f"{url}/formList").headers["Date"]
        filled = form.fill(BODY)
        for _ in range(2):
            answer = chunked(server, url.removeprefix(server.url) + "/submission", post_body(filled))
            head, _, body = answer.partition("\r\n\r\n")
            assert head.startswith("HTTP/1.1 201 ")
            assert "x-openrosa-version: 1.0" in head.lower()
            assert "Received." in body
        assert phone.send(filled.replace(">38<", ">39<")).status_code == 409
        lost = phone.get(f"{url}x/formList")
        assert (lost.status_code, lost.headers["X-OpenRosa-Version"]) == (404, "1.0")
    server.stop()
    stored = everything_stored(database_url)
    assert stored.count("the canary sings") == 3  # two bytes, one understood
    assert DEVICE not in stored
    log = (tmp_path / "server.log").read_text()
    key = url.rpartition(".")[2]
    telling = (DEVICE, "deviceID", key, "the canary sings", "/openrosa")
    assert [word for word in telling if word in log] == []


def test_a_password_is_asked_for_over_https_only_and_opens_the_same_round(serve: Callable[..., ServerProcess]) -> None:
    server = serve(ASKWELL_TRUSTED_PROXIES="127.0.0.1,::1")
    url, _, key = access(server)["server_url"].rpartition(".")
    https = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.7"}
    with httpx.Client(timeout=30, headers=HEADERS) as phone:
        plain = phone.get(f"{url}/formList", auth=("anybody", key))
        assert (plain.status_code, "https only" in said(plain)) == (403, True)
        asked = phone.get(f"{url}/formList", headers=https)
        assert (asked.status_code, asked.headers["WWW-Authenticate"]) == (401, 'Basic realm="Askwell", charset="UTF-8"')
        assert phone.head(f"{url}/submission", headers=https).status_code == 401
        wrong = [("anybody", key[::-1]), ("anybody", ""), (key, "anybody"), ("ed@harbor.example", PASSWORD)]
        assert {phone.get(f"{url}/formList", headers=https, auth=one).status_code for one in wrong} == {401}
        garbled = {**https, "Authorization": "Basic " + base64.b64encode(b"\xff\xfe").decode()}
        assert phone.get(f"{url}/formList", headers=garbled).status_code == 401
        listed = phone.get(f"{url}/formList", headers=https, auth=("anybody", key))
        assert f"<downloadUrl>{url}/form.xml</downloadUrl>" in listed.text
        assert phone.get(f"{url}/form.xml", headers=https, auth=("", key.lower())).status_code == 200
        assert phone.head(f"{url}/submission", headers=https, auth=("anybody", key)).status_code == 204
        unknown = url[: -len(uuid4().hex)] + uuid4().hex
        assert phone.get(f"{unknown}/formList", headers=https, auth=("anybody", key)).status_code == 401


def test_nobody_but_the_proxy_says_that_a_request_came_over_https(serve: Callable[..., ServerProcess]) -> None:
    server = serve()
    url, _, key = access(server)["server_url"].rpartition(".")
    headers = {**HEADERS, "X-Forwarded-Proto": "https"}
    assert httpx.get(f"{url}/formList", headers=headers, auth=("anybody", key)).status_code == 403
