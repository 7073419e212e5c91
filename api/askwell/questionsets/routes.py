"""HTTP of question sets, their drafts and versions, and the starter library."""

import re
from typing import Annotated, Any
from urllib.parse import quote
from uuid import UUID

from fastapi import APIRouter, Depends, Header, Query, Request, Response

from askwell.clock import Now
from askwell.database import Db, ReadDb, database_of
from askwell.errors import NotFound, Problem, problems
from askwell.identity.standing import SignedIn, Standing, require
from askwell.questionsets import (
    drafting,
    exporting,
    importing,
    publishing,
    queries,
    repairing,
    schemas,
    starter,
    unpacking,
)
from askwell.questionsets.checking import check
from askwell.questionsets.models import QuestionSet, Version

router = APIRouter(prefix="/v1", tags=["question sets"])
SETS = "/organizations/{org_id}/question-sets"
ONE = SETS + "/{question_set_id}"
Answers = dict[int | str, dict[str, Any]]
VERSION = ONE + "/versions/{version_id}"

_SCHEMA = {"type": "object", "description": "docs/version-format.md describes it.", "additionalProperties": True}
_DOCUMENT: Answers = {
    200: {"content": {"application/json": {"schema": _SCHEMA}}, "description": "The version document."}
}
_WORKBOOK: Answers = {200: {"content": {importing.WORKBOOK: {"schema": {"type": "string", "format": "binary"}}}}}
_XFORM: Answers = {200: {"content": {"application/xml": {"schema": {"type": "string"}}}, "description": "The XForm."}}

Viewing = Annotated[Standing, Depends(require("view_question_sets"))]
Editing = Annotated[Standing, Depends(require("edit_question_sets"))]
Publishing = Annotated[Standing, Depends(require("publish"))]
Limit = Annotated[int, Query(ge=1, le=200)]


class IfMatchRequired(Problem):
    """Saving without saying which draft was changed could undo somebody else's work."""

    status = 428
    code = "if_match_required"
    sentence = "Say with If-Match which draft you changed: the ETag that came with it."


def _draft_rev(if_match: Annotated[str | None, Header(description="The ETag of the draft you changed.")] = None) -> int:
    if if_match is None:
        raise IfMatchRequired
    found = re.fullmatch(r'\s*(?:W/)?"?([0-9]{1,9})"?\s*', if_match)
    if found is None:
        raise drafting.DraftChanged
    return int(found.group(1))


def _described(db: Db, known: QuestionSet, response: Response) -> schemas.QuestionSet:
    response.headers["ETag"] = f'"{known.draft_rev}"'
    return schemas.QuestionSet.of(known, queries.latest_versions(db, known.org_id, [known.id]).get(known.id))


def _read(request: Request, org_id: UUID, question_set_id: UUID) -> QuestionSet:
    """Read a question set in a short session of its own: compiling takes longer than a transaction should."""
    with database_of(request).read() as db:
        return drafting.find(db, org_id, question_set_id)


@router.get("/starter/themes")
def list_starter_themes(_member: SignedIn) -> list[starter.StarterTheme]:
    """List the themes that questions are about."""
    return list(starter.themes())


@router.get("/starter/packs")
def list_starter_packs(_member: SignedIn) -> schemas.StarterLibrary:
    """List what can be copied from the starter library. Its wording is not validated."""
    return schemas.StarterLibrary(items=list(starter.listed()))


@router.get(SETS)
def list_question_sets(
    standing: Viewing, db: ReadDb, cursor: UUID | None = None, limit: Limit = 50
) -> schemas.QuestionSetPage:
    """List the question sets of an organization by title."""
    found = queries.question_sets(db, standing.org_id, cursor, limit + 1)
    latest = queries.latest_versions(db, standing.org_id, [known.id for known in found[:limit]])
    items = [schemas.QuestionSetSummary.of(known, latest.get(known.id)) for known in found[:limit]]
    return schemas.QuestionSetPage(items=items, next=items[-1].id if len(found) > limit else None)


@router.post(SETS, status_code=201, responses=problems(404))
def create_question_set(
    new: schemas.NewQuestionSet, standing: Editing, db: Db, now: Now, response: Response
) -> schemas.QuestionSet:
    """Make a question set: empty, copied from the starter library, or from a draft."""
    if new.pack is not None:
        made = drafting.create_from_pack(db, standing.org_id, new.title, new.pack, now)
    else:
        draft = drafting.empty_draft() if new.draft is None else new.draft.rows()
        made = drafting.create(db, standing.org_id, new.title, draft, now)
    return _described(db, made, response)


async def _uploaded(request: Request) -> bytes:
    """Read the body of an import, and stop as soon as it is too large."""
    data = bytearray()
    async for chunk in request.stream():
        data += chunk
        if len(data) > unpacking.LARGEST_FILE:
            raise unpacking.FileTooLarge
    return bytes(data)


_FILE = {
    "content": {kind: {"schema": {"type": "string", "format": "binary"}} for kind in importing.MEDIA_TYPES},
    "required": True,
}


