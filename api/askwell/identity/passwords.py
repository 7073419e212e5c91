"""Passwords: hashed with argon2id, compared in the same time whether or not there is anything to compare with."""

import secrets
from threading import BoundedSemaphore

from pwdlib import PasswordHash
from pwdlib.exceptions import UnknownHashError
from pwdlib.hashers.argon2 import Argon2Hasher

# OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one lane.
_argon2id = PasswordHash((Argon2Hasher(memory_cost=19456, time_cost=2, parallelism=1),))
_nobodys = _argon2id.hash(secrets.token_urlsafe(16))
_at_once = BoundedSemaphore(4)


def hash_password(password: str) -> str:
    """Return what is stored of a password."""
    with _at_once:
        return _argon2id.hash(_bytes_of(password))


def matches(password: str, stored: str | None) -> bool:
    """Tell whether this is the password; without a stored one do the same work and say no.

    Four at once at most: each takes 19 MiB, and a flood of attempts must not take all the memory there is.
    """
    with _at_once:
        try:
            same = _argon2id.verify(_bytes_of(password), stored or _nobodys)
        except UnknownHashError:
            return False
    return same and stored is not None


def _bytes_of(password: str) -> bytes:
    """Return what is hashed; a password may hold half a surrogate pair, which UTF-8 does not know."""
    return password.encode("utf-8", "surrogatepass")
