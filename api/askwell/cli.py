"""The `askwell` command: every job an operator has, one function each, none of them longer than what it calls."""

import json
import tempfile
from pathlib import Path
from typing import Annotated

import httpx
import typer
import uvicorn

from askwell import __version__, clock
from askwell.admin import marking
from askwell.admin.erasing import UnknownErasure
from askwell.admin.health import write_and_read
from askwell.admin.migrating import migrate as migrate_database
from askwell.app import create_app
from askwell.backups import commands as backups
from askwell.conformance import commands as conformance
from askwell.database import Database
from askwell.demonstration import running
from askwell.errors import Problem
from askwell.identity import creating_admin
from askwell.logbook import Logbook, LogbookUnreadable
from askwell.questionsets import commands as questions
from askwell.settings import Settings
from askwell.submissions import reviewing

app = typer.Typer(no_args_is_help=True, add_completion=False, help="Askwell: interviews and surveys, answered offline.")

app.add_typer(conformance.app, name="logic")
app.command()(questions.check)
app.command()(questions.repair)
app.command()(backups.backup)
app.command()(backups.restore)
app.command()(backups.verify_backup)
app.command()(backups.make_key)

# A phone that stopped in the middle of sending may not hold up a stop: container engines kill after ten seconds.
GRACE_S = 5


def main() -> None:
    """Run the command line."""
    app()


@app.callback(invoke_without_command=True)
def _version(version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False) -> None:
    if version:
        typer.echo(f"askwell {__version__}")
        raise typer.Exit


def open_database() -> Database:
    """Open the database of the settings, in its newest shape."""
    settings = Settings()
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    database = Database(settings.database)
    migrate_database(database)
    return database


@app.command()
def migrate() -> None:
    """Create the tables, or bring them to the newest shape."""
    open_database().dispose()
    typer.echo("The database is up to date.")


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="Address to listen on; 0.0.0.0 for all.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 8000,
    workers: Annotated[int, typer.Option(help="Processes; more than one needs PostgreSQL.", min=1)] = 1,
) -> None:
    """Bring the database up to date and serve. No access log is kept: it would say who answered when."""
    settings = Settings()
    database = open_database()
    write_and_read(database)
    _mark_the_start(database, settings)
    database.dispose()
    if workers > 1 and settings.database.startswith("sqlite"):
        typer.echo("Several workers need PostgreSQL: set ASKWELL_DATABASE_URL, or leave --workers out.", err=True)
        raise typer.Exit(2)
    uvicorn.run(
        "askwell.app:create_app",
        factory=True,
        host=host,
        port=port,
        workers=workers,
        access_log=False,
        log_level=settings.log_level,
        server_header=False,
        date_header=True,
        proxy_headers=bool(settings.trusted_proxies),
        forwarded_allow_ips=settings.trusted_proxies,
        timeout_graceful_shutdown=GRACE_S,
    )


def _mark_the_start(database: Database, settings: Settings) -> None:
    """Refuse to serve an older copy of the data that somebody has put back; otherwise go one mark further."""
    logbook = Logbook(settings.logbook)
    try:
        marking.insist_on_newest(database, logbook)
        marking.raise_mark(database, logbook)
    except (marking.Behind, LogbookUnreadable) as refusal:
        typer.echo(str(refusal), err=True)
        raise typer.Exit(1) from refusal


@app.command()
def create_admin(
    email: Annotated[str, typer.Argument(help="The address to sign in with.")],
    name: Annotated[str, typer.Option(help="The person's name.")],
    password: Annotated[
        str, typer.Option(prompt=True, hide_input=True, confirmation_prompt=True, help="Asked for when left out.")
    ],
) -> None:
    """Add an operator: somebody who creates organizations and members, and has no role that reads answers."""
    database = open_database()
    try:
        with database.write() as db:
            creating_admin.create_admin(db, email, name, password)
            db.commit()
    except Problem as problem:
        typer.echo(problem.sentence, err=True)
        raise typer.Exit(1) from problem
    typer.echo(f"{email} can sign in now.")


@app.command()
def new_epoch() -> None:
    """Name this copy of the data anew after it was put back by hand, so that phones send again what it may lack.

    What the logbook calls erased is erased again. `askwell restore` does all of this by itself.
    """
    database = open_database()
    try:
        epoch = marking.begin_epoch(database, Logbook(Settings().logbook))
    except (UnknownErasure, LogbookUnreadable) as refusal:
        typer.echo(str(refusal), err=True)
        raise typer.Exit(1) from refusal
    database.dispose()
    typer.echo(f"This copy of the data is called {epoch} now.")


@app.command()
def reprocess() -> None:
    """Read again what an older release could not understand. Running it twice does no harm."""
    database = open_database()
    tried, understood = reviewing.reprocess(database, clock.now())
    database.dispose()
    typer.echo(f"{tried} in quarantine, {understood} of them understood now.")


@app.command()
def health(port: Annotated[int, typer.Option(help="Port of the running server.")] = 8000) -> None:
    """Ask the running server to write and read; exit with 1 if it cannot."""
    try:
        answer = httpx.get(f"http://127.0.0.1:{port}/healthz", timeout=4)
    except httpx.TransportError as error:
        typer.echo(f"no answer: {type(error).__name__}", err=True)
        raise typer.Exit(1) from error
    typer.echo(answer.text)
    raise typer.Exit(0 if answer.is_success else 1)


@app.command()
def openapi() -> None:
    """Print the OpenAPI document."""
    document = create_app(Settings(data_dir=Path(tempfile.mkdtemp()))).openapi()
    typer.echo(json.dumps(document, indent=1, ensure_ascii=False))


@app.command()
def demo(
    folder: Annotated[Path, typer.Option(help="Where the demonstration keeps its data.")] = Path("var/demo"),
    port: Annotated[int, typer.Option(help="Port to listen on; another is taken when it is busy.")] = 8000,
) -> None:
    """Serve invented organizations with real question sets, and print where to go."""
    raise typer.Exit(running.run(folder, port))


if __name__ == "__main__":
    main()
