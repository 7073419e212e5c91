"""Results over HTTP, for the desk. Leaders have no way in here."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request

from askwell.analysis import summarizing
from askwell.analysis.schemas import Progress, Results
from askwell.clock import Now
from askwell.database import ReadDb, database_of
from askwell.identity.standing import Standing, require
from askwell.rounds.routes import PREFIX
from askwell.submissions.settling import round_to_read

router = APIRouter(tags=["results"])

ViewProgress = Annotated[Standing, Depends(require("view_progress"))]
ViewResults = Annotated[Standing, Depends(require("view_results"))]


@router.get(PREFIX + "/{round_id}/progress")
def read_progress(request: Request, standing: ViewProgress, round_id: UUID, db: ReadDb, now: Now) -> Progress:
    """Say how many have answered, in bands; never per person, never below the first band."""
    return summarizing.progress(db, round_to_read(database_of(request), standing.org_id, round_id, now))


@router.get(PREFIX + "/{round_id}/results")
def read_results(request: Request, standing: ViewResults, round_id: UUID, db: ReadDb, now: Now) -> Results:
    """Return what the answers come to, question by question, without what could tell about fewer than k people."""
    return summarizing.summarize(db, round_to_read(database_of(request), standing.org_id, round_id, now))
