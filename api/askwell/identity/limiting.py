"""Limits on attempts, counted in the database so that they hold across processes and restarts.

What is counted is named by a keyed hash only. A count is committed in its own short transaction, so that a failed
attempt counts although its request is rolled back: call these before the handler's own transaction writes.
"""

import hmac
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from ipaddress import ip_address, ip_network

from fastapi import Request
from sqlmodel import Session

from askwell import clock
from askwell.database import Database, database_of
from askwell.errors import TooMany
from askwell.identity import queries
from askwell.identity.installing import installation, installation_of

NEIGHBOURHOODS = 2**12


@dataclass(frozen=True)
class Limit:
    """So many attempts in so many seconds, counted in windows that begin at fixed times."""

    name: str
    attempts: int
    seconds: int

    def window(self, at: datetime) -> int:
        """Return the window of a moment, as the second at which it ends."""
        return (int(at.timestamp()) // self.seconds + 1) * self.seconds

    def wait(self, at: datetime) -> int:
        """Return how many seconds of the window are left."""
        return max(1, self.window(at) - int(at.timestamp()))


def hit(database: Database, limit: Limit, key: str, *, at: datetime | None = None) -> None:
    """Count an attempt; raise TooMany when it is one too many."""
    at = at or clock.now()
    with database.write() as db:
        count = _count(db, limit, key, at)
        db.commit()
    _refuse_above(limit, count, at)


@dataclass(frozen=True)
class Tally:
    """A limit on things that come many at a time, counted inside the caller's own transactions.

    First ask what is left, in a session for reading; then count what was done, last in the transaction that did it:
    a commit less, and what fails is not counted. Requests at the same moment may go over the limit together, by no
    more than they bring.
    """

    limit: Limit
    key: str
    hash_key: str
    at: datetime

    def left(self, db: Session) -> int:
        """Return how many more there may be in this window; raise TooMany when there may be none."""
        hashed = _hashed(self.hash_key, self.limit, self.key)
        left = self.limit.attempts - queries.attempts(db, hashed, self.limit.window(self.at))
        if left <= 0:
            raise TooMany(stored=False, retry_after_s=self.limit.wait(self.at))
        return left

    def count(self, db: Session, number: int) -> None:
        """Count so many more."""
        _count(db, self.limit, self.key, self.at, self.hash_key, number)


def check(database: Database, limit: Limit, key: str, *, at: datetime | None = None) -> None:
    """Raise TooMany when the limit is used up; count nothing."""
    at = at or clock.now()
    hashed = _hashed(installation_of(database).hash_key, limit, key)
    with database.read() as db:
        count = queries.attempts(db, hashed, limit.window(at))
    _refuse_above(limit, count + 1, at)


def count_failure(database: Database, limit: Limit, key: str, *, at: datetime | None = None) -> None:
    """Count an attempt without judging it: the next `check` will."""
    with database.write() as db:
        _count(db, limit, key, at or clock.now())
        db.commit()


def forget(database: Database, limit: Limit, key: str, *, at: datetime | None = None) -> None:
    """Start again at nought: the attempts turned out to be rightful."""
    with database.write() as db:
        hashed = _hashed(installation(db).hash_key, limit, key)
        db.execute(queries.forget_attempts(hashed, limit.window(at or clock.now())))
        db.commit()


def take_back(database: Database, limit: Limit, key: str, *, at: datetime | None = None) -> None:
    """Count one attempt less: it turned out to be rightful, and the others did not."""
    with database.write() as db:
        hashed = _hashed(installation(db).hash_key, limit, key)
        db.execute(queries.take_back_attempt(hashed, limit.window(at or clock.now())))
        db.commit()


def neighbourhood(request: Request, *, at: datetime | None = None) -> str:
    """Return a name that the client's address shares, today, with one in 4,096 of all addresses.

    So coarse that no address can be found from it, and another tomorrow. For counting only: never log or store it.
    """
    address = _network(request.client.host if request.client else "")
    day = (at or clock.now()).date().isoformat()
    key = installation_of(database_of(request)).hash_key
    digest = _keyed(_keyed(key, f"neighbourhood {day}").hex(), address)
    return f"{int.from_bytes(digest[:4]) % NEIGHBOURHOODS:03x}"


def _network(address: str) -> str:
    """Return an IPv6 address without the half of it that a single household chooses at will."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    return str(ip_network((parsed, 64), strict=False)) if parsed.version == 6 else address


def _count(db: Session, limit: Limit, key: str, at: datetime, hash_key: str | None = None, number: int = 1) -> int:
    hashed = _hashed(hash_key or installation(db).hash_key, limit, key)
    count = queries.count_attempts(db, hashed, limit.window(at), number)
    if count == number:
        db.execute(queries.forget_windows_before(int(at.timestamp())))
    return count


def _refuse_above(limit: Limit, count: int, at: datetime) -> None:
    if count > limit.attempts:
        raise TooMany(retry_after_s=limit.wait(at))


def _hashed(hash_key: str, limit: Limit, key: str) -> str:
    return _keyed(hash_key, f"{limit.name}\0{key}").hex()


def _keyed(key: str, text: str) -> bytes:
    return hmac.digest(key.encode(), text.encode(), sha256)
