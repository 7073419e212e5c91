"""What clients send and see of sessions, organizations and members."""

from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr, StringConstraints, field_validator

from askwell.identity import models
from askwell.identity.organizing import age_band
from askwell.identity.permissions import OrganizationRole, Role, Verb, verbs_of

SHORTEST_PASSWORD = 12

# One line of text, for names and titles: no control characters, and something to see.
Line = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True,
        min_length=1,
        max_length=200,
        pattern=r"^[^\x00-\x1f\x7f]*[^\s\x00-\x1f\x7f][^\x00-\x1f\x7f]*$",
    ),
]
Email = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, to_lower=True, max_length=254, pattern=r"^[^@\s\x00-\x1f\x7f]+@[^@\s\x00-\x1f\x7f]+$"
    ),
]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$", max_length=30)]
NewPassword = Annotated[SecretStr, Field(min_length=SHORTEST_PASSWORD, max_length=200)]
SizeBand = Literal["1–19", "20–49", "50–249", "250+"]
AgeBand = Literal["<5", "5–14", "15+"]


def _each_once(roles: list[OrganizationRole]) -> list[OrganizationRole]:
    return list(dict.fromkeys(roles))


Roles = Annotated[list[OrganizationRole], Field(min_length=1, max_length=10), AfterValidator(_each_once)]


class _Sent(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Credentials(_Sent):
    """What a member signs in with."""

    email: Email = Field(examples=["editor@harbor.example"])
    password: SecretStr = Field(max_length=200, examples=["a long sentence of yours"])


class PasswordChange(_Sent):
    """A member's own password, and the one that replaces it."""

    current: SecretStr = Field(max_length=200, examples=["the one you have now"])
    new: NewPassword


class Person(BaseModel):
    """The member who is signed in."""

    id: UUID
    name: str
    email: str
    language: str
    operator: bool
    must_change_password: bool = Field(description="Somebody else knows it; until then nothing else is open.")


class MyMembership(BaseModel):
    """What the signed-in member is, and may do, in one organization."""

    org_id: UUID
    organization: str = Field(examples=["Harbor Street Training (invented)"])
    roles: list[Role]
    may: list[Verb]


class Me(BaseModel):
    """The member who is signed in, with everything they may do."""

    member: Person
    memberships: list[MyMembership]

    @classmethod
    def of(cls, member: models.Member, held: list[tuple[models.Organization, list[Role]]]) -> Self:
        """Describe a member; an operator is one everywhere."""
        extra: list[Role] = ["operator"] if member.operator else []
        memberships = [
            MyMembership(
                org_id=organization.id,
                organization=organization.name,
                roles=roles + extra,
                may=verbs_of(roles + extra),
            )
            for organization, roles in held
        ]
        return cls(member=Person(**member.model_dump(include=set(Person.model_fields))), memberships=memberships)


class _Facts(_Sent):
    founded_year: int | None = Field(None, ge=1000, le=2200, examples=[2003])
    size_band: SizeBand | None = Field(None, description="People employed.")
    sector: Line | None = Field(None, examples=["workforce development"])


class OrganizationDraft(_Facts):
    """An organization to be created."""

    name: Line = Field(examples=["Harbor Street Training (invented)"])
    languages: list[Language] = Field(["en"], min_length=1, max_length=20, examples=[["en", "es"]])
    invented: bool = Field(False, description="Made up, for demonstrations: shown wherever its name is.")


class OrganizationChange(_Facts):
    """The facts to change; what is left out stays."""

    name: Line | None = None
    languages: list[Language] | None = Field(None, min_length=1, max_length=20)
    invented: bool | None = None

    @field_validator("name", "languages", "invented")
    @classmethod
    def _not_null(cls, value: object) -> object:
        if value is None:
            raise ValueError("leave it out to keep it as it is; it cannot be empty")
        return value


class Organization(BaseModel):
    """An employer whose workers are asked."""

    id: UUID
    name: str
    founded_year: int | None
    age_band: AgeBand | None = Field(description="Derived from the founding year and today's date.")
    size_band: SizeBand | None
    sector: str | None
    languages: list[str]
    invented: bool

    @classmethod
    def of(cls, organization: models.Organization, this_year: int) -> Self:
        """Describe an organization as of this year."""
        return cls.model_validate(
            {**organization.model_dump(), "age_band": age_band(organization.founded_year, this_year)}
        )


class OrganizationPage(BaseModel):
    """Organizations in the order of their names."""

    items: list[Organization]
    next: UUID | None = Field(description="Ask again with this as `cursor`; null at the end.")


class MemberDraft(_Sent):
    """A person to be added. Somebody who can sign in already keeps their name and password."""

    email: Email = Field(examples=["researcher@harbor.example"])
    name: Line = Field(examples=["Invented researcher"])
    roles: Roles
    password: NewPassword = Field(description="To sign in with for the first time; the person must change it then.")


class RolesChange(_Sent):
    """The roles that a member holds from now on."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"roles": ["editor"]}})

    roles: Roles


class Member(BaseModel):
    """A person with their roles in one organization."""

    id: UUID
    name: str
    email: str
    roles: list[OrganizationRole]

    @classmethod
    def of(cls, member: models.Member, roles: list[OrganizationRole]) -> Self:
        """Describe a member of one organization."""
        return cls(id=member.id, name=member.name, email=member.email, roles=roles)


class MemberPage(BaseModel):
    """All members of one organization, in the order of their names."""

    items: list[Member]
    next: None = Field(None, description="Always null: an organization's members fit on one page.")
