"""The HTTP door for tests: synchronous httpx clients over the app in this process."""

from collections.abc import Iterator
from contextlib import ExitStack
from types import TracebackType

import anyio.from_thread
import httpx
from fastapi import FastAPI


class _ThroughPortal(httpx.BaseTransport):
    """Carries a request from the test's thread to the app's event loop and the whole answer back."""

    def __init__(self, portal: anyio.from_thread.BlockingPortal, app: FastAPI, address: str) -> None:
        self._portal = portal
        self._inner = httpx.ASGITransport(app, raise_app_exceptions=False, client=(address, 5000))

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        return self._portal.call(self._answer, request)

    async def _answer(self, request: httpx.Request) -> httpx.Response:
        body = request.read()
        sent = httpx.Request(request.method, request.url, headers=request.headers, content=body)
        answer = await self._inner.handle_async_request(sent)
        content = b"".join([part async for part in answer.aiter_raw()])  # the client will decompress it
        return httpx.Response(answer.status_code, headers=answer.headers, content=content, request=request)


class Portal:
    """Hands out clients; all of them talk to one app on one event loop."""

    def __init__(self, app: FastAPI, base_url: str = "http://testserver") -> None:
        self.app = app
        self._base_url = base_url
        self._stack = ExitStack()

    def __enter__(self) -> "Portal":
        self._loop = self._stack.enter_context(anyio.from_thread.start_blocking_portal())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def client(self, *, desk: bool = True, address: str = "203.0.113.7") -> httpx.Client:
        """Return a client with its own cookies; `desk=False` leaves out the header that the desk always sends."""
        headers = {"X-Askwell": "1"} if desk else {}
        client = httpx.Client(
            transport=_ThroughPortal(self._loop, self.app, address),
            base_url=self._base_url,
            headers=headers,
            timeout=60,
        )
        self._stack.callback(client.close)
        return client


def phones(portal: Portal, count: int) -> Iterator[httpx.Client]:
    """Yield that many clients which send no cookie and no desk header."""
    for _ in range(count):
        yield portal.client(desk=False)
