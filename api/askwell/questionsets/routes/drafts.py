"""HTTP of question sets and their drafts."""

import re
from typing import Annotated
from urllib.parse import quote
from uuid import UUID

from fastapi import APIRouter, Depends, Header, Query, Request, Response

from askwell.clock import Now
from askwell.database import Db, ReadDb
from askwell.errors import Problem, problems
from askwell.questionsets import drafting, exporting, importing, publishing, queries, repairing, schemas, unpacking
from askwell.questionsets.checking import check
from askwell.questionsets.media import keeping
from askwell.questionsets.models import QuestionSet
from askwell.questionsets.routes.shared import (
    BYTES,
    DOCUMENT,
    ONE,
    SETS,
    TAGS,
    WORKBOOK,
    XFORM,
    Editing,
    Limit,
    Viewing,
    read_set,
    read_up_to,
)

router = APIRouter(tags=TAGS)


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
    latest = queries.latest_versions(db, known.org_id, [known.id])
    changed = keeping.changed_since(db, known.org_id, latest, {known.id: known.draft})
    return schemas.QuestionSet.of(known, latest.get(known.id), media_changed=known.id in changed)


@router.get(SETS)
def list_question_sets(
    standing: Viewing, db: ReadDb, cursor: UUID | None = None, limit: Limit = 50
) -> schemas.QuestionSetPage:
    """List the question sets of an organization by title."""
    found = queries.question_sets(db, standing.org_id, cursor, limit + 1)
    latest = queries.latest_versions(db, standing.org_id, [known.id for known in found[:limit]])
    changed = keeping.changed_since(db, standing.org_id, latest, {known.id: known.draft for known in found})
    items = [
        schemas.QuestionSetSummary.of(known, latest.get(known.id), media_changed=known.id in changed)
        for known in found[:limit]
    ]
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
    return await read_up_to(request, unpacking.LARGEST_FILE, unpacking.FileTooLarge)


_FILE = {"content": dict.fromkeys(importing.MEDIA_TYPES, BYTES), "required": True}


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
    known, media = read_set(request, standing.org_id, question_set_id)
    draft = known.draft
    checked = check(draft, media)
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


@router.get(ONE + "/draft.xlsx", response_class=Response, responses=WORKBOOK)
def get_draft_workbook(question_set_id: UUID, standing: Viewing, request: Request) -> Response:
    """Return the draft as an XLSForm workbook."""
    known, _media = read_set(request, standing.org_id, question_set_id)
    return Response(
        exporting.workbook_of(known.draft), media_type=importing.WORKBOOK, headers=_as_file(known.title, "xlsx")
    )


@router.get(ONE + "/draft.xml", response_class=Response, responses=XFORM)
def get_draft_xform(question_set_id: UUID, standing: Viewing, request: Request) -> Response:
    """Return the draft as the XForm that publishing would make of it, for ODK, KoboToolbox and other tools."""
    known, media = read_set(request, standing.org_id, question_set_id)
    xform = publishing.prepare(known.draft, media).xform
    return Response(xform, media_type="application/xml", headers=_as_file(known.title, "xml"))


def _as_file(title: str, suffix: str) -> dict[str, str]:
    disposition = f"attachment; filename=\"questions.{suffix}\"; filename*=UTF-8''{quote(title, safe='')}.{suffix}"
    return {"Cache-Control": "no-store", "Content-Disposition": disposition}


@router.get(ONE + "/preview", response_class=Response, responses=DOCUMENT)
def preview_question_set(question_set_id: UUID, standing: Viewing, request: Request) -> Response:
    """Return the draft as the version document that publishing would make of it."""
    known, media = read_set(request, standing.org_id, question_set_id)
    compiled = publishing.prepare(known.draft, media)
    return Response(compiled.data, media_type="application/json", headers={"Cache-Control": "no-store"})
