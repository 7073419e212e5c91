"""Response headers that keep pages apart from other sites, and answers out of caches."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from askwell.bodies import MOST_ELSEWHERE

CONTENT_SECURITY_POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' blob: data:",
        "media-src 'self' blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
    ]
)

ALWAYS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(self), microphone=(self), geolocation=(self)",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

# What every answer to an OpenRosa client carries; one without the first is not from an OpenRosa server.
OPENROSA = {"X-OpenRosa-Version": "1.0", "X-OpenRosa-Accept-Content-Length": str(MOST_ELSEWHERE)}

# The app's own names hold a hash of their content; only these may be kept for good.
FOREVER = "public, max-age=31536000, immutable"


class SafeHeaders:
    """Adds the headers to every answer. Plain ASGI, so that streams and disconnects pass through untouched."""

    def __init__(self, app: ASGIApp, *, secure: bool) -> None:
        self.app = app
        self.secure = secure

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; add headers to the start of the answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._add(MutableHeaders(scope=message), scope["path"])
            await send(message)

        await self.app(scope, receive, send_with_headers)

    def _add(self, headers: MutableHeaders, path: str) -> None:
        for name, value in (ALWAYS | OPENROSA if path.startswith("/openrosa/") else ALWAYS).items():
            headers.setdefault(name, value)
        if self.secure:
            headers.setdefault("Strict-Transport-Security", "max-age=63072000; includeSubDomains")
        headers.setdefault("Cache-Control", _caching(path))


def _caching(path: str) -> str:
    if path.startswith(("/v1/", "/openrosa/")) or path == "/healthz":
        return "no-store"
    if path.startswith("/assets/"):
        return FOREVER
    return "no-cache"
