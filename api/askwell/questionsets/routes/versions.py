"""HTTP of published versions."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request, Response

from askwell.clock import Now
from askwell.database import Db, ReadDb
from askwell.errors import NotFound, problems
from askwell.questionsets import drafting, publishing, queries, schemas
from askwell.questionsets.models import Version
from askwell.questionsets.routes.shared import (
    DOCUMENT,
    ONE,
    TAGS,
    VERSION,
    XFORM,
    Limit,
    Publishing,
    Viewing,
    read_set,
)

router = APIRouter(tags=TAGS)


@router.post(
    ONE + "/versions",
    status_code=201,
    responses={
        200: {"model": schemas.VersionSummary, "description": "Exactly this is published already."},
        **problems(412),
    },
)
def publish_question_set(
    question_set_id: UUID, standing: Publishing, request: Request, db: Db, now: Now, response: Response
) -> schemas.VersionSummary:
    """Publish the draft as a version that never changes. Publishing the same again returns the version there is."""
    known, media = read_set(request, standing.org_id, question_set_id)
    publication = publishing.publish(db, known, publishing.prepare(known.draft, media), media, now)
    response.status_code = 201 if publication.is_new else 200
    return schemas.VersionSummary.of(publication.version)


@router.get(ONE + "/versions")
def list_versions(
    question_set_id: UUID,
    standing: Viewing,
    db: ReadDb,
    cursor: Annotated[int | None, Query(ge=1, le=2_000_000_000)] = None,
    limit: Limit = 50,
) -> schemas.VersionPage:
    """List the versions of a question set, the newest first."""
    drafting.find(db, standing.org_id, question_set_id)
    found = queries.versions(db, standing.org_id, question_set_id, cursor, limit + 1)
    items = [schemas.VersionSummary.of(version) for version in found[:limit]]
    return schemas.VersionPage(items=items, next=items[-1].number if len(found) > limit else None)


def _version(question_set_id: UUID, version_id: UUID, standing: Viewing, db: ReadDb) -> Version:
    found = queries.version(db, standing.org_id, question_set_id, version_id)
    if found is None:
        raise NotFound
    return found


Published = Annotated[Version, Depends(_version)]


@router.get(VERSION)
def get_version(version: Published) -> schemas.VersionSummary:
    """Describe one version."""
    return schemas.VersionSummary.of(version)


@router.get(VERSION + "/document", response_class=Response, responses=DOCUMENT)
def get_version_document(version: Published) -> Response:
    """Return the version document: exactly the bytes whose hash names the version."""
    headers = {"ETag": f'"{version.version_hash}"', "Cache-Control": "private, immutable"}
    return Response(version.document, media_type="application/json", headers=headers)


@router.get(VERSION + "/xform", response_class=Response, responses=XFORM)
def get_version_xform(version: Published) -> Response:
    """Return the XForm of a version, for ODK Collect and other tools."""
    return Response(version.xform, media_type="application/xml", headers={"Cache-Control": "private, immutable"})
