"""Posts: a multipart request taken apart. Flat, whole and small, or refused; nothing of it is written to a disk.

One part is the XML (`xml_submission_file`); a post that is not the last of its submission says so (`*isIncomplete*`).
Every other part is an attachment. Those are not kept yet, so a post that brings some is refused as a whole: it
stays on the phone, and nobody is told that a photograph has arrived which has not.

Source: RFC 7578, RFC 2046 section 5.1.
"""

import re
from collections.abc import Iterator
from email.message import Message
from email.parser import BytesHeaderParser
from typing import NamedTuple

from askwell.errors import Unprocessable
from askwell.submissions.quarantine import Problem

XML = "xml_submission_file"
INCOMPLETE = "*isIncomplete*"
MOST_PARTS = 200
_PADDED = re.compile(rb"[ \t]*\r\n")


class PostNotRead(Unprocessable):
    """The request is not such a post."""

    status = 400
    code = "post_not_read"
    sentence = "This is no submission: a part xml_submission_file with XML is needed."


class AttachmentsNotKept(Unprocessable):
    """The post brings attachments."""

    status = 400
    code = "attachments_not_kept"
    sentence = "This server does not keep attached files yet. Nothing was stored; the answers stay on the phone."


class Post(NamedTuple):
    """The XML of a submission, and why it cannot be read yet: more parts of it follow."""

    xml: bytes
    hold: Problem | None


def take_apart(content_type: str, body: bytes) -> Post:
    """Return what a post holds; raise PostNotRead or AttachmentsNotKept."""
    parts: dict[str, bytes] = {}
    for name, content in _parts(content_type, body):
        if name in parts:
            raise PostNotRead
        parts[name] = content
    xml = parts.pop(XML, b"")
    incomplete = parts.pop(INCOMPLETE, b"no")
    if not xml:
        raise PostNotRead
    if parts:
        raise AttachmentsNotKept
    return Post(xml, "parts_missing" if incomplete.strip().lower() == b"yes" else None)


def _parts(content_type: str, body: bytes) -> Iterator[tuple[str, bytes]]:
    pieces = (b"\r\n" + body).split(b"\r\n--" + _boundary(content_type))
    if len(pieces) - 2 > MOST_PARTS or not pieces[-1].startswith(b"--"):  # too many, or cut off on the way
        raise PostNotRead
    for piece in pieces[1:-1]:
        begin = _PADDED.match(piece)
        if begin is None:
            raise PostNotRead
        head, blank, content = piece[begin.end() :].partition(b"\r\n\r\n")
        if not blank:
            raise PostNotRead
        yield _name(head), content


def _boundary(content_type: str) -> bytes:
    told = Message()
    told["Content-Type"] = content_type.replace("\r", "").replace("\n", "")
    boundary = told.get_boundary()
    if told.get_content_type() != "multipart/form-data" or not boundary or not boundary.isascii():
        raise PostNotRead
    return boundary.encode()


def _name(head: bytes) -> str:
    name = BytesHeaderParser().parsebytes(head).get_param("name", header="content-disposition")
    if not isinstance(name, str) or not name:
        raise PostNotRead
    return name
