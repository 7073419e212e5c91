"""HTTP of signing in, organizations and their members."""

from datetime import datetime, timedelta
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import SecretStr

from askwell.clock import Now
from askwell.database import Db, ReadDb, database_of
from askwell.errors import problems
from askwell.identity import enrolling, limiting, organizing, passwords, queries, schemas, sessions, signing_in
from askwell.identity.models import Member, Organization
from askwell.identity.standing import Operator, Recognized, SignedIn, Standing, from_our_own_pages, require
from askwell.logbook import Logbook
from askwell.settings import Settings

router = APIRouter(prefix="/v1", tags=["identity"])
MEMBERS = "/organizations/{org_id}/members"

Viewing = Annotated[Standing, Depends(require("view_organization"))]
Editing = Annotated[Standing, Depends(require("edit_organization"))]
Managing = Annotated[Standing, Depends(require("manage_members"))]


def _set_cookie(request: Request, response: Response, token: str) -> None:
    """Hand out a session's token. It lasts as long as the browser runs, or until the server ends it."""
    settings: Settings = request.app.state.settings
    response.set_cookie(
        sessions.cookie_name(settings), token, path="/", secure=settings.secure, httponly=True, samesite="lax"
    )


def _recognize(request: Request, email: str, password: SecretStr, now: datetime) -> Member:
    attempt = signing_in.Attempt(email, password.get_secret_value(), limiting.neighbourhood(request, at=now))
    return signing_in.recognize(database_of(request), request.app.state.settings, attempt, now)


@router.post("/sessions", dependencies=[Depends(from_our_own_pages)], responses=problems(401, 403, 429))
def sign_in(credentials: schemas.Credentials, request: Request, response: Response, db: Db, now: Now) -> schemas.Me:
    """Sign in: the answer sets a cookie that scripts cannot read."""
    settings: Settings = request.app.state.settings
    member = _recognize(request, credentials.email, credentials.password, now)
    token = sessions.start(db, member.id, now, timedelta(hours=settings.session_hours))
    _set_cookie(request, response, token)
    return schemas.Me.of(member, queries.memberships_of(db, member.id))


@router.delete("/sessions/current", status_code=204)
def sign_out(request: Request, response: Response, _member: Recognized, db: Db) -> None:
    """Sign out this browser. What is on the phone and not yet sent stays there."""
    settings: Settings = request.app.state.settings
    name = sessions.cookie_name(settings)
    sessions.end(db, request.cookies[name])
    response.delete_cookie(name, path="/", secure=settings.secure, httponly=True, samesite="lax")


@router.get("/me")
def me(member: Recognized, db: ReadDb) -> schemas.Me:
    """Say who is signed in, and what they may do."""
    return schemas.Me.of(member, queries.memberships_of(db, member.id))


@router.put("/me/password", status_code=204, responses=problems(429))
def change_password(
    change: schemas.PasswordChange, request: Request, response: Response, member: Recognized, db: Db, now: Now
) -> None:
    """Change one's own password. Every other browser is signed out."""
    settings: Settings = request.app.state.settings
    _recognize(request, member.email, change.current, now)
    if change.new == change.current:
        raise signing_in.SamePassword
    signing_in.change_password(db, member, passwords.hash_password(change.new.get_secret_value()))
    _set_cookie(request, response, sessions.start(db, member.id, now, timedelta(hours=settings.session_hours)))


@router.get("/organizations")
def list_organizations(
    member: SignedIn,
    db: ReadDb,
    now: Now,
    cursor: UUID | None = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 100,
) -> schemas.OrganizationPage:
    """List one's own organizations; operators see all."""
    found = queries.organizations(db, None if member.operator else member.id, cursor, limit + 1)
    items = [schemas.Organization.of(organization, now.year) for organization in found[:limit]]
    return schemas.OrganizationPage(items=items, next=items[-1].id if len(found) > limit else None)


@router.post("/organizations", status_code=201)
def create_organization(draft: schemas.OrganizationDraft, _by: Operator, db: Db, now: Now) -> schemas.Organization:
    """Create an organization. Only operators may; they see nothing of its answers."""
    return schemas.Organization.of(organizing.create_organization(db, draft.model_dump()), now.year)


@router.get("/organizations/{org_id}")
def get_organization(standing: Viewing, db: ReadDb, now: Now) -> schemas.Organization:
    """Describe one organization."""
    return schemas.Organization.of(db.get_one(Organization, standing.org_id), now.year)


@router.patch("/organizations/{org_id}")
def change_organization(
    change: schemas.OrganizationChange, standing: Editing, db: Db, now: Now
) -> schemas.Organization:
    """Change some facts about an organization."""
    organization = db.get_one(Organization, standing.org_id)
    changed = organizing.change_organization(db, organization, change.model_dump(exclude_unset=True))
    return schemas.Organization.of(changed, now.year)


@router.get(MEMBERS)
def list_members(standing: Managing, db: ReadDb) -> schemas.MemberPage:
    """List the people of an organization with their roles. Those who answer are not among them: nobody lists them."""
    found = queries.members(db, standing.org_id)
    return schemas.MemberPage(items=[schemas.Member.of(member, roles) for member, roles in found])


@router.post(MEMBERS, status_code=201, responses=problems(409))
def add_member(draft: schemas.MemberDraft, standing: Managing, db: Db) -> schemas.Member:
    """Add a person with their roles and a first password, which they must change before anything else."""
    new = enrolling.NewMember(
        draft.email, draft.name, passwords.hash_password(draft.password.get_secret_value()), draft.roles
    )
    return schemas.Member.of(enrolling.enrol(db, standing.member, standing.org_id, new), draft.roles)


@router.put(MEMBERS + "/{member_id}", responses=problems(409))
def change_roles(member_id: UUID, change: schemas.RolesChange, standing: Managing, db: Db) -> schemas.Member:
    """Give a member other roles. It holds from their next request on. Nobody gives themselves one."""
    changed = enrolling.change_roles(db, standing.member, standing.org_id, member_id, change.roles)
    return schemas.Member.of(changed, change.roles)


@router.delete(MEMBERS + "/{member_id}", status_code=204, responses=problems(409))
def remove_member(request: Request, member_id: UUID, standing: Managing, db: Db) -> None:
    """Remove a person from the organization. Whoever is in no other is forgotten, also by backups that know them."""
    if enrolling.remove(db, standing.org_id, member_id):
        Logbook(request.app.state.settings.logbook).note_erased("member", member_id)
