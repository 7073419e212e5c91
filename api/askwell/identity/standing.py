"""What routes ask before anything else: who is signed in, and may they do this here.

`SignedIn` is for routes without an organization, `require("publish")` for those under /v1/organizations/{org_id}:

    def publish(standing: Annotated[Standing, Depends(require("publish"))], db: Db) -> ...

Each looks in a short session of its own that is closed before the handler runs. Requests that change something must
come from our own pages: that is part of the question, so no route can forget it. `Recognized` is for the three routes
that are open to a member who still has a first password.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request, Security
from fastapi.security import APIKeyCookie
from sqlmodel import Session

from askwell.clock import Now
from askwell.database import database_of
from askwell.errors import Forbidden, NotFound, Unauthorized
from askwell.identity import queries, sessions
from askwell.identity.models import Member
from askwell.identity.permissions import Role, Verb, verbs_of

_SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}
_cookie = APIKeyCookie(
    name=sessions.SECURE_COOKIE,
    scheme_name="session",
    description="Set by POST /v1/sessions. Requests that change something also carry the header `X-Askwell: 1`.",
    auto_error=False,
)


class CrossSite(Forbidden):
    """A request that changes something, and did not come from our own pages."""

    code = "cross_site"
    sentence = "This request did not come from Askwell's own pages."


class PasswordMustChange(Forbidden):
    """Somebody else knows the password of this session's member."""

    code = "password_must_change"
    sentence = "Choose a password of your own first: somebody else knows the one you signed in with."


@dataclass(frozen=True)
class Standing:
    """A member and the roles they hold in the organization of this request. An operator holds that role in all."""

    org_id: UUID
    member: Member
    roles: list[Role]


def from_our_own_pages(request: Request) -> None:
    """Refuse a change that another site makes a browser send. `Sec-Fetch-Site` cannot be set by a page."""
    if request.method in _SAFE_METHODS:
        return
    site = request.headers.get("Sec-Fetch-Site", "none")
    if site not in {"same-origin", "none"} or request.headers.get("X-Askwell") != "1":
        raise CrossSite


def _recognized(
    request: Request,
    now: Now,
    _from: Annotated[None, Depends(from_our_own_pages)],
    _documented: Annotated[str | None, Security(_cookie)],
) -> Member:
    settings = request.app.state.settings
    token = request.cookies.get(sessions.cookie_name(settings))
    if token is None:
        raise Unauthorized
    member = sessions.member_of(database_of(request), token, now, timedelta(hours=settings.session_hours))
    if member is None:
        raise Unauthorized
    return member


# Open to those who still have their first password, too.
Recognized = Annotated[Member, Depends(_recognized)]


def _signed_in(member: Recognized) -> Member:
    if member.must_change_password:
        raise PasswordMustChange
    return member


SignedIn = Annotated[Member, Depends(_signed_in)]


def _operator(member: SignedIn) -> Member:
    if not member.operator:
        raise Forbidden
    return member


Operator = Annotated[Member, Depends(_operator)]


def require(verb: Verb) -> Callable[..., Standing]:
    """Return a dependency that gives the member's standing, or answers 401, 403 or (to outsiders) 404."""

    def standing(request: Request, org_id: UUID, member: SignedIn) -> Standing:
        with database_of(request).read() as db:
            roles = _roles(db, org_id, member)
        if verb not in verbs_of(roles):
            raise Forbidden
        return Standing(org_id, member, roles)

    return standing


def _roles(db: Session, org_id: UUID, member: Member) -> list[Role]:
    roles = queries.roles_in(db, org_id, member.id)
    if member.operator and queries.organization_exists(db, org_id):
        roles.append("operator")
    if not roles:
        raise NotFound
    return roles
