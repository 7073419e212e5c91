"""Adding an operator from the command line: the first member of an installation, who adds all others."""

from pydantic import TypeAdapter, ValidationError
from sqlmodel import Session

from askwell.errors import Conflict, Unprocessable
from askwell.identity import passwords, queries
from askwell.identity.models import Member
from askwell.identity.schemas import SHORTEST_PASSWORD, Email, Line

_EMAIL = TypeAdapter[str](Email)
_NAME = TypeAdapter[str](Line)


class EmailTaken(Conflict):
    """Somebody signs in with this address already."""

    code = "email_taken"
    sentence = "Somebody signs in with this address already. Nothing was changed."


def create_admin(db: Session, email: str, name: str, password: str) -> Member:
    """Add an operator, who can never be given a role that reads answers. The caller commits."""
    email = _valid(_EMAIL, email, "That is not an e-mail address.")
    name = _valid(_NAME, name, "That cannot be a name.")
    if len(password) < SHORTEST_PASSWORD:
        raise Unprocessable(f"The password needs at least {SHORTEST_PASSWORD} characters.")
    if queries.member_by_email(db, email) is not None:
        raise EmailTaken
    member = Member(email=email, name=name, password_hash=passwords.hash_password(password), operator=True)
    db.add(member)
    db.flush()
    return member


def _valid(kind: TypeAdapter[str], text: str, otherwise: str) -> str:
    try:
        return kind.validate_python(text)
    except ValidationError:
        raise Unprocessable(otherwise) from None
