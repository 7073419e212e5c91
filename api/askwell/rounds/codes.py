"""Codes that people type: Crockford's base 32, forgiving to read, kept as hashes.

A round's code has 10 characters (50 bits: enough against guessing under a rate limit, short enough for a wall); a
card's has 20 (100 bits: its hash alone cannot be turned back). Source: https://www.crockford.com/base32.html
"""

import hashlib
import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
ROUND_LENGTH = 10
CARD_LENGTH = 20
LONGEST_TYPED = 64

_LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1"})
_IGNORED = str.maketrans("", "", "- \t\r\n\u2010\u2011\u2012\u2013\u2014\u00a0")


def make_code(length: int) -> str:
    """Return a new random code of that many characters."""
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


def normalize(typed: str) -> str | None:
    """Return what was meant by what was typed: upper case, no hyphens or spaces, O as 0, I and L as 1.

    None when it cannot be a code of either kind.
    """
    if len(typed) > LONGEST_TYPED:
        return None
    code = typed.translate(_IGNORED).upper().translate(_LOOKALIKES)
    if len(code) not in {ROUND_LENGTH, CARD_LENGTH} or not set(code) <= set(ALPHABET):
        return None
    return code


def is_short(typed: str) -> bool:
    """Tell whether what was typed may be a round's own code: short enough to be guessed without a limit."""
    return len(normalize(typed) or "") == ROUND_LENGTH


def display(code: str) -> str:
    """Return the code in groups of five, as it is printed."""
    return "-".join(code[start : start + 5] for start in range(0, len(code), 5))


def hash_of(code: str) -> str:
    """Return the lower-case hex SHA-256 of a normalized code or of a capability."""
    return hashlib.sha256(code.encode()).hexdigest()
