"""Media made for tests: a picture with a trace of where it was taken, a sound, a list."""

import io
import math
import struct
import wave

from PIL import Image, ImageDraw

PLACE = "GPS 52.5163 13.3777"
"""What the metadata of `photo` tell."""


def picture(words: str = "oak", size: tuple[int, int] = (240, 160), colour: str = "#1f5a52") -> bytes:
    """Draw a PNG."""
    image = Image.new("RGB", size, colour)
    ImageDraw.Draw(image).text((12, 12), words, fill="white", font_size=28)
    return _written(image, "PNG")


def photo(size: tuple[int, int] = (2400, 1200)) -> bytes:
    """Make a JPEG as a phone does: lying on its side, with a place in its metadata."""
    image = Image.new("RGB", size, "#8a5a2b")
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by 90°
    exif[0x010E] = PLACE
    data = io.BytesIO()
    image.save(data, "JPEG", exif=exif)
    return data.getvalue()


def sound(seconds: float = 0.4) -> bytes:
    """Make a WAV with one note in it."""
    data = io.BytesIO()
    with wave.open(data, "wb") as written:
        written.setnchannels(1)
        written.setsampwidth(2)
        written.setframerate(8000)
        notes = (int(9000 * math.sin(n / 6)) for n in range(int(8000 * seconds)))
        written.writeframes(b"".join(struct.pack("<h", note) for note in notes))
    return data.getvalue()


def of_every_kind() -> dict[str, bytes]:
    """Make the files that `questions.EVERY_KIND` names."""
    pictures = {f"{name}.png": picture(name) for name in ("early", "late", "night")}
    return {**pictures, "shift.png": picture("four shifts", (640, 360), "#6b4f2a"), "shift.wav": sound()}


def _written(image: Image.Image, kind: str) -> bytes:
    data = io.BytesIO()
    image.save(data, kind)
    return data.getvalue()
