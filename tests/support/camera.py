"""Phones in front of whose camera something is held: a film of a page, which Chromium shows instead of a camera."""

import base64
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import segno
from playwright.sync_api import Browser, BrowserContext, Page, Playwright

from support.browsers import PHONE, QUIET, chromium
from support.programme import Programme

# As a hand holds a card: turned, tilted, unevenly lit, in a room.
HELD = """
<style>
  body {{ margin: 0; block-size: 720px; display: grid; place-items: center; perspective: 900px;
    background: linear-gradient(110deg, #6b5a44, #c9b79a 60%, #3e3a35) }}
  div {{ padding: 18px; background: #f4efe2; filter: brightness(.8);
    transform: rotateY({around}deg) rotateX({over}deg) rotate(9deg) }}
  svg {{ display: block }}
</style><div>{svg}</div>
"""
SHOWN = """
  (async () => {
    const image = new Image();
    image.src = 'data:image/jpeg;base64,%s';
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
    const context = canvas.getContext('2d');
    const draw = () => context.drawImage(image, 0, 0);
    draw();
    setInterval(draw, 100);
    window.shown = canvas.captureStream();
    Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia: async () => shown } });
  })()
"""
# A hand is never still: the film turns the card this way and that.
TURNS = ((26, 14), (20, 12), (14, 10), (8, 6), (2, 4), (-6, 8), (-12, 12), (-4, 6))
PER_TURN = 8


def square(text: str) -> str:
    """Return a QR code of any text, as SVG."""
    picture = io.BytesIO()
    segno.make(text, error="m", micro=False).save(picture, kind="svg", scale=8, border=4, light="#fff", xmldecl=False)
    return picture.getvalue().decode()


def poster_of(programme: Programme, round_id: str) -> str:
    """Return the picture that the desk offers for the wall."""
    answer = programme.desk.client.get(f"/v1/organizations/{programme.org_id}/rounds/{round_id}/qr.svg")
    assert answer.status_code == 200, answer.text
    return answer.text


def camera_showing(photo: bytes) -> str:
    """Return a script that puts a camera with a still picture before the page: only Chromium can be given a film."""
    return SHOWN % base64.b64encode(photo).decode()


def photograph(browser: Browser, svg: str, **how: Any) -> bytes:
    """Return a photo of a card that is held a little askew."""
    with browser.new_context(viewport={"width": 1280, "height": 720}) as room:
        return _snap(room.new_page(), svg, (12, 8), **how)


def film(browser: Browser, svg: str, path: Path) -> Path:
    """Write a film of a card in a hand: JPEG after JPEG, as the fake camera wants it."""
    with browser.new_context(viewport={"width": 1280, "height": 720}) as room:
        page = room.new_page()
        path.write_bytes(b"".join(_snap(page, svg, turn, type="jpeg", quality=85) * PER_TURN for turn in TURNS))
    return path


def _snap(page: Page, svg: str, turn: tuple[int, int], **how: Any) -> bytes:
    page.set_content(HELD.format(svg=svg[svg.index("<svg") :], around=turn[0], over=turn[1]))
    return page.screenshot(**how)


@contextmanager
def phone_seeing(playwright: Playwright, seen: Path | None, **how: Any) -> Iterator[BrowserContext]:
    """Yield a phone with this film before its camera; without one it has no camera."""
    camera = ["--use-fake-device-for-media-stream", f"--use-file-for-fake-video-capture={seen}"] if seen else []
    launched = playwright.chromium.launch(executable_path=chromium(), args=[*QUIET, *camera])
    context = launched.new_context(**{**PHONE, "permissions": ["camera"], **how})
    context.set_default_timeout(15_000)
    yield context
    launched.close()
