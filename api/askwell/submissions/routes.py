"""Submissions over HTTP: sending for phones; closing, quarantine and conflicts for the desk."""

import json
from datetime import datetime
from typing import Annotated, Any, NamedTuple
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request
from pydantic import ValidationError
from sqlmodel import Session

from askwell.clock import Now
from askwell.database import Db, ReadDb, database_of
from askwell.errors import Fault, NotFound, TooLarge, Unprocessable, problems
from askwell.identity import limiting
from askwell.identity.installing import installation_of
from askwell.identity.standing import Standing, require
from askwell.rounds import opening, presenting, states
from askwell.rounds import queries as rounds
from askwell.rounds.routes import PREFIX, CapabilityHash
from askwell.rounds.schemas import RoundSummary
from askwell.submissions import inspecting, queries, receipts, receiving, reconciling, settling
from askwell.submissions.schemas import (
    MOST_ITEMS,
    ConflictPage,
    ItemResult,
    QuarantinePage,
    StatusAnswer,
    StatusQuery,
    SubmissionItem,
    SubmissionResults,
)

router = APIRouter()

# Twice what the contents may come to: JSON text inside JSON text has many backslashes.
MOST_BODY_BYTES = 2 * 1024 * 1024
_BODY = {
    "required": True,
    "content": {
        "application/json": {
            "schema": {
                "title": "SubmissionBatch",
                "type": "object",
                "required": ["items"],
                "properties": {
                    "items": {
                        "type": "array",
                        "minItems": 1,
                        "maxItems": MOST_ITEMS,
                        "items": SubmissionItem.model_json_schema(),
                    }
                },
            }
        }
    },
}
CloseRounds = Annotated[Standing, Depends(require("close_rounds"))]
Limit = Annotated[int, Query(ge=1, le=100)]
ViewQuarantine = Annotated[Standing, Depends(require("view_quarantine"))]


async def _body(request: Request) -> bytes:
    """Read the body, and stop reading when it is too large."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BODY_BYTES:
            raise TooLarge("This is too large to send at once. Send fewer at a time.", stored=False)
    return bytes(body)


@router.post(
    "/v1/submissions",
    tags=["phone"],
    responses=problems(413, 422, 429, 503, 507),
    openapi_extra={"requestBody": _BODY},
)
def send_submissions(
    request: Request, body: Annotated[bytes, Depends(_body)], capability_hash: CapabilityHash, now: Now
) -> SubmissionResults:
    """Store 1 to 50 finished interviews, each exactly once, and answer after the commit with a result for each."""
    items = _items(body)
    database = database_of(request)
    # Not `ReadDb` and `Db`, each of which would take three threads one after the other: this is the busiest route.
    with database.read() as db:  # who is not known here, or has sent too much, keeps nobody from writing
        admitted = _admitted(request, db, capability_hash, now) if capability_hash else None
    if capability_hash is None or admitted is None:
        return receiving.refuse_all(installation_of(database).store_epoch, items)
    taken, rest = items[: admitted.left], items[admitted.left :]
    with database.writing() as db:
        results = receiving.receive(db, admitted.place, capability_hash, taken, now)
        # Counted last: phones of one round wait for each other here, and now only until the commit.
        admitted.tally.count(db, len(taken))
    results.results += [_later(item) for item in rest]
    return results


@router.post("/v1/sync/status", tags=["phone"], responses=problems(401))
def tell_status(asked: StatusQuery, db: ReadDb, capability_hash: CapabilityHash) -> StatusAnswer:
    """Tell a phone which of its interviews are here now, and which are in a backup that was proved. Changes nothing."""
    return reconciling.tell_status(db, capability_hash, asked.items)


class _Admitted(NamedTuple):
    """Where a known phone sends to, and how many more items may come."""

    place: queries.Place
    tally: limiting.Tally
    left: int


def _admitted(request: Request, db: Session, capability_hash: str, now: datetime) -> _Admitted | None:
    """Look a phone up. Anonymous rounds are counted as a whole: the count is written together with the answers."""
    place = queries.find_place(db, capability_hash)
    if place is None:
        return None
    limit = limiting.Limit("submissions", request.app.state.settings.submissions_per_minute, 60)
    counted = str(place.round_id) if states.is_anonymous(place.mode) else capability_hash
    tally = limiting.Tally(limit, counted, place.hash_key, now)
    return _Admitted(place, tally, tally.left(db))


def _later(item: SubmissionItem | None) -> ItemResult:
    return receipts.refused(item, "later", item.sha256) if item else receipts.refused(None, "garbled")


def _items(body: bytes) -> list[SubmissionItem | None]:
    """Read the batch. An item that cannot be read is None: it must not keep the others back."""
    try:
        batch = json.loads(body)
    except (ValueError, RecursionError):
        raise _unreadable("body", "not JSON") from None
    items = batch.get("items") if isinstance(batch, dict) else None
    if not isinstance(items, list) or not 1 <= len(items) <= MOST_ITEMS:
        raise _unreadable("body.items", f"a list of 1 to {MOST_ITEMS} items is needed")
    return [_item(item) for item in items]


def _item(item: Any) -> SubmissionItem | None:
    try:
        return SubmissionItem.model_validate(item)
    except ValidationError:
        return None


def _unreadable(where: str, message: str) -> Unprocessable:
    return Unprocessable(faults=[Fault(where=where, message=message)], stored=False)


@router.post(PREFIX + "/{round_id}/closing", tags=["rounds"])
def close_round(request: Request, standing: CloseRounds, round_id: UUID, db: Db, now: Now) -> RoundSummary:
    """Close a round: no new phones, unused cards burnt, the last group settled. Late answers are still stored."""
    round_ = opening.find_round(db, standing.org_id, round_id, lock=True)
    settling.close_and_settle(db, round_, now)
    row = rounds.find_at_desk(db, standing.org_id, round_id)
    if row is None:
        raise NotFound
    return presenting.at_desk(row, request.app.state.settings.public_url, now)


@router.get(PREFIX + "/{round_id}/quarantine", tags=["results"])
def list_quarantine(
    request: Request,
    standing: ViewQuarantine,
    round_id: UUID,
    db: ReadDb,
    now: Now,
    cursor: str | None = None,
    limit: Limit = 50,
) -> QuarantinePage:
    """List submissions that were stored but not understood."""
    round_ = settling.round_to_read(database_of(request), standing.org_id, round_id, now)
    return inspecting.list_quarantine(db, round_, cursor, limit)


@router.get(PREFIX + "/{round_id}/conflicts", tags=["results"])
def list_conflicts(
    request: Request,
    standing: ViewQuarantine,
    round_id: UUID,
    db: ReadDb,
    now: Now,
    cursor: str | None = None,
    limit: Limit = 50,
) -> ConflictPage:
    """List different contents that came under one id. Both are kept; neither wins by itself."""
    round_ = settling.round_to_read(database_of(request), standing.org_id, round_id, now)
    return inspecting.list_conflicts(db, round_, cursor, limit)
