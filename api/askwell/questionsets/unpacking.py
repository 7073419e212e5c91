"""Looks at a workbook before it is opened: how much it unpacks to, and what in it is never run nor followed."""

import io
import zipfile
from collections.abc import Iterable

from askwell.errors import TooLarge, Unprocessable
from askwell.questionsets.notes import Note, left_out

MEBIBYTE = 1024 * 1024
LARGEST_FILE = 10 * MEBIBYTE
MOST_ENTRIES = 200
LARGEST_UNPACKED = 50 * MEBIBYTE
HIGHEST_RATIO = 100

_DAMAGED = "This workbook is damaged. Open it in a spreadsheet program and save it again."
_LOCKED = "This workbook is locked with a password. Take the password away, then send it again."
_WITHIN = (
    ("vbaproject.bin", "macros", "Macros are not kept, and never run."),
    ("xl/macrosheets/", "macros", "Macros are not kept, and never run."),
    ("xl/externallinks/", "links to other workbooks", "Links are not followed: the last known values were read."),
    ("xl/connections.xml", "connections to data", "Connections are not opened: the last known values were read."),
    ("xl/embeddings/", "embedded files", "Files inside the workbook are not opened and not kept."),
    ("xl/activex/", "controls", "Controls are not kept, and never run."),
    ("xl/media/", "pictures", "Pictures in cells are not kept. Name them in the columns image, audio or video."),
)


class FileTooLarge(TooLarge):
    """A workbook that is too large, or that would become so when unpacked."""

    code = "file_too_large"
    sentence = "This file is too large for a question set. Remove pictures and unused sheets, then send it again."


class UnreadableFile(Unprocessable):
    """A file that is no question set."""

    code = "unreadable_file"
    sentence = "This file could not be read as a question set."


def look_into_zip(data: bytes) -> list[Note]:
    """Read only the table of contents of an .xlsx; raises FileTooLarge, or tells what will not be read."""
    try:
        entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise UnreadableFile(_DAMAGED) from error
    unpacked = sum(entry.file_size for entry in entries)
    packed = max(sum(entry.compress_size for entry in entries), 1)
    if len(entries) > MOST_ENTRIES or unpacked > LARGEST_UNPACKED or unpacked / packed > HIGHEST_RATIO:
        raise FileTooLarge
    names = [entry.filename.lower() for entry in entries]
    if len(set(names)) < len(names):
        raise UnreadableFile(_DAMAGED)
    if any(entry.flag_bits & 1 for entry in entries):
        raise UnreadableFile(_LOCKED)
    return _told(part for part in _WITHIN if any(part[0] in name for name in names))


def look_into_ole(data: bytes) -> list[Note]:
    """Look for the names of streams in an .xls, which are written in UTF-16; tell what will not be read."""
    if _stream("EncryptedPackage") in data:
        raise UnreadableFile(_LOCKED)
    return _told(_WITHIN[:1]) if _stream("_VBA_PROJECT") in data else []


def _stream(name: str) -> bytes:
    return name.encode("utf-16-le")


def _told(parts: Iterable[tuple[str, str, str]]) -> list[Note]:
    found = {what: why for _name, what, why in parts}
    return [left_out(f"workbook, {what}", "", why) for what, why in found.items()]
