"""What the routes of question sets have in common: addresses, who may do what, and how documents are described."""

from collections.abc import Callable
from enum import Enum
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Query, Request

from askwell.database import database_of
from askwell.errors import Problem
from askwell.identity.standing import Standing, require
from askwell.questionsets import drafting, importing
from askwell.questionsets.media import keeping
from askwell.questionsets.media.medium import Media
from askwell.questionsets.models import QuestionSet

Answers = dict[int | str, dict[str, Any]]

SETS = "/v1/organizations/{org_id}/question-sets"
ONE = SETS + "/{question_set_id}"
VERSION = ONE + "/versions/{version_id}"
TAGS: list[str | Enum] = ["question sets"]

BYTES: dict[str, Any] = {"schema": {"type": "string", "format": "binary"}}
_SCHEMA = {"type": "object", "description": "docs/version-format.md describes it.", "additionalProperties": True}
DOCUMENT: Answers = {
    200: {"content": {"application/json": {"schema": _SCHEMA}}, "description": "The version document."}
}
WORKBOOK: Answers = {200: {"content": {importing.WORKBOOK: BYTES}}}
XFORM: Answers = {200: {"content": {"application/xml": {"schema": {"type": "string"}}}, "description": "The XForm."}}

Viewing = Annotated[Standing, Depends(require("view_question_sets"))]
Editing = Annotated[Standing, Depends(require("edit_question_sets"))]
Publishing = Annotated[Standing, Depends(require("publish"))]
Limit = Annotated[int, Query(ge=1, le=200)]


def read_set(request: Request, org_id: UUID, question_set_id: UUID) -> tuple[QuestionSet, Media]:
    """Read a question set and its media in a short session: compiling takes longer than a transaction should."""
    with database_of(request).read() as db:
        return drafting.find(db, org_id, question_set_id), keeping.on_hand(db, org_id, question_set_id)


async def read_up_to(request: Request, most: int, too_large: Callable[[], Problem]) -> bytes:
    """Read the body of a request, and stop as soon as it is larger than `most` bytes."""
    data = bytearray()
    async for chunk in request.stream():
        data += chunk
        if len(data) > most:
            raise too_large()
    return bytes(data)
