"""Recognizing a member by address and password."""

from dataclasses import dataclass
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


@dataclass(frozen=True)
class Attempt:
    """An address and a password, and the neighbourhood they came from."""

    email: str
    password: str
    near: str


def recognize(database: Database, settings: Settings, attempt: Attempt, now: datetime) -> Member:
    """Return the member with this address and password; raise WrongCredentials, or TooMany after too many attempts.

    Every attempt is counted before the password is looked at, so that many at once gain nothing: for its address, and,
    for those who try one address after the other, for its neighbourhood. Success starts the count of the address again
    and takes itself back from that of the neighbourhood, where others may be guessing. No transaction is open while the
    password is compared: that takes long, on purpose.
    """
    here = Limit("sign-in", settings.sign_in_attempts, 15 * 60)
    nearby = Limit("sign-in nearby", settings.sign_in_attempts_nearby, 15 * 60)
    limiting.hit(database, nearby, attempt.near, at=now)
    limiting.hit(database, here, attempt.email, at=now)
    with database.read() as db:
        member = queries.member_by_email(db, attempt.email)
    if not passwords.matches(attempt.password, member.password_hash if member else None) or member is None:
        raise WrongCredentials
    limiting.forget(database, here, attempt.email, at=now)
    limiting.take_back(database, nearby, attempt.near, at=now)
    return member


def change_password(db: Session, member: Member, password_hash: str) -> None:
    """Give a member a password that they have chosen, and end all their sessions."""
    known = db.get_one(Member, member.id)
    known.password_hash = password_hash
    known.must_change_password = False
    db.execute(queries.end_sessions_of(member.id))
