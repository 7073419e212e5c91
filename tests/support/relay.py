"""A TCP relay on the loopback that can turn bad: accept and never answer, or answer like a captive portal."""

import socket
import threading
from contextlib import suppress
from typing import Literal

Mood = Literal["pass", "silent", "portal"]

PORTAL_PAGE = b"<!doctype html><title>Welcome to the guest network</title><h1>Please accept the terms</h1>"
PORTAL_ANSWER = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\nContent-Length: "
    + str(len(PORTAL_PAGE)).encode()
    + b"\r\n\r\n"
    + PORTAL_PAGE
)


class Relay:
    """Listens on a port of its own and passes bytes on to another, as long as its mood is "pass"."""

    def __init__(self, target: int) -> None:
        self.target = target
        self.mood: Mood = "pass"
        self.swallowed = 0
        self._open: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.url = f"http://localhost:{self.port}"
        self._accepting = threading.Thread(target=self._accept, daemon=True)
        self._accepting.start()

    def turn(self, mood: Mood) -> None:
        """Change the mood; connections from before are cut."""
        self.mood = mood
        self._cut()

    def close(self) -> None:
        """Stop listening and cut everything."""
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)  # closing alone would not wake the thread in accept()
        self._listener.close()
        self._accepting.join(5)
        self._cut()

    def _cut(self) -> None:
        while self._open:
            found = self._open.pop()
            with suppress(OSError):
                found.shutdown(socket.SHUT_RDWR)
            found.close()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            self._open.append(client)
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        if self.mood == "pass":
            self._pass_on(client)
            return
        with suppress(OSError), client:
            self.swallowed += len(client.recv(65536))
            if self.mood == "portal":
                client.sendall(PORTAL_ANSWER)
                client.shutdown(socket.SHUT_WR)
            while data := client.recv(65536):
                self.swallowed += len(data)

    def _pass_on(self, client: socket.socket) -> None:
        try:
            server = socket.create_connection(("127.0.0.1", self.target), timeout=5)
        except OSError:
            client.close()
            return
        server.settimeout(None)
        self._open.append(server)
        threading.Thread(target=self._pump, args=(server, client), daemon=True).start()
        self._pump(client, server)

    @staticmethod
    def _pump(source: socket.socket, sink: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                sink.sendall(data)
        for end in (source, sink):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
