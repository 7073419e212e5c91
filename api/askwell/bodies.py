"""Bounds for what is sent: a body is read no further than the address could need. Plain ASGI, before any route."""

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MEBIBYTE = 1024 * 1024
# Whole question sets are saved below an organization; everything else is small.
MOST_AT_DESK = 10 * MEBIBYTE
MOST_ELSEWHERE = MEBIBYTE
# These two stop reading by themselves, and say more precisely what is the matter.
OF_THEIR_OWN = ("/v1/submissions", "/question-sets/imports")


class BoundedBodies:
    """Lets a route read so much; at the first byte beyond, reading fails with 413."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and count what is read of it."""
        if scope["type"] != "http" or scope["path"].endswith(OF_THEIR_OWN):
            await self.app(scope, receive, send)
            return
        most, read = _most(scope["path"]), 0

        async def receive_bounded() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > most:
                raise HTTPException(413)
            return message

        await self.app(scope, receive_bounded, send)


def _most(path: str) -> int:
    return MOST_AT_DESK if path.startswith("/v1/organizations/") else MOST_ELSEWHERE
