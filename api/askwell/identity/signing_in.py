"""Recognizing a member by address and password."""

from datetime import datetime

from sqlmodel import Session

from askwell.database import Database
from askwell.errors import Unauthorized, Unprocessable
from askwell.identity import limiting, passwords, queries
from askwell.identity.limiting import Limit
from askwell.identity.models import Member
from askwell.settings import Settings


class WrongCredentials(Unauthorized):
    """The address or the password is wrong; nobody is told which."""

    code = "wrong_credentials"
    sentence = "The e-mail address or the password is not right."


class SamePassword(Unprocessable):
    """The new password is the one that was to be replaced."""

    code = "same_password"
    sentence = "This is the password you have now. Choose another."


def recognize(database: Database, settings: Settings, email: str, password: str, now: datetime) -> Member:
    """Return the member with this address and password; raise WrongCredentials, or TooMany after too many attempts.

    Every attempt is counted before the password is looked at, so that many at once gain nothing. Success starts the
    count again. No transaction is open while the password is compared: that takes long, on purpose.
    """
    limit = Limit("sign-in", settings.sign_in_attempts, 15 * 60)
    limiting.hit(database, limit, email, at=now)
    with database.read() as db:
        member = queries.member_by_email(db, email)
    if not passwords.matches(password, member.password_hash if member else None) or member is None:
        raise WrongCredentials
    limiting.forget(database, limit, email, at=now)
    return member


def change_password(db: Session, member: Member, password_hash: str) -> None:
    """Give a member a password that they have chosen, and end all their sessions."""
    known = db.get_one(Member, member.id)
    known.password_hash = password_hash
    known.must_change_password = False
    db.execute(queries.end_sessions_of(member.id))
