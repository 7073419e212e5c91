"""Doors: the address of a round for OpenRosa clients, and who may come in.

The key of a door is worked out from the round's id with the installation's own key: 100 bits, in no table, and not to
be had from the round's code on the wall. It stands in the address, or is the password of a name that nobody looks at
(HTTP Basic, over https only). Neither can be guessed, so guesses are not counted and nobody's answers are delayed by
them. Rounds of cards have no door: a card is one person's, and these clients send a device id with every request.
"""

import base64
import binascii
import hmac
from hashlib import sha256
from typing import NamedTuple
from uuid import UUID

from fastapi import Request

from askwell.database import database_of
from askwell.errors import Forbidden, NotFound, Unauthorized
from askwell.identity.installing import installation_of
from askwell.openrosa import queries
from askwell.openrosa.queries import Asked
from askwell.rounds import codes

USER_NAME = "collect"


class NoSuchDoor(NotFound):
    """No round is asked at this address."""

    sentence = "No questions are asked at this address. Scan the picture at the desk again."


class KeyNeeded(Unauthorized):
    """The address has no key, and none came as a password."""

    code = "key_needed"
    sentence = "User name and password are needed: those that the desk shows for this round."


class HttpsNeeded(Forbidden):
    """A password may not travel in the open."""

    code = "https_needed"
    sentence = "With user name and password this address works over https only."


class Entered(NamedTuple):
    """A round that somebody has come into, and the name of the door: what follows `/openrosa/`."""

    asked: Asked
    door: str


def key_of(hash_key: str, round_id: UUID) -> str:
    """Return the key of a round's door, the same each time."""
    number = int.from_bytes(hmac.digest(hash_key.encode(), b"openrosa\0" + round_id.bytes, sha256))
    return "".join(codes.ALPHABET[number >> 5 * place & 31] for place in range(codes.CARD_LENGTH))


def address(public_url: str, round_id: UUID, key: str | None = None) -> str:
    """Return the address to give to a client: with the key in it, or without."""
    return f"{public_url}/openrosa/{round_id.hex}" + (f".{key}" if key else "")


def enter(request: Request, door: str) -> Entered:
    """Let in who has the key of a round, in the address or as a password; raise for everybody else."""
    named, dot, key = door.partition(".")
    given = key if dot else _password(request)
    round_id, database = _id(named), database_of(request)
    meant = codes.normalize(given)
    wrong = NoSuchDoor if dot else KeyNeeded
    if round_id is None or meant is None:
        raise wrong
    if not hmac.compare_digest(meant, key_of(installation_of(database).hash_key, round_id)):
        raise wrong
    with database.read() as db:
        asked = queries.find(db, round_id)
    if asked is None or asked.round.mode == "cards":
        raise wrong
    return Entered(asked, door)


def _id(written: str) -> UUID | None:
    try:
        return UUID(written)
    except ValueError:
        return None


def _password(request: Request) -> str:
    """Return the password of HTTP Basic; what stands before it, the user name, is nobody's business."""
    if request.url.scheme != "https":
        raise HttpsNeeded
    scheme, _, encoded = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "basic":
        raise KeyNeeded
    try:
        return base64.b64decode(encoded, validate=True).decode().partition(":")[2]
    except (binascii.Error, ValueError):
        raise KeyNeeded from None
