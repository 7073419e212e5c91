"""Everything wired: settings → database → routes → bodies, headers → the phone app. Read it from top to bottom."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from sqlalchemy.exc import SQLAlchemyError
from starlette.middleware.gzip import GZipMiddleware
from starlette.staticfiles import StaticFiles

from askwell import __version__
from askwell.admin import marking
from askwell.admin.routes import router as admin
from askwell.analysis.routes import router as analysis
from askwell.bodies import BoundedBodies
from askwell.database import Database
from askwell.documenting import document_problems
from askwell.handlers import UnexpectedFailures, answer_every_failure_as_a_problem
from askwell.headers import SafeHeaders
from askwell.identity.routes import router as identity
from askwell.interop.routes import router as interop
from askwell.logbook import Logbook, LogbookUnreadable
from askwell.openrosa.routes import router as openrosa
from askwell.questionsets.routes import router as questionsets
from askwell.rounds.routes import router as rounds
from askwell.settings import Settings
from askwell.submissions.routes import router as submissions

log = logging.getLogger("askwell")

ROUTERS = (admin, identity, questionsets, rounds, submissions, analysis, interop, openrosa)


def create_app(settings: Settings | None = None) -> FastAPI:
    """Build the service. Its tables must be there: `askwell migrate` makes them, `askwell serve` does so by itself."""
    settings = settings or Settings()
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    _log(settings)

    app = FastAPI(
        title="Askwell",
        version=__version__,
        summary="Question sets answered offline on phones, received exactly once, read back without exposing anyone.",
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        openapi_url="/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=_lifespan,
        generate_unique_id_function=lambda route: route.name,
    )
    app.state.settings = settings
    app.state.database = Database(settings.database)
    answer_every_failure_as_a_problem(app)
    document_problems(app)
    for router in ROUTERS:
        app.include_router(router)
    _serve_the_phone_app(app, settings)
    app.add_middleware(BoundedBodies)
    app.add_middleware(GZipMiddleware, minimum_size=1024, compresslevel=6)
    app.add_middleware(UnexpectedFailures)
    app.add_middleware(SafeHeaders, secure=settings.secure)
    return app


def _log(settings: Settings) -> None:
    logging.basicConfig(level=settings.log_level.upper())
    logging.getLogger("sqlalchemy").setLevel(logging.WARNING)  # below that it writes down every row it reads


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    yield
    _mark_the_stop(app)
    app.state.database.dispose()


def _mark_the_stop(app: FastAPI) -> None:
    """Go one mark further, so that copies made while this ran are recognized. It may fail: the next start does it."""
    try:
        marking.raise_mark(app.state.database, Logbook(app.state.settings.logbook))
    except (SQLAlchemyError, OSError, LogbookUnreadable) as error:
        log.warning("the stop could not be marked: %s", type(error).__name__)


def _serve_the_phone_app(app: FastAPI, settings: Settings) -> None:
    folder = settings.pwa_dir or _built_app()
    if folder is not None:
        app.mount("/", StaticFiles(directory=folder, html=True), name="phone-app")


def _built_app() -> Path | None:
    """Find the built app: inside the installed package, or in the checkout beside it."""
    package = Path(__file__).resolve().parent
    for folder in (package / "_pwa", package.parents[1] / "pwa" / "dist"):
        if (folder / "index.html").is_file():
            return folder
    return None
