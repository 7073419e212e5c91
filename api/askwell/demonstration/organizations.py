"""What is invented: two organizations and the people who work with their question sets. Nobody in here exists."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class InventedMember:
    """Somebody who can sign in to the demonstration."""

    role: str
    email: str
    name: str


@dataclass(frozen=True)
class InventedOrganization:
    """An employer that does not exist."""

    name: str
    founded_year: int
    size_band: str
    sector: str
    languages: tuple[str, ...]
    members: tuple[InventedMember, ...] = field(default=())


def _members(domain: str) -> tuple[InventedMember, ...]:
    roles = ("editor", "researcher", "leader")
    return tuple(InventedMember(role, f"{role}@{domain}.example", f"Invented {role}") for role in roles)


FACILITATOR = InventedMember("facilitator", "facilitator@askwell.example", "Invented facilitator")

ORGANIZATIONS = (
    InventedOrganization(
        "Harbor Street Training (invented)", 2003, "50–249", "workforce development", ("en", "es"), _members("harbor")
    ),
    InventedOrganization(
        "Nuevo Oficio (invented startup)", 2024, "1–19", "workforce development", ("en", "es"), _members("nuevo")
    ),
)

TEXTS = {
    "en": (
        "(invented) Knowing the schedule two weeks ahead would change a lot.",
        "(invented) The morning check-in works; the paperwork after it does not.",
        "(invented) We hear about changes after they have happened.",
        "(invented) A spare set of tools, so nobody waits.",
        "(invented) Someone asked what I thought, and then came back with an answer.",
        "(invented) Training during paid hours.",
    ),
    "es": (
        "(inventado) Saber el horario con dos semanas de anticipación cambiaría mucho.",
        "(inventado) La reunión de la mañana funciona; el papeleo que sigue, no.",
        "(inventado) Nos enteramos de los cambios cuando ya pasaron.",
        "(inventado) Un juego extra de herramientas, para no esperar.",
    ),
}
