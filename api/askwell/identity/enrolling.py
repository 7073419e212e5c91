"""Adding people to an organization, changing their roles, and removing them. What they may be: `separating`."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session

from askwell.errors import Conflict, NotFound
from askwell.identity import queries
from askwell.identity.models import Member, Membership
from askwell.identity.permissions import OrganizationRole, Role
from askwell.identity.separating import keep_apart


class AlreadyMember(Conflict):
    """The person is in this organization already."""

    code = "already_member"
    sentence = "This person is a member already. Change their roles instead."


class LastFacilitator(Conflict):
    """Nobody in the organization could manage its members any more."""

    code = "last_facilitator"
    sentence = "This is the organization's last facilitator. Make somebody else facilitator first."


@dataclass(frozen=True)
class NewMember:
    """A person to be added; the first password is hashed already."""

    email: str
    name: str
    password_hash: str
    roles: Collection[OrganizationRole]


def enrol(db: Session, by: Member, org_id: UUID, new: NewMember) -> Member:
    """Add a person with roles, who must choose a password of their own before anything else.

    Somebody who can sign in already keeps their name and their own password.
    """
    queries.lock_organization(db, org_id)
    fresh = Member(email=new.email, name=new.name, password_hash=new.password_hash, must_change_password=True)
    member = queries.insert_or_lock_member(db, fresh)
    keep_apart(by, member, (), new.roles)
    if queries.roles_in(db, org_id, member.id):
        raise AlreadyMember
    _grant(db, org_id, member.id, new.roles)
    return member


def change_roles(db: Session, by: Member, org_id: UUID, member_id: UUID, roles: Collection[OrganizationRole]) -> Member:
    """Give a member these roles in the organization instead of those they held."""
    member = _member_of(db, org_id, member_id)
    keep_apart(by, member.person, member.held, roles)
    _take_all(db, org_id, member_id)
    _grant(db, org_id, member_id, roles)
    _keep_a_facilitator(db, org_id, had_one="facilitator" in member.held)
    return member.person


def remove(db: Session, org_id: UUID, member_id: UUID) -> bool:
    """Remove a person from the organization; return whether it was their last, and they are forgotten.

    Operators stay.
    """
    member = _member_of(db, org_id, member_id)
    _take_all(db, org_id, member_id)
    _keep_a_facilitator(db, org_id, had_one="facilitator" in member.held)
    if member.person.operator or queries.is_anywhere(db, member_id):
        return False
    forget(db, member_id)
    return True


def forget(db: Session, member_id: UUID) -> None:
    """Forget a person altogether; again changes nothing."""
    for statement in queries.forget_member(member_id):
        db.execute(statement)


@dataclass(frozen=True)
class _Held:
    person: Member
    held: list[Role]


def _member_of(db: Session, org_id: UUID, member_id: UUID) -> _Held:
    """Lock organization and person, always in this order: two changes at once cannot undo each other's check."""
    queries.lock_organization(db, org_id)
    held = queries.roles_in(db, org_id, member_id)
    if not held:
        raise NotFound
    return _Held(queries.lock_member(db, member_id), held)


def _grant(db: Session, org_id: UUID, member_id: UUID, roles: Collection[OrganizationRole]) -> None:
    db.add_all([Membership(org_id=org_id, member_id=member_id, role=role) for role in roles])
    db.flush()


def _take_all(db: Session, org_id: UUID, member_id: UUID) -> None:
    db.execute(queries.end_memberships(org_id, member_id))


def _keep_a_facilitator(db: Session, org_id: UUID, *, had_one: bool) -> None:
    if had_one and not queries.has_facilitator(db, org_id):
        raise LastFacilitator
