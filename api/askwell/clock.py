"""The time, asked for in one place: routes take `Now`, and tests put another clock in place of `look`."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import Depends


def now() -> datetime:
    """Return the time in UTC."""
    return datetime.now(UTC)


async def look() -> datetime:
    """Return the time for a route. Tests override this dependency; it is async so that no thread is woken for it."""
    return now()


def in_utc(stored: datetime) -> datetime:
    """Return a time from the database with its zone: SQLite drops it."""
    return stored if stored.tzinfo else stored.replace(tzinfo=UTC)


Now = Annotated[datetime, Depends(look)]
