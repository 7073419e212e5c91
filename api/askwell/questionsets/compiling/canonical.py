"""The bytes of a version document and the hash that names them."""

import hashlib
import json
from typing import Any


def canonical_bytes(document: dict[str, Any]) -> bytes:
    """Write a document as compact UTF-8 JSON, its keys in the order they have."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def hash_of(data: bytes) -> str:
    """Return the lower-case hex SHA-256 that names a version."""
    return hashlib.sha256(data).hexdigest()
