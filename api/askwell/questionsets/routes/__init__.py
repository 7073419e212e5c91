"""HTTP of question sets: drafts, media, versions, and the starter library."""

from fastapi import APIRouter

from askwell.questionsets.routes import drafts, media, starter, versions

router = APIRouter()
for part in (starter, drafts, media, versions):
    router.include_router(part.router)
