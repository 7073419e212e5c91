"""HTTP of the service itself: is it well, and who is it."""

from fastapi import APIRouter, Request

from askwell.admin import schemas
from askwell.admin.health import write_and_read
from askwell.database import database_of
from askwell.errors import problems
from askwell.identity.installing import installation_of

router = APIRouter(tags=["admin"])


@router.get("/healthz", responses=problems(503))
def healthz(request: Request) -> schemas.Health:
    """Write, commit and read; 503 when that fails."""
    write_and_read(database_of(request))
    return schemas.Health()


@router.get("/v1/hello")
def hello(request: Request) -> schemas.Hello:
    """Greet a phone: which service this is, what it speaks, and how much it takes at once."""
    return schemas.Hello(epoch=installation_of(database_of(request)).store_epoch)
