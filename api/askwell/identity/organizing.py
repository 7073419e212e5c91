"""Creating and changing organizations, and what is derived from their founding year."""

from typing import Any

from sqlmodel import Session

from askwell.identity.models import Organization


def create_organization(db: Session, facts: dict[str, Any]) -> Organization:
    """Store a new organization."""
    organization = Organization(**facts)
    db.add(organization)
    db.flush()
    return organization


def change_organization(db: Session, organization: Organization, facts: dict[str, Any]) -> Organization:
    """Change the facts named, and no others."""
    for name, value in facts.items():
        setattr(organization, name, value)
    db.add(organization)
    db.flush()
    return organization


def age_band(founded_year: int | None, this_year: int) -> str | None:
    """Return the band that comparisons between organizations use; people are never asked for it."""
    if founded_year is None:
        return None
    age = this_year - founded_year
    if age < 5:
        return "<5"
    return "5–14" if age < 15 else "15+"
