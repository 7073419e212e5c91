"""Separating: whoever looks after people or is their employer does not read their answers, and cannot arrange to.

Nobody gives themselves a role. An operator never holds a role that reads answers, and no leader does either. What one
person alone may still do: give such a role to somebody else.
"""

from collections.abc import Collection

from askwell.errors import Conflict, Forbidden, Unprocessable
from askwell.identity.models import Member
from askwell.identity.permissions import OrganizationRole, Role, reads_answers


class NotOneself(Forbidden):
    """Somebody tried to give themselves a role."""

    code = "not_oneself"
    sentence = "Nobody gives themselves a role. Ask somebody else who looks after the members."


class OperatorReadsNoAnswers(Conflict):
    """The person is an operator, and the role would let them read answers."""

    code = "operator_reads_no_answers"
    sentence = "This person is an operator. Operators read no answers: they cannot be editor or researcher."


class LeaderReadsNoAnswers(Unprocessable):
    """Leader together with a role that reads answers."""

    code = "leader_reads_no_answers"
    sentence = "A leader reads no answers: nobody can be leader and also editor or researcher."


def keep_apart(by: Member, person: Member, held: Collection[Role], roles: Collection[OrganizationRole]) -> None:
    """Refuse roles that the person must not be given, or not by themselves."""
    if by.id == person.id and not set(roles) <= set(held):
        raise NotOneself
    if person.operator and reads_answers(roles):
        raise OperatorReadsNoAnswers
    if "leader" in roles and reads_answers(roles):
        raise LeaderReadsNoAnswers
