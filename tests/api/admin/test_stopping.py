"""Stopping the server: in good order, and soon, whatever a phone is in the middle of."""

import socket
import time

from support.serving import ServerProcess


def test_a_request_that_never_ends_does_not_hold_up_the_stop(server: ServerProcess) -> None:
    process = server.process
    assert process is not None
    with socket.create_connection(("127.0.0.1", server.port)) as phone:
        phone.sendall(b"POST /v1/sessions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n")
        phone.sendall(b"Content-Length: 1000\r\n\r\n{")
        time.sleep(0.5)
        began = time.monotonic()
        server.stop()
        assert time.monotonic() - began < 8
    assert process.returncode in (0, -15)
    assert "/v1/sessions" not in (server.folder / "server.log").read_text()
