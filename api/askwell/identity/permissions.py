"""Who may do what: one table of roles by verbs. Routes ask it through `standing.require`; nobody else compares."""

from collections.abc import Iterable
from typing import Literal, get_args

OrganizationRole = Literal["editor", "researcher", "leader", "facilitator"]
Role = Literal["editor", "researcher", "leader", "facilitator", "operator"]
Verb = Literal[
    "view_organization",
    "edit_organization",
    "manage_members",
    "view_question_sets",
    "edit_question_sets",
    "publish",
    "view_rounds",
    "open_rounds",
    "close_rounds",
    "view_progress",
    "view_results",
    "export_rows",
    "view_quarantine",
]

ROLES: tuple[Role, ...] = get_args(Role)
VERBS: tuple[Verb, ...] = get_args(Verb)

_ASKING: frozenset[Verb] = frozenset(
    {
        "view_organization",
        "view_question_sets",
        "edit_question_sets",
        "publish",
        "view_rounds",
        "open_rounds",
        "close_rounds",
        "view_progress",
    }
)
_READING_ANSWERS: frozenset[Verb] = frozenset({"view_results", "export_rows", "view_quarantine"})

ALLOWED: dict[Role, frozenset[Verb]] = {
    "editor": _ASKING | _READING_ANSWERS | {"edit_organization"},
    "researcher": _ASKING | _READING_ANSWERS,
    "facilitator": _ASKING | {"edit_organization", "manage_members"},
    "leader": frozenset({"view_organization"}),
    "operator": frozenset({"view_organization", "manage_members"}),
}


def reads_answers(roles: Iterable[Role]) -> bool:
    """Tell whether one of these roles reads answers."""
    return any(ALLOWED[role] & _READING_ANSWERS for role in roles)


def verbs_of(roles: Iterable[Role]) -> list[Verb]:
    """Return everything these roles may do together, in the order of the table."""
    held = list(roles)
    return [verb for verb in VERBS if any(verb in ALLOWED[role] for role in held)]
