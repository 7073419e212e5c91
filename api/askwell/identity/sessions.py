"""Sessions of members: an opaque token in a cookie, its SHA-256 in the database, ended by disuse or by signing out."""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID

from sqlmodel import Session

from askwell.clock import in_utc
from askwell.database import Database
from askwell.identity import queries
from askwell.identity.models import Member, SignIn
from askwell.settings import Settings

SECURE_COOKIE = "__Host-askwell"
PLAIN_COOKIE = "askwell"
RENEWED_AT_MOST_EVERY = timedelta(minutes=10)


def cookie_name(settings: Settings) -> str:
    """Return the cookie's name: browsers keep `__Host-` cookies to one https origin, and refuse them on http."""
    return SECURE_COOKIE if settings.secure else PLAIN_COOKIE


def start(db: Session, member_id: UUID, now: datetime, lasting: timedelta) -> str:
    """Start a session and return its token, which is stored nowhere. Sessions that ended are deleted on the way."""
    db.execute(queries.end_sessions_before(now))
    token = secrets.token_urlsafe(32)
    db.add(SignIn(token_hash=_hashed(token), member_id=member_id, expires_at=now + lasting))
    return token


def end(db: Session, token: str) -> None:
    """End a session, if it is there."""
    db.execute(queries.end_session(_hashed(token)))


def member_of(database: Database, token: str, now: datetime, lasting: timedelta) -> Member | None:
    """Return the member of a session that has not ended, and let it last from now on again."""
    token_hash = _hashed(token)
    with database.read() as db:
        found = queries.signed_in(db, token_hash, now)
    if found is None:
        return None
    session, member = found
    if now + lasting - in_utc(session.expires_at) >= RENEWED_AT_MOST_EVERY:
        with database.write() as db:
            db.execute(queries.prolong(token_hash, now + lasting))
            db.commit()
    return member


def _hashed(token: str) -> str:
    return sha256(token.encode()).hexdigest()
