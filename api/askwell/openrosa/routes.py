"""OpenRosa over HTTP: formList, form, manifest and submission for clients; address and picture for the desk.

What a client puts into the query, `deviceID` above all, is read by nobody.
"""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response

from askwell.clock import Now
from askwell.database import ReadDb, database_of
from askwell.errors import NotFound
from askwell.identity import limiting
from askwell.identity.installing import installation_of
from askwell.openrosa import arriving, doors, forms, inviting, media, posts, queries, replies
from askwell.openrosa.schemas import CollectAccess
from askwell.questionsets.media.medium import TYPES
from askwell.rounds import states
from askwell.rounds.opening import find_round
from askwell.rounds.routes import BYTES, PREFIX, SVG, ViewRounds
from askwell.submissions import queries as submissions
from askwell.submissions import receiving

router = APIRouter()
clients = APIRouter(prefix="/openrosa/{door}", tags=["openrosa"], route_class=replies.OpenRosaRoute)

_XML: dict[str, Any] = {"content": {replies.XML_TYPE: {"schema": {"type": "string"}}}}
_MEANINGS = {
    200: "The document.",
    201: "Received.",
    202: "Stored, and set aside: parts are still to come, or a person must look at it.",
    400: "No submission of this round; nothing was stored.",
    401: "The password of the round is needed (HTTP Basic, https only).",
    403: "With a password this works over https only.",
    404: "No questions are asked at this address.",
    409: "Other answers came under this id before; both are kept.",
    413: "More bytes than this takes.",
    429: "Too many submissions; try again after `Retry-After` seconds.",
    503: "Busy; try again after `Retry-After` seconds.",
    507: "The disk is full.",
}
_BODY = {
    "required": True,
    "content": {
        "multipart/form-data": {
            "schema": {
                "type": "object",
                "required": [posts.XML],
                "properties": {
                    posts.XML: {"type": "string", "description": "The submission, `text/xml`."},
                    posts.INCOMPLETE: {"type": "string", "enum": ["yes", "no"], "description": "More posts follow."},
                },
            }
        }
    },
}


def _answers(*statuses: int) -> dict[int | str, dict[str, Any]]:
    return {status: {**_XML, "description": _MEANINGS[status]} for status in statuses}


def _entered(request: Request, door: str) -> doors.Entered:
    return doors.enter(request, door)


_ANY_FILE = {**_answers(401, 403, 404), 200: {"content": dict.fromkeys(TYPES, BYTES), "description": "The file."}}

Entered = Annotated[doors.Entered, Depends(_entered)]


async def _body(request: Request) -> bytes:
    return await request.body()


@clients.get("/formList", response_class=Response, responses=_answers(200, 401, 403, 404))
def list_forms(request: Request, entered: Entered, now: Now) -> Response:
    """List the form of the round while it is open; before and after, none."""
    asked = entered.asked
    offered = states.state_of(asked.round, now) == "open" and forms.obstacle(asked) is None
    form = forms.hand_out(asked) if offered else None
    return replies.form_list(asked.round.title, form, _address(request, entered), has_media=bool(asked.media))


@clients.get("/form.xml", response_class=Response, responses=_answers(200, 401, 403, 404))
def read_form(entered: Entered) -> Response:
    """Return the form: exactly the bytes that the list gives the hash of."""
    if forms.obstacle(entered.asked) is not None:
        raise doors.NoSuchDoor
    return Response(forms.hand_out(entered.asked).content, media_type=replies.XML_TYPE)


@clients.get("/manifest", response_class=Response, responses=_answers(200, 401, 403, 404))
def list_media(request: Request, entered: Entered) -> Response:
    """List the files of the form: pictures, sounds, films and lists, each with the MD5 of its bytes."""
    return replies.manifest(entered.asked.media, _address(request, entered))


@clients.get("/media/{name}", response_class=Response, responses=_ANY_FILE)
def read_media(entered: Entered, name: str, db: ReadDb) -> Response:
    """Return a file of the form."""
    found = media.find(db, entered.asked, name)
    if found is None:
        raise doors.NoSuchDoor
    return Response(found.content, media_type=found.media_type, headers={"Content-Disposition": "attachment"})


def _address(request: Request, entered: doors.Entered) -> str:
    return f"{request.app.state.settings.public_url}/openrosa/{entered.door}"


@clients.head(
    "/submission",
    status_code=204,
    response_class=Response,
    responses={204: {"description": "Send here."}, **_answers(401, 403, 404)},
)
def look_for_submission(_entered: Entered) -> Response:
    """Say that submissions are taken here."""
    return Response(status_code=204)


@clients.post(
    "/submission",
    status_code=201,
    response_class=Response,
    responses=_answers(201, 202, 400, 401, 403, 404, 409, 413, 429, 503, 507),
    openapi_extra={"requestBody": _BODY},
)
def send_submission(request: Request, entered: Entered, body: Annotated[bytes, Depends(_body)], now: Now) -> Response:
    """Store a submission exactly once, however often it is sent, and answer after the commit."""
    asked, database = entered.asked, database_of(request)
    limit = limiting.Limit("submissions", request.app.state.settings.submissions_per_minute, 60)
    with database.read() as db:  # before any work, and who has sent too much keeps nobody from writing
        place = submissions.place_of_round(db, asked.round.id)
        tally = limiting.Tally(limit, str(asked.round.id), place.hash_key, now)
        tally.left(db)
    post = posts.take_apart(request.headers.get("Content-Type", ""), body)
    item = arriving.item_of(asked, post.xml)
    with database.writing() as db:
        (result,) = receiving.receive(db, place, "", [item], now, post.hold).results
        tally.count(db, 1)
    return replies.of(result)


@router.get(PREFIX + "/{round_id}/openrosa", tags=["rounds"])
def read_collect_access(request: Request, standing: ViewRounds, round_id: UUID, db: ReadDb) -> CollectAccess:
    """Return the address of the round for ODK Collect, or why it has none."""
    asked, hash_key, public_url = _at_desk(request, db, standing.org_id, round_id)
    return inviting.access(asked, hash_key, public_url)


@router.get(PREFIX + "/{round_id}/openrosa.svg", tags=["rounds"], responses={200: SVG}, response_class=Response)
def read_collect_picture(request: Request, standing: ViewRounds, round_id: UUID, db: ReadDb) -> Response:
    """Return a QR code that sets ODK Collect up for the round."""
    asked, hash_key, public_url = _at_desk(request, db, standing.org_id, round_id)
    return Response(inviting.picture(asked, hash_key, public_url), media_type="image/svg+xml")


def _at_desk(request: Request, db: ReadDb, org_id: UUID, round_id: UUID) -> tuple[queries.Asked, str, str]:
    asked = queries.find(db, find_round(db, org_id, round_id).id)
    if asked is None:
        raise NotFound
    return asked, installation_of(database_of(request)).hash_key, request.app.state.settings.public_url


router.include_router(clients)
