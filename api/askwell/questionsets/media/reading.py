"""What an uploaded file is: by its content, never by what it calls itself; pictures are written anew, without a trace.

A picture's metadata may hold place, hour and device of whoever took it, so only its pixels are kept.
"""

import io
from hashlib import sha256
from pathlib import PurePosixPath
from types import MappingProxyType

import puremagic
from PIL import Image, ImageOps, UnidentifiedImageError

from askwell.errors import TooLarge, Unprocessable
from askwell.questionsets.media.lists import rows_of
from askwell.questionsets.media.medium import LIST_TYPES, Medium

MEBIBYTE = 1024 * 1024
LARGEST = 8 * MEBIBYTE
LARGEST_LIST = 2 * MEBIBYTE
LONGEST_NAME = 150
LONGEST_SIDE = 1600
MOST_PIXELS = 50_000_000
QUALITY = 82

_PICTURES = MappingProxyType({"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp", "GIF": "image/gif"})
_PLAYED = MappingProxyType(
    {
        "audio/mpeg": "audio/mpeg",
        "audio/mp3": "audio/mpeg",
        "audio/mp4": "audio/mp4",
        "audio/x-m4a": "audio/mp4",
        "audio/m4a": "audio/mp4",
        "audio/ogg": "audio/ogg",
        "application/ogg": "audio/ogg",
        "audio/wav": "audio/wav",
        "audio/wave": "audio/wav",
        "audio/x-wav": "audio/wav",
        "audio/vnd.wave": "audio/wav",
        "video/mp4": "video/mp4",
        "video/webm": "video/webm",
    }
)


class MediumTooLarge(TooLarge):
    """A file that would cost people too much to load."""

    code = "medium_too_large"
    sentence = "This file is too large for people's phones: at most 8 MB, a list at most 2 MB. Make it smaller."


class UnreadableMedium(Unprocessable):
    """A file that a phone could not show."""

    code = "unreadable_medium"
    sentence = (
        "This is no picture (PNG, JPEG, WebP, GIF), sound (MP3, M4A, OGG, WAV), film (MP4, WebM) "
        "or list (.csv, .xml, .geojson) that phones can use."
    )


class BadMediumName(Unprocessable):
    """A name that a question set could not give a file."""

    code = "bad_medium_name"
    sentence = "A file needs a plain name with an ending, such as oak.png, of at most 150 letters, without a slash."


def read_medium(name: str, data: bytes) -> tuple[Medium, bytes]:
    """Say what a file is, and return the bytes to keep; raises a problem that says what is wrong with it."""
    suffix = checked_suffix(name)
    if suffix in LIST_TYPES:
        if len(data) > LARGEST_LIST:
            raise MediumTooLarge
        return Medium(_hash_of(data), LIST_TYPES[suffix], len(data), rows_of(suffix, data)), data
    if len(data) > LARGEST:
        raise MediumTooLarge
    kind, kept = _picture(data) or (_played(data), data)
    return Medium(_hash_of(kept), kind, len(kept)), kept


def _hash_of(data: bytes) -> str:
    return sha256(data).hexdigest()


def checked_suffix(name: str) -> str:
    """Return the end of a file's name in lower case; raises BadMediumName."""
    suffix = PurePosixPath(name).suffix.lower()
    is_plain = name.isprintable() and name == name.strip() and not set(name) & set("/\\")
    if not suffix or not is_plain or len(name) > LONGEST_NAME:
        raise BadMediumName
    return suffix


def _played(data: bytes) -> str:
    try:
        guesses = puremagic.magic_string(data)
    except (puremagic.PureError, ValueError):
        guesses = []
    found = next((guess.mime_type for guess in guesses if guess.mime_type in _PLAYED), None)
    if found is None:
        raise UnreadableMedium
    return _PLAYED[found]


def _picture(data: bytes) -> tuple[str, bytes] | None:
    """Write a picture anew, upright, without metadata, and no larger than a phone needs; None for anything else."""
    try:
        with Image.open(io.BytesIO(data), formats=[*_PICTURES]) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise MediumTooLarge
            kind = _PICTURES.get(opened.format or "", "image/jpeg")  # a JPEG with several pictures in it is called MPO
            opened.load()
            return (kind, data) if kind == "image/gif" else (kind, _anew(opened, kind))
    except UnidentifiedImageError:
        return None
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise UnreadableMedium("This picture is damaged. Save it again, then add it again.") from error


def _anew(opened: Image.Image, kind: str) -> bytes:
    upright = ImageOps.exif_transpose(opened)
    has_alpha = upright.has_transparency_data and kind != "image/jpeg"
    plain = upright.convert("RGBA" if has_alpha else "RGB")
    plain.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    fresh = Image.new(plain.mode, plain.size)
    fresh.paste(plain)
    written = io.BytesIO()
    fresh.save(written, kind.removeprefix("image/"), quality=QUALITY, optimize=True)
    return written.getvalue()
