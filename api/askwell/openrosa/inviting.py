"""Inviting: what the desk shows of a round's door, and the picture by which ODK Collect sets itself up.

Source of the picture: https://docs.getodk.org/collect-import-export/ (settings as JSON, zlib, base64).
"""

import base64
import json
import zlib

from askwell.errors import NotFound
from askwell.openrosa import doors, forms
from askwell.openrosa.queries import Asked
from askwell.openrosa.schemas import CollectAccess, PasswordAccess
from askwell.rounds import codes, presenting


class NoDoor(NotFound):
    """This round cannot be asked by an OpenRosa client."""

    sentence = "ODK Collect cannot ask the questions of this round."


def access(asked: Asked, hash_key: str, public_url: str) -> CollectAccess:
    """Return the address of a round for ODK Collect, or what is in the way."""
    obstacle = forms.obstacle(asked)
    if obstacle is not None:
        return CollectAccess(obstacle=obstacle, server_url=None, with_password=None)
    round_id = asked.round.id
    key = doors.key_of(hash_key, round_id)
    password = PasswordAccess(
        server_url=doors.address(public_url, round_id), user_name=doors.USER_NAME, password=codes.display(key)
    )
    return CollectAccess(
        obstacle=None,
        server_url=doors.address(public_url, round_id, key),
        with_password=password if public_url.startswith("https://") else None,
    )


def picture(asked: Asked, hash_key: str, public_url: str) -> bytes:
    """Return the settings of ODK Collect for this round as a QR code (SVG)."""
    server_url = access(asked, hash_key, public_url).server_url
    if server_url is None:
        raise NoDoor
    settings = {"general": {"server_url": server_url}, "admin": {}, "project": {"name": asked.round.title}}
    packed = zlib.compress(json.dumps(settings, ensure_ascii=False, separators=(",", ":")).encode(), 9)
    return presenting.picture_of(base64.b64encode(packed).decode(), error="l")
