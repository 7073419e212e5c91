"""Failures that a client may see, and their RFC 9457 form.

Problem
├── NotFound       404   not there, or not yours to see
├── Forbidden      403   signed in, but this role may not
├── Unauthorized   401   sign in first
├── Conflict       409   somebody else was there before
├── Unprocessable  422   understood, and wrong; `faults` lists everything at once
├── TooLarge       413
└── Later          429 or 503, with Retry-After in seconds

Subclasses stand beside the verb that raises them. `code` is a word that never changes its meaning: phones decide on it,
people read the sentence. docs/api.md lists every code, and a test holds it to that.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from pydantic import BaseModel, Field


class Fault(BaseModel):
    """One thing that is wrong in what was sent: where, what, and how to mend it. Never what was sent."""

    where: str = Field(examples=["body.email"])
    message: str
    remedy: str | None = None


class ProblemBody(BaseModel):
    """The body of every answer that is not a success: `application/problem+json` (RFC 9457)."""

    type: str = Field(examples=["urn:askwell:problem:not_found"])
    title: str
    status: int
    code: str = Field(examples=["not_found"])
    stored: bool | None = Field(None, description="Where answers were sent: whether they are on the server's disk.")
    retry_after_s: int | None = None
    opens_on: date | None = Field(None, description="With `round_not_yet`: the first day of the round.")
    faults: list[Fault] = []


class Problem(Exception):
    """A failure with a status, a stable code and a sentence for people."""

    status = 500
    code = "unexpected"
    sentence = "Something went wrong on the server. Nothing on your phone was changed."

    def __init__(
        self,
        sentence: str | None = None,
        *,
        code: str | None = None,
        faults: Sequence[Fault] = (),
        stored: bool | None = None,
        retry_after_s: int | None = None,
        opens_on: date | None = None,
    ) -> None:
        self.sentence = sentence or type(self).sentence
        self.code = code or type(self).code
        self.faults = list(faults)
        self.stored = stored
        self.retry_after_s = retry_after_s
        self.opens_on = opens_on
        super().__init__(self.sentence)

    def body(self) -> dict[str, Any]:
        """Return the problem document, without its empty members."""
        document = ProblemBody(
            type=f"urn:askwell:problem:{self.code}",
            title=self.sentence,
            status=self.status,
            code=self.code,
            stored=self.stored,
            retry_after_s=self.retry_after_s,
            opens_on=self.opens_on,
            faults=self.faults,
        )
        return document.model_dump(mode="json", exclude_none=True, exclude_defaults=True)

    def headers(self) -> Mapping[str, str]:
        """Return the headers that belong to the answer."""
        if self.retry_after_s is None:
            return {}
        return {"Retry-After": str(self.retry_after_s)}


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Return what a route declares as `responses`: the failures it may answer beside those that `documenting` adds."""
    return {status: {"model": ProblemBody, "description": _MEANINGS[status]} for status in statuses}


_MEANINGS = {
    400: "The body is not what its type says.",
    401: "Sign in first, or send a valid capability.",
    403: "This role may not do it, or the request came from another site's page.",
    404: "Not there, or not yours to see.",
    409: "Somebody else was there before.",
    412: "It was changed in the meantime.",
    413: "More bytes than this takes.",
    415: "A kind of file that this does not read.",
    422: "Understood, and wrong; `faults` lists everything at once.",
    428: "Say with If-Match which state you changed.",
    429: "Too many attempts; try again after `Retry-After` seconds.",
    503: "Busy; try again after `Retry-After` seconds.",
    507: "The disk is full.",
}


class NotFound(Problem):
    """Not there, or not yours to see: the two are told apart for nobody."""

    status = 404
    code = "not_found"
    sentence = "There is nothing here, or it is not yours to see."


class Unauthorized(Problem):
    """Nobody is signed in."""

    status = 401
    code = "not_signed_in"
    sentence = "Sign in first."


class Forbidden(Problem):
    """Signed in, but this role may not do it."""

    status = 403
    code = "role_may_not"
    sentence = "Your role in this organization does not allow this."


class Conflict(Problem):
    """Somebody else was there before."""

    status = 409
    code = "conflict"
    sentence = "This was changed by somebody else in the meantime."


class Unprocessable(Problem):
    """Understood, and wrong."""

    status = 422
    code = "invalid"
    sentence = "Some of what was sent needs mending."


class TooLarge(Problem):
    """More bytes than this route takes."""

    status = 413
    code = "too_large"
    sentence = "This is too large to send at once."


class Later(Problem):
    """Not now: the same request may be sent again after `retry_after_s` seconds."""

    status = 503
    code = "later"
    sentence = "The server is busy. Try again in a moment."


class TooMany(Later):
    """Too many requests in too short a time."""

    status = 429
    code = "too_many"
    sentence = "Too many attempts. Wait a little and try again."
