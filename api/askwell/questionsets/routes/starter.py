"""HTTP of the starter library."""

from fastapi import APIRouter

from askwell.identity.standing import SignedIn
from askwell.questionsets import schemas, starter
from askwell.questionsets.routes.shared import TAGS

router = APIRouter(prefix="/v1/starter", tags=TAGS)


@router.get("/themes")
def list_starter_themes(_member: SignedIn) -> list[starter.StarterTheme]:
    """List the themes that questions are about."""
    return list(starter.themes())


@router.get("/packs")
def list_starter_packs(_member: SignedIn) -> schemas.StarterLibrary:
    """List what can be copied from the starter library. Its wording is not validated."""
    return schemas.StarterLibrary(items=list(starter.listed()))
