"""Turns every failure into `application/problem+json`. Nothing that was sent is ever echoed or logged."""

import logging
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from sqlalchemy.exc import OperationalError
from starlette.exceptions import HTTPException

from askwell.errors import Fault, Later, NotFound, Problem, TooLarge, Unprocessable

log = logging.getLogger("askwell")


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
    app.add_exception_handler(Exception, _unexpected)


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


def _from_database(request: Request, error: Exception) -> JSONResponse:
    """A busy or full store means "later", never "no"."""
    reason = str(getattr(error, "orig", error)).lower()
    if "full" in reason or "no space" in reason:
        return _answer(_StoreFull(stored=False, retry_after_s=60))
    if any(word in reason for word in ("locked", "busy", "timeout", "deadlock", "serialize", "connection")):
        return _answer(Later(stored=False, retry_after_s=2))
    return _unexpected(request, error)


def _unexpected(_request: Request, error: Exception) -> JSONResponse:
    """Log the kind and the place of a failure: its text could hold what a person wrote."""
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    place = f"{frame.tb_frame.f_code.co_filename}:{frame.tb_lineno}" if frame else "unknown place"
    log.error("unexpected %s at %s", type(error).__name__, place)
    return _answer(_Unexpected(stored=False))
