"""Rounds over HTTP: joining and reading for phones, opening and cards for the desk.

What a phone sends here is not logged, and not stored but as a hash. Closing stands beside the answers it settles.
"""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Header, Query, Request, Response, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from askwell.clock import Now
from askwell.database import Db, ReadDb, database_of
from askwell.errors import NotFound, problems
from askwell.identity import limiting
from askwell.identity.standing import Standing, require
from askwell.questionsets.media import queries as media
from askwell.questionsets.media.medium import TYPES
from askwell.rounds import codes, joining, opening, paging, presenting, queries
from askwell.rounds.guarding import guard
from askwell.rounds.schemas import (
    Cards,
    Join,
    NewCards,
    NewRound,
    RoundForPhone,
    RoundOpened,
    RoundPage,
    RoundSummary,
)

router = APIRouter()
PREFIX = "/v1/organizations/{org_id}/rounds"
_JSON: dict[str, Any] = {"content": {"application/json": {"schema": {"type": "object"}}}}
BYTES: dict[str, Any] = {"schema": {"type": "string", "format": "binary"}}
SVG: dict[str, Any] = {"content": {"image/svg+xml": {"schema": {"type": "string"}}}}
FOREVER = "private, max-age=31536000, immutable"

_bearer = HTTPBearer(
    auto_error=False, scheme_name="capability", description="The secret that the phone made when it joined the round."
)


async def _capability_hash(
    credentials: Annotated[HTTPAuthorizationCredentials | None, Security(_bearer)],
) -> str | None:
    return codes.hash_of(credentials.credentials) if credentials else None


CapabilityHash = Annotated[str | None, Depends(_capability_hash)]
ViewRounds = Annotated[Standing, Depends(require("view_rounds"))]
OpenRounds = Annotated[Standing, Depends(require("open_rounds"))]


@router.post("/v1/joins", tags=["phone"], responses=problems(404, 409, 429))
def join(request: Request, wish: Join, db: Db, now: Now) -> RoundForPhone:
    """Trade a code for the right to send answers to a round.

    The same capability hash gets the same answer again, even with a used card. Only wrong short codes are counted, by a
    name that thousands of addresses share; no address is kept.
    """
    limit = limiting.Limit("join", request.app.state.settings.join_attempts, 15 * 60)
    guard(database_of(request), limit, limiting.neighbourhood(request), wish, now)
    return presenting.for_phone(db, joining.join(db, wish.code, wish.capability_hash, now), now)


@router.get("/v1/round", tags=["phone"], responses=problems(401))
def read_round(db: ReadDb, capability_hash: CapabilityHash, now: Now) -> RoundForPhone:
    """Return the round that this phone has joined, as it is now."""
    return presenting.for_phone(db, joining.round_of(db, capability_hash), now)


@router.get(
    "/v1/versions/{version_hash}",
    tags=["phone"],
    responses={**problems(401, 404), 200: _JSON, 304: {"description": "These are the bytes you have."}},
    response_class=Response,
)
def read_version(
    version_hash: str,
    db: ReadDb,
    capability_hash: CapabilityHash,
    if_none_match: Annotated[str | None, Header()] = None,
) -> Response:
    """Return the questions of the round: exactly the bytes that the hash names. They never change."""
    there = joining.round_of(db, capability_hash)
    if version_hash != there.version_hash:
        raise NotFound
    headers = {"ETag": f'"{version_hash}"', "Cache-Control": FOREVER}
    if if_none_match == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    return Response(queries.read_document(db, there.round.version_id), media_type="application/json", headers=headers)


@router.get(
    "/v1/media/{sha256}",
    tags=["phone"],
    responses={**problems(401, 404), 200: {"content": dict.fromkeys(TYPES, BYTES)}},
    response_class=Response,
)
def read_medium(sha256: str, db: ReadDb, capability_hash: CapabilityHash) -> Response:
    """Return a picture, sound or film of the round's questions: exactly the bytes that the hash names."""
    there = joining.round_of(db, capability_hash)
    found = media.content_of_version(db, there.round.org_id, there.round.version_id, sha256)
    if found is None:
        raise NotFound
    headers = {"Cache-Control": FOREVER, "Content-Disposition": "attachment"}
    return Response(found.content, media_type=found.media_type, headers=headers)


@router.get(PREFIX, tags=["rounds"])
def list_rounds(
    request: Request,
    standing: ViewRounds,
    db: ReadDb,
    now: Now,
    cursor: str | None = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> RoundPage:
    """List the rounds of the organization."""
    after = paging.from_cursor(cursor, (date.fromisoformat, UUID)) if cursor else None
    rows = queries.page_at_desk(db, standing.org_id, after, limit + 1)
    page, following = paging.cut(rows, limit, lambda row: (row.round.opens_on, row.round.id))
    return RoundPage(items=[presenting.at_desk(row, _url(request), now) for row in page], next=following)


@router.post(PREFIX, tags=["rounds"], status_code=201, responses=problems(409))
def open_round(request: Request, standing: OpenRounds, wish: NewRound, db: Db, now: Now) -> RoundOpened:
    """Open a published version to people. Version, mode and k are settled by this."""
    opened = opening.open_round(db, standing.org_id, wish, now)
    summary = _at_desk(request, db, standing, opened.round.id, now)
    dealt = presenting.cards(opened.card_codes, _url(request)) if opened.card_codes else None
    return RoundOpened(**summary.model_dump(), new_cards=dealt)


@router.get(PREFIX + "/{round_id}", tags=["rounds"])
def read_round_at_desk(request: Request, standing: ViewRounds, round_id: UUID, db: ReadDb, now: Now) -> RoundSummary:
    """Return one round."""
    return _at_desk(request, db, standing, round_id, now)


@router.post(PREFIX + "/{round_id}/cards", tags=["rounds"], status_code=201, responses=problems(409))
def deal_cards(request: Request, standing: OpenRounds, round_id: UUID, wish: NewCards, db: Db, now: Now) -> Cards:
    """Make cards. They are shown this once: the server keeps their hashes only."""
    round_ = opening.find_round(db, standing.org_id, round_id, lock=True)
    return presenting.cards(opening.deal_cards(db, round_, wish.count, now), _url(request))


@router.get(
    PREFIX + "/{round_id}/qr.svg",
    tags=["rounds"],
    responses={200: SVG},
    response_class=Response,
)
def read_qr(request: Request, standing: ViewRounds, round_id: UUID, db: ReadDb) -> Response:
    """Return the round's link as a QR code."""
    round_ = opening.find_round(db, standing.org_id, round_id)
    return Response(presenting.qr(round_, _url(request)), media_type="image/svg+xml")


def _at_desk(request: Request, db: ReadDb, standing: Standing, round_id: UUID, now: Now) -> RoundSummary:
    row = queries.find_at_desk(db, standing.org_id, round_id)
    if row is None:
        raise NotFound
    return presenting.at_desk(row, _url(request), now)


def _url(request: Request) -> str:
    url: str = request.app.state.settings.public_url
    return url
