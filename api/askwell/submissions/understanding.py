"""Understanding a submission: content → answers by path, and what the server's own evaluation found different.

Nothing here refuses anything, and nothing here can fail: whatever goes wrong has a word in `quarantine`. Findings are
reported beside the answers, which stay as they were given.
"""

import json
import re
from datetime import datetime
from typing import Any, NamedTuple, NoReturn
from uuid import UUID

from askwell.logic.environment import Env
from askwell.logic.forms import Definition, review
from askwell.questionsets.leaves import leaves
from askwell.rounds.documents import parse
from askwell.submissions import xforms
from askwell.submissions.quarantine import Problem

MISSING = frozenset({"not_asked", "skipped", "rather_not_say", "dont_know", "not_reached"})
_INDEX = re.compile(r"\[\d+\]")
# What the body of an envelope is: answers of our own phone, or the XML of an OpenRosa client.
_BODIES: dict[str, type] = {"plain": dict, "openrosa": str}

Answer = dict[str, str]
Answers = dict[str, Answer]
Finding = dict[str, Any]


class Expected(NamedTuple):
    """What the content must say of itself, by the request it came in and the capability it came with.

    `now` is the server's clock: it stands in for the phone's, which an anonymous round does not get to see.
    """

    instance_id: UUID
    rev: int
    round_id: UUID
    version_hash: str
    anonymous: bool
    now: datetime


class Understood(NamedTuple):
    """Answers and findings, or the problem that kept them from being read."""

    problem: Problem | None = None
    answers: Answers | None = None
    findings: list[Finding] | None = None


class Form:
    """A version prepared for reading submissions."""

    def __init__(self, content: bytes) -> None:
        self.document = parse(content)
        nodes = dict(leaves(self.document["tree"], f"/{self.document['root']}"))
        self.paths = frozenset(nodes)
        self.stamps = frozenset(path for path, node in nodes.items() if node.get("stamp"))
        self.definition = Definition(self.document)


class _NotUnderstood(Exception):
    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def understand(form: Form, expected: Expected, content: str) -> Understood:
    """Read a submission as far as it can be read."""
    try:
        body = _open(expected, content)
        if isinstance(body, str):
            body = {"answers": _from_xml(form, body)}
        answers = _project(form, expected, body.get("answers"))
        return Understood(answers=answers, findings=_review(form, expected, answers, body))
    except _NotUnderstood as failure:
        return Understood(failure.problem)
    except Exception:  # whatever a content does to us, it is stored
        return Understood("not_understood")


def _open(expected: Expected, content: str) -> dict[str, Any] | str:
    """Return the body of an envelope that is addressed to here."""
    try:
        envelope = json.loads(content, parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise _NotUnderstood("not_json") from None
    _insist(isinstance(envelope, dict), "unknown_envelope")
    body = envelope.get("body")
    kind = _BODIES.get(str(envelope.get("sealing")))
    _insist(envelope.get("envelope") == 1 and kind is not None and isinstance(body, kind), "unknown_envelope")
    same = (_lower(envelope.get("instance_id")), envelope.get("rev")) == (str(expected.instance_id), expected.rev)
    _insist(same, "other_instance")
    _insist(_lower(envelope.get("round_id")) == str(expected.round_id), "other_round")
    _insist(envelope.get("version_hash") == expected.version_hash, "unknown_version")
    return body  # type: ignore[no-any-return]  # of its kind, as insisted above


def _from_xml(form: Form, text: str) -> Answers:
    try:
        root = xforms.read(text)
        _insist(not xforms.meta(root, "deprecatedID"), "replaces_another")
        return xforms.answers(form.document, root)
    except (xforms.NotRead, xforms.Misfit):
        raise _NotUnderstood("answers_do_not_fit") from None


def _project(form: Form, expected: Expected, answers: object) -> Answers:
    if not isinstance(answers, dict):
        raise _NotUnderstood("answers_do_not_fit")
    # Our app does not send them in an anonymous round; nobody reads them, whatever another one sends.
    hidden = form.stamps if expected.anonymous else frozenset[str]()
    read = {path: _answer(form, path, answer) for path, answer in answers.items()}
    return {path: answer for path, answer in read.items() if _INDEX.sub("", path) not in hidden}


def _answer(form: Form, path: str, answer: object) -> Answer:
    _insist(path in form.paths or _INDEX.sub("", path) in form.paths, "answers_do_not_fit")
    match answer:
        case {"value": str(value), **rest} if not rest:
            return {"value": _storable(value)} if value else {"missing": "skipped"}
        case {"missing": str(reason), **rest} if not rest and reason in MISSING:
            return {"missing": reason}
    raise _NotUnderstood("answers_do_not_fit")


def _storable(value: str) -> str:
    """Return the text without halves of characters, which no encoding can carry. The raw bytes keep them."""
    if value.isascii():
        return value
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _review(form: Form, expected: Expected, answers: Answers, body: dict[str, Any]) -> list[Finding]:
    """Ask the version's rules again. A failure of ours is a finding too, and no reason to hold the answers back."""
    try:
        env = Env(now=_clock(body.get("now"), expected), language=str(body.get("language", "")))
        return [{"path": found.path, "kind": found.kind} for found in review(form.definition, answers, env)]
    except Exception:
        return [{"path": f"/{form.document['root']}", "kind": "not_reviewed"}]


def _clock(now: object, expected: Expected) -> str:
    """Return the phone's clock; where it brings none, our own, which is not kept."""
    return now if isinstance(now, str) and not expected.anonymous else expected.now.isoformat()


def _insist(holds: bool, problem: Problem) -> None:
    if not holds:
        raise _NotUnderstood(problem)


def _lower(value: object) -> str | None:
    return value.lower() if isinstance(value, str) else None


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)
