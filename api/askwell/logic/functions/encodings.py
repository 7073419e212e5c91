"""Functions that encode: digests and Base64. A digest here marks a text; it protects nothing."""

from __future__ import annotations

import base64
import hashlib

from askwell.logic.environment import Context, EvaluationError
from askwell.logic.functions.registry import function
from askwell.logic.values import string

_ALGORITHMS = {"MD5": "md5", "SHA-1": "sha1", "SHA-256": "sha256", "SHA-384": "sha384", "SHA-512": "sha512"}


@function("digest", string, string, string, optional=1)
def digest(_: Context, text: str, algorithm: str, encoding: str = "base64") -> str:
    """Hash a text with MD5 or a SHA, written as Base64 or as hexadecimal digits."""
    if algorithm not in _ALGORITHMS or encoding not in {"base64", "hex"}:
        message = f"digest() knows {', '.join(_ALGORITHMS)}, and the encodings base64 and hex."
        raise EvaluationError(message)
    hashed = hashlib.new(_ALGORITHMS[algorithm], text.encode(), usedforsecurity=False)
    return hashed.hexdigest() if encoding == "hex" else base64.b64encode(hashed.digest()).decode()


@function("base64-decode", string)
def base64_decode(_: Context, text: str) -> str:
    """Read Base64 as a text; a blank where it is not."""
    try:
        return base64.b64decode(text, validate=True).decode()
    except ValueError:
        return ""
