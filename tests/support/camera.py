"""Phones in front of whose camera something is held: a film of a page, which Chromium shows instead of a camera."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import segno
from playwright.sync_api import Browser, BrowserContext, Playwright

from support.browsers import PHONE, QUIET, chromium

FRAMES = 12
# As a hand holds a card: turned, tilted, unevenly lit, in a room.
HELD = """
<style>
  body {{ margin: 0; block-size: 720px; display: grid; place-items: center; perspective: 900px;
    background: linear-gradient(110deg, #6b5a44, #c9b79a 60%, #3e3a35) }}
  div {{ padding: 18px; background: #f4efe2; transform: rotateY(18deg) rotateX(8deg) rotate(6deg); filter: brightness(.8) }}
  svg {{ display: block; inline-size: 300px; block-size: 300px }}
</style><div>{svg}</div>
"""


def square(text: str) -> str:
    """Return a QR code of any text, as SVG."""
    picture = io.BytesIO()
    segno.make(text, error="m", micro=False).save(picture, kind="svg", scale=8, border=4, light="#fff", xmldecl=False)
    return picture.getvalue().decode()


def photograph(browser: Browser, svg: str, **how: Any) -> bytes:
    """Return a photo of a card that is held at an angle."""
    with browser.new_context(viewport={"width": 1280, "height": 720}) as room:
        page = room.new_page()
        page.set_content(HELD.format(svg=svg[svg.index("<svg") :]))
        return page.screenshot(**how)


def film(browser: Browser, svg: str, path: Path) -> Path:
    """Write a film of the same photo: JPEG after JPEG, as the fake camera wants it."""
    path.write_bytes(photograph(browser, svg, type="jpeg", quality=85) * FRAMES)
    return path


@contextmanager
def phone_seeing(playwright: Playwright, seen: Path | None, **how: Any) -> Iterator[BrowserContext]:
    """Yield a phone with this film before its camera; without one it has no camera."""
    camera = ["--use-fake-device-for-media-stream", f"--use-file-for-fake-video-capture={seen}"] if seen else []
    launched = playwright.chromium.launch(executable_path=chromium(), args=[*QUIET, *camera])
    context = launched.new_context(**{**PHONE, "permissions": ["camera"], **how})
    context.set_default_timeout(15_000)
    yield context
    launched.close()