@router.post(SETS + "/imports", status_code=201, responses=problems(413), openapi_extra={"requestBody": _FILE})
def import_question_set(
    standing: Editing,
    data: Annotated[bytes, Depends(_uploaded)],
    request: Request,
    db: Db,
    now: Now,
    response: Response,
    filename: Annotated[
        str, Query(max_length=300, description="Tells the kind of file and, if need be, the title.")
    ] = "",
) -> schemas.QuestionSet:
    """Make a question set from a workbook (.xlsx, .xls), a .csv, a Markdown table or an XForm, sent as the body.

    `notes` tells what could not be brought in; `check` what could be mended.
    """
    imported = importing.read_question_set(data, request.headers.get("content-type", ""), filename)
    made = drafting.create(db, standing.org_id, imported.title, imported.draft, now, notes=imported.notes)
    return _described(db, made, response)


@router.get(ONE)
def get_question_set(question_set_id: UUID, standing: Viewing, db: ReadDb, response: Response) -> schemas.QuestionSet:
    """Return a question set with its draft; the ETag names the draft."""
    return _described(db, drafting.find(db, standing.org_id, question_set_id), response)


@router.put(ONE + "/draft", responses=problems(412, 428))
def save_draft(
    question_set_id: UUID,
    draft: schemas.Draft,
    standing: Editing,
    rev: Annotated[int, Depends(_draft_rev)],
    db: Db,
    now: Now,
    response: Response,
) -> schemas.QuestionSet:
    """Replace the draft, if nobody else has done so since it was read."""
    known = drafting.find(db, standing.org_id, question_set_id)
    return _described(db, drafting.save(db, known, draft.rows(), rev, now), response)


@router.get(ONE + "/check")
def check_question_set(question_set_id: UUID, standing: Viewing, request: Request) -> schemas.CheckReport:
    """Report everything that is wrong with the draft, each fault with its place and a remedy."""
    draft = _read(request, standing.org_id, question_set_id).draft
    checked = check(draft)
    return schemas.CheckReport(ok=checked.ok, faults=checked.faults, repairs=repairing.offered(draft))


@router.post(ONE + "/repairs", responses=problems(409, 412, 428))
def repair_draft(
    question_set_id: UUID,
    wanted: schemas.AcceptedRepairs,
    standing: Editing,
    rev: Annotated[int, Depends(_draft_rev)],
    db: Db,
    now: Now,
    response: Response,
) -> schemas.QuestionSet:
    """Do the repairs that were accepted, no others, and note each of them."""
    known = drafting.find(db, standing.org_id, question_set_id)
    return _described(db, drafting.repair(db, known, wanted.accept, rev, now), response)


@router.get(ONE + "/draft.xlsx", response_class=Response, responses=_WORKBOOK)
def get_draft_workbook(question_set_id: UUID, standing: Viewing, request: Request) -> Response:
    """Return the draft as an XLSForm workbook."""
    known = _read(request, standing.org_id, question_set_id)
    return Response(
        exporting.workbook_of(known.draft), media_type=importing.WORKBOOK, headers=_as_file(known.title, "xlsx")
    )


@router.get(ONE + "/draft.xml", response_class=Response, responses=_XFORM)
def get_draft_xform(question_set_id: UUID, standing: Viewing, request: Request) -> Response:
    """Return the draft as the XForm that publishing would make of it, for ODK, KoboToolbox and other tools."""
    known = _read(request, standing.org_id, question_set_id)
    xform = publishing.prepare(known.draft).xform
    return Response(xform, media_type="application/xml", headers=_as_file(known.title, "xml"))


def _as_file(title: str, suffix: str) -> dict[str, str]:
    disposition = f"attachment; filename=\"questions.{suffix}\"; filename*=UTF-8''{quote(title, safe='')}.{suffix}"
    return {"Cache-Control": "no-store", "Content-Disposition": disposition}


@router.get(ONE + "/preview", response_class=Response, responses=_DOCUMENT)
def preview_question_set(question_set_id: UUID, standing: Viewing, request: Request) -> Response:
    """Return the draft as the version document that publishing would make of it."""
    compiled = publishing.prepare(_read(request, standing.org_id, question_set_id).draft)
    return Response(compiled.data, media_type="application/json", headers={"Cache-Control": "no-store"})


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
    known = _read(request, standing.org_id, question_set_id)
    publication = publishing.publish(db, known, publishing.prepare(known.draft), now)
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


@router.get(VERSION + "/document", response_class=Response, responses=_DOCUMENT)
def get_version_document(version: Published) -> Response:
    """Return the version document: exactly the bytes whose hash names the version."""
    headers = {"ETag": f'"{version.version_hash}"', "Cache-Control": "private, immutable"}
    return Response(version.document, media_type="application/json", headers=headers)


@router.get(VERSION + "/xform", response_class=Response, responses=_XFORM)
def get_version_xform(version: Published) -> Response:
    """Return the XForm of a version, for ODK Collect and other tools."""
    return Response(version.xform, media_type="application/xml", headers={"Cache-Control": "private, immutable"})
