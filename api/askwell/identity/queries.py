"""Every query about members, organizations, sessions and limits."""

from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Delete, Insert, Table, Update, bindparam, delete, select, tuple_, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.dml import ReturningInsert
from sqlmodel import Session, SQLModel, col

from askwell.identity.models import Installation, Member, Membership, Organization, RateWindow, SignIn
from askwell.identity.permissions import OrganizationRole, Role

_windows: Table = RateWindow.__table__  # type: ignore[attr-defined]  # SQLModel adds it to table classes


# Built once: counting stands in the way of every answer that a phone sends.
def _counting(insert: postgresql.Insert | sqlite.Insert) -> ReturningInsert[int]:
    more = _windows.c.attempts + insert.excluded.attempts
    counted = insert.on_conflict_do_update(index_elements=["key", "window"], set_={"attempts": more})
    return counted.returning(_windows.c.attempts)


_COUNT_ATTEMPTS = {
    "postgresql": _counting(postgresql.insert(_windows)),
    "sqlite": _counting(sqlite.insert(_windows)),
}
_ATTEMPTS = select(_windows.c.attempts).where(
    _windows.c.key == bindparam("key"), _windows.c.window == bindparam("window")
)


def insert_unless_there(db: Session, table: type[SQLModel], values: dict[str, Any]) -> Insert:
    """Insert a row, or leave the one that is there: one statement, so that two processes cannot both win."""
    return _insert(db, table).values(**values).on_conflict_do_nothing()


def signed_in(db: Session, token_hash: str, at: datetime) -> tuple[SignIn, Member] | None:
    """Return a session that has not ended, with its member."""
    pairs = select(SignIn, Member).join(Member, col(Member.id) == col(SignIn.member_id))
    valid = pairs.where(col(SignIn.token_hash) == token_hash, col(SignIn.expires_at) > at)
    found = db.execute(valid).one_or_none()
    return None if found is None else (found[0], found[1])


def prolong(token_hash: str, until: datetime) -> Update:
    """Let a session last longer."""
    return update(SignIn).where(col(SignIn.token_hash) == token_hash).values(expires_at=until)


def end_session(token_hash: str) -> Delete:
    """End one session."""
    return delete(SignIn).where(col(SignIn.token_hash) == token_hash)


def end_sessions_before(moment: datetime) -> Delete:
    """Delete every session that has ended."""
    return delete(SignIn).where(col(SignIn.expires_at) <= moment)


def roles_in(db: Session, org_id: UUID, member_id: UUID) -> list[Role]:
    """Return the roles of a member in an organization."""
    mine = select(col(Membership.role)).where(col(Membership.org_id) == org_id, col(Membership.member_id) == member_id)
    return cast("list[Role]", db.scalars(mine).all())


def member_by_email(db: Session, email: str) -> Member | None:
    """Return the member who signs in with this address."""
    return db.scalars(select(Member).where(col(Member.email) == email)).one_or_none()


def memberships_of(db: Session, member_id: UUID) -> list[tuple[Organization, list[Role]]]:
    """Return a member's organizations by name, each with the roles held there."""
    held = (
        select(Organization, col(Membership.role))
        .join(Membership, col(Membership.org_id) == col(Organization.id))
        .where(col(Membership.member_id) == member_id)
        .order_by(col(Organization.name), col(Organization.id), col(Membership.role))
    )
    rows = groupby(db.execute(held), key=itemgetter(0))
    return [(organization, [role for _, role in roles]) for organization, roles in rows]


def organizations(db: Session, member_id: UUID | None, after: UUID | None, limit: int) -> list[Organization]:
    """Return organizations by name: a member's, or all; those that follow another, when one is given."""
    found = select(Organization).order_by(col(Organization.name), col(Organization.id)).limit(limit)
    if member_id is not None:
        theirs = select(col(Membership.org_id)).where(col(Membership.member_id) == member_id)
        found = found.where(col(Organization.id).in_(theirs))
    if after is None:
        return list(db.scalars(found))
    last = db.get(Organization, after)
    if last is None:
        return []
    place = tuple_(col(Organization.name), col(Organization.id))
    return list(db.scalars(found.where(place > tuple_(last.name, last.id))))


def members(db: Session, org_id: UUID) -> list[tuple[Member, list[OrganizationRole]]]:
    """Return the members of an organization by name, each with the roles held there."""
    held = (
        select(Member, col(Membership.role))
        .join(Membership, col(Membership.member_id) == col(Member.id))
        .where(col(Membership.org_id) == org_id)
        .order_by(col(Member.name), col(Member.id), col(Membership.role))
    )
    rows = groupby(db.execute(held), key=itemgetter(0))
    return [(member, [role for _, role in roles]) for member, roles in rows]


