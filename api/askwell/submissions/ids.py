"""Ids: which one an interview is kept under.

An id is random (UUIDv4): nothing follows from it. Ids of other kinds hold the time they were made, or the device. In an
anonymous round an interview that comes with one is received like any other, and kept under a random-looking id that is
worked out from its own: the same each time, and with no way back. Its bytes stay as they were sent; where the desk
reads them, such ids are left out.
"""

import hmac
import json
import re
from hashlib import sha256
from uuid import UUID

LEFT_OUT = "(an id that may tell a time)"
_TELLING = re.compile(r"\b[0-9a-f]{8}-?[0-9a-f]{4}-?[0-35-9a-f][0-9a-f]{3}-?[0-9a-f]{4}-?[0-9a-f]{12}\b", re.IGNORECASE)


def kept_as(instance_id: UUID, hash_key: str) -> UUID:
    """Return the id under which an anonymous round keeps an interview."""
    if instance_id.version == 4:
        return instance_id
    digest = hmac.digest(hash_key.encode(), b"instance_id\0" + instance_id.bytes, sha256)
    return UUID(bytes=digest[:16], version=4)


def sent_as(kept: UUID, content: str, hash_key: str) -> UUID:
    """Return the id with which an interview was sent, by the id under which it is kept and what it says of itself."""
    try:
        named = UUID(json.loads(content)["instance_id"])
    except (ValueError, RecursionError, TypeError, KeyError, AttributeError):
        return kept
    return named if kept_as(named, hash_key) == kept else kept


def without_telling_ids(content: str) -> str:
    """Return what was sent without ids that may tell a time or a device."""
    return _TELLING.sub(LEFT_OUT, content)
