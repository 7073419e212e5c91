"""HTTP of media: the pictures, sounds, films and list files of a question set."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response

from askwell.database import Db, ReadDb
from askwell.errors import NotFound, problems
from askwell.questionsets import drafting, queries
from askwell.questionsets.media import keeping, reading
from askwell.questionsets.media import queries as kept
from askwell.questionsets.media.medium import TYPES
from askwell.questionsets.media.schemas import MediaPage
from askwell.questionsets.routes.shared import BYTES, ONE, TAGS, Editing, Viewing, read_up_to

router = APIRouter(tags=TAGS)
MEDIA = ONE + "/media"
FOREVER = "private, max-age=31536000, immutable"
_ANY = {"content": {"application/octet-stream": BYTES}, "required": True}


async def _uploaded(request: Request) -> bytes:
    return await read_up_to(request, reading.LARGEST, reading.MediumTooLarge)


@router.get(MEDIA)
def list_question_set_media(question_set_id: UUID, standing: Viewing, db: ReadDb) -> MediaPage:
    """List the media of a draft, and the files that it names and nobody has added."""
    known = drafting.find(db, standing.org_id, question_set_id)
    return MediaPage.of(db, standing.org_id, known.id, known.draft)


@router.put(MEDIA + "/{name}", responses=problems(409, 413), openapi_extra={"requestBody": _ANY})
def put_medium(
    question_set_id: UUID, name: str, standing: Editing, data: Annotated[bytes, Depends(_uploaded)], db: Db
) -> MediaPage:
    """Add a file to a draft under the name that its rows use, in place of the one of that name.

    Its content tells what it is. Pictures are written anew: upright, at most 1600 pixels, without metadata.
    """
    medium, to_keep = reading.read_medium(name, data)
    known = queries.lock_question_set(db, standing.org_id, question_set_id)
    if known is None:
        raise NotFound
    keeping.add(db, standing.org_id, known.id, name, medium, to_keep)
    return MediaPage.of(db, standing.org_id, known.id, known.draft)


@router.delete(MEDIA + "/{name}")
def remove_medium(question_set_id: UUID, name: str, standing: Editing, db: Db) -> MediaPage:
    """Take a file away from a draft; published versions keep theirs."""
    known = drafting.find(db, standing.org_id, question_set_id)
    keeping.remove(db, standing.org_id, known.id, name)
    return MediaPage.of(db, standing.org_id, known.id, known.draft)


@router.get(
    ONE + "/contents/{sha256}",
    response_class=Response,
    responses={200: {"content": dict.fromkeys(TYPES, BYTES), "description": "The bytes under this hash."}},
)
def get_medium_content(question_set_id: UUID, sha256: str, standing: Viewing, db: ReadDb) -> Response:
    """Return the bytes of a medium of this question set, of its draft or of any version."""
    drafting.find(db, standing.org_id, question_set_id)
    found = kept.content(db, standing.org_id, sha256)
    if found is None:
        raise NotFound
    headers = {"Cache-Control": FOREVER, "Content-Disposition": "attachment"}
    return Response(found.content, media_type=found.media_type, headers=headers)