def lock_organization(db: Session, org_id: UUID) -> None:
    """Let one transaction at a time change who is in an organization. New rows may still refer to it meanwhile."""
    db.execute(select(col(Organization.id)).where(col(Organization.id) == org_id).with_for_update(key_share=True))


def insert_or_lock_member(db: Session, fresh: Member) -> Member:
    """Insert a member, or return the one who has the address, whom nobody can remove meanwhile: in one statement."""
    inserted = _insert(db, Member).values(**fresh.model_dump())
    known = inserted.on_conflict_do_update(index_elements=["email"], set_={"email": fresh.email})
    return db.get_one(Member, db.execute(known.returning(col(Member.id))).scalar_one())


def lock_member(db: Session, member_id: UUID) -> Member:
    """Return a member, and keep others from removing them meanwhile."""
    return db.scalars(select(Member).where(col(Member.id) == member_id).with_for_update()).one()


def has_facilitator(db: Session, org_id: UUID) -> bool:
    """Tell whether somebody can manage the members of an organization."""
    facilitators = select(col(Membership.member_id)).where(
        col(Membership.org_id) == org_id, col(Membership.role) == "facilitator"
    )
    return db.execute(facilitators.limit(1)).first() is not None


def is_anywhere(db: Session, member_id: UUID) -> bool:
    """Tell whether a member belongs to any organization."""
    anywhere = select(col(Membership.org_id)).where(col(Membership.member_id) == member_id)
    return db.execute(anywhere.limit(1)).first() is not None


def end_memberships(org_id: UUID, member_id: UUID) -> Delete:
    """Take all roles of a member in an organization."""
    return delete(Membership).where(col(Membership.org_id) == org_id, col(Membership.member_id) == member_id)


def end_sessions_of(member_id: UUID) -> Delete:
    """Sign a member out everywhere."""
    return delete(SignIn).where(col(SignIn.member_id) == member_id)


def organization_exists(db: Session, org_id: UUID) -> bool:
    """Tell whether there is such an organization."""
    return db.get(Organization, org_id) is not None


def store_epoch(db: Session) -> str | None:
    """Return the epoch as the database holds it now."""
    return db.scalars(select(col(Installation.store_epoch))).one_or_none()


def raise_mark(db: Session) -> tuple[str, int]:
    """Raise the mark of this copy of the data by one; return its epoch and the mark."""
    raised = update(Installation).where(col(Installation.id) == 1).values(mark=col(Installation.mark) + 1)
    row = db.execute(raised.returning(col(Installation.store_epoch), col(Installation.mark))).one()
    return row[0], row[1]


def forget_member(member_id: UUID) -> tuple[Delete, ...]:
    """Delete a person, all their roles, and wherever they are signed in."""
    return (
        delete(SignIn).where(col(SignIn.member_id) == member_id),
        delete(Membership).where(col(Membership.member_id) == member_id),
        delete(Member).where(col(Member.id) == member_id),
    )


def attempts(db: Session, key: str, window: int) -> int:
    """Return how many attempts a window has counted."""
    counted = db.connection().execute(_ATTEMPTS, {"key": key, "window": window}).first()
    return int(counted[0]) if counted else 0


def count_attempts(db: Session, key: str, window: int, number: int) -> int:
    """Count so many more attempts and return how many there are now."""
    connection = db.connection()
    values = {"key": key, "window": window, "attempts": number}
    return int(connection.execute(_COUNT_ATTEMPTS[connection.dialect.name], values).scalar_one())


def forget_attempts(key: str, window: int) -> Delete:
    """Delete one window."""
    return delete(_windows).where(_windows.c.key == key, _windows.c.window == window)


def take_back_attempt(key: str, window: int) -> Update:
    """Count one attempt less."""
    mine = (_windows.c.key == key, _windows.c.window == window, _windows.c.attempts > 0)
    return update(_windows).where(*mine).values(attempts=_windows.c.attempts - 1)


def forget_windows_before(second: int) -> Delete:
    """Delete every window that has ended, except those another process is deleting at this moment."""
    ended = select(_windows.c.key, _windows.c.window).where(_windows.c.window <= second)
    free = ended.with_for_update(skip_locked=True)
    return delete(_windows).where(tuple_(_windows.c.key, _windows.c.window).in_(free))


def _insert(db: Session, table: type[SQLModel]) -> postgresql.Insert | sqlite.Insert:
    if db.get_bind().dialect.name == "postgresql":
        return postgresql.insert(table)
    return sqlite.insert(table)
