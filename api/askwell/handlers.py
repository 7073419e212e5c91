"""Turns every failure into `application/problem+json`. Nothing that was sent is ever echoed or logged.

What nobody expected is caught by `UnexpectedFailures`, not by a handler: Starlette raises such an error again after its
handler has answered, and the server would print it with its text and the parameters of its statement.
"""

import logging
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from sqlalchemy.exc import OperationalError
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from askwell.errors import Fault, Later, NotFound, Problem, TooLarge, Unprocessable

log = logging.getLogger("askwell")

_OURS = Path(__file__).resolve().parent


class _WrongMethod(Problem):
    status = 405
    code = "wrong_method"
    sentence = "This address does not take this kind of request."


class _StoreFull(Later):
    status = 507
    code = "store_full"
    sentence = "The server's disk is full. Your answers stay on your phone; it will try again."


class _Unexpected(Problem):
    pass


def answer_every_failure_as_a_problem(app: FastAPI) -> None:
    """Install the handlers; after this no failure leaves in another shape."""
    app.add_exception_handler(Problem, _problem)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _from_http)
    app.add_exception_handler(OperationalError, _from_database)


class UnexpectedFailures:
    """Answers what no handler was made for, logs its kind and places, and lets nothing of it out of the app."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; an answer that has begun cannot be mended, and is cut off by the server."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        has_begun = False

        async def send_and_notice(message: Message) -> None:
            nonlocal has_begun
            has_begun = True
            await send(message)

        try:
            await self.app(scope, receive, send_and_notice)
        except Exception as error:
            answer = _unexpected(error)
            if not has_begun:
                await answer(scope, receive, send)


def _answer(problem: Problem) -> JSONResponse:
    return JSONResponse(
        problem.body(), problem.status, headers=dict(problem.headers()), media_type="application/problem+json"
    )


def _problem(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, Problem)  # noqa: S101  registered for this class only
    return _answer(error)


def _invalid(_request: Request, error: Exception) -> JSONResponse:
    """List every fault by place and reason. Pydantic's own `input` and `ctx` would repeat what was sent."""
    assert isinstance(error, RequestValidationError)  # noqa: S101  registered for this class only
    faults = [Fault(where=_place(item["loc"]), message=item["msg"]) for item in error.errors()]
    return _answer(Unprocessable(faults=faults))


def _place(location: tuple[Any, ...]) -> str:
    return ".".join(str(part) for part in location)


def _from_http(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)  # noqa: S101  registered for this class only
    if error.status_code == 404:
        return _answer(NotFound())
    if error.status_code == 405:
        answer = _answer(_WrongMethod())
        answer.headers.update(error.headers or {})
        return answer
    if error.status_code == 413:
        return _answer(TooLarge())
    problem = Unprocessable(code="unreadable", sentence="The body could not be read.")
    problem.status = error.status_code
    return _answer(problem)


def _from_database(_request: Request, error: Exception) -> JSONResponse:
    problem = problem_of_store(error)
    return _answer(problem) if problem else _unexpected(error)


def problem_of_store(error: Exception) -> Problem | None:
    """Return what a busy or full store means: "later", never "no"; None for any other failure of it."""
    reason = str(getattr(error, "orig", error)).lower()
    if "full" in reason or "no space" in reason:
        return _StoreFull(stored=False, retry_after_s=60)
    if any(word in reason for word in ("locked", "busy", "timeout", "deadlock", "serialize", "connection")):
        return Later(stored=False, retry_after_s=2)
    return None


def _unexpected(error: Exception) -> JSONResponse:
    """Log the kind and the places of a failure: its text could hold what a person wrote."""
    log.error("unexpected %s at %s", " from ".join(_kinds(error)), " < ".join(_places(error)) or "an unknown place")
    return _answer(_Unexpected(stored=False))


def _kinds(error: BaseException | None) -> Iterator[str]:
    while error is not None:
        yield type(error).__name__
        error = error.__cause__ or error.__context__


def _places(error: Exception) -> Iterator[str]:
    """Yield where it happened, then who of us called that, the innermost first."""
    frames = traceback.extract_tb(error.__traceback__)
    for frame in reversed(frames):
        if frame is frames[-1] or _OURS in Path(frame.filename).parents:
            yield f"{frame.filename}:{frame.lineno}"
