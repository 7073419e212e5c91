"""The commands about backups. They end with 0 when all is well, 1 when it is not, 2 when they were asked wrongly."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from askwell import clock
from askwell.admin.erasing import UnknownErasure
from askwell.admin.marking import Behind
from askwell.analysis.banding import band_of
from askwell.backups import backing_up, keys, restoring, verifying
from askwell.backups.failures import NotDone
from askwell.backups.keys import Recipients
from askwell.backups.verifying import Comparison
from askwell.logbook import LogbookUnreadable
from askwell.settings import Settings

Key = Annotated[Path | None, typer.Option(help="File with the secret age key of the backup; see `askwell make-key`.")]
Backup = Annotated[Path, typer.Argument(help="The backup.", metavar="FILE")]


def make_key(file: Annotated[Path, typer.Argument(help="New file for the secret key.")]) -> None:
    """Make a key for backups, and print its public half: whoever has only that can make backups, not read them."""
    with _told():
        typer.echo(keys.make(file))


def backup(
    to: Annotated[Path, typer.Option(help="A folder, or a new file.")],
    recipient: Annotated[
        list[str] | None,
        typer.Option(help="Public age key of a reader; may be said again. Otherwise ASKWELL_BACKUP_RECIPIENTS."),
    ] = None,
    unencrypted: Annotated[bool, typer.Option("--unencrypted", help="Write it so that everybody can read it.")] = False,
) -> None:
    """Copy everything that must be restored into one encrypted file, while the service runs."""
    with _told():
        settings = Settings()
        path = backing_up.back_up(settings, to, _recipients(settings, recipient or [], unencrypted), clock.now())
        typer.echo(path)


def restore(file: Backup, key: Key = None) -> None:
    """Put a backup where there is no data yet. Start the service afterwards: phones send again what it lacks."""
    with _told():
        manifest = restoring.restore(Settings(), file, keys.identities(key))
        typer.echo(
            f"Restored as it was on {manifest.made_at:%Y-%m-%d %H:%M} UTC, under a new epoch. "
            "Everybody signs in again; roles, passwords and rounds are those of that day: look through the members."
        )


def verify_backup(file: Backup, key: Key = None) -> None:
    """Restore a backup on trial, compare it with the running database, and mark as safe what it proves."""
    with _told():
        found = verifying.verify(Settings(), file, keys.identities(key))
        typer.echo("\n".join(_sentences(found)), err=not found.is_whole)
        raise typer.Exit(0 if found.is_whole else 1)


def _recipients(settings: Settings, named: list[str], unencrypted: bool) -> Recipients | None:
    wanted = named or [each for each in settings.backup_recipients.split(",") if each.strip()]
    if unencrypted and not named:
        return None
    if unencrypted or not wanted:
        typer.echo(
            "Say who may read it, with --recipient or ASKWELL_BACKUP_RECIPIENTS (`askwell make-key` makes a key), "
            "or that everybody may, with --unencrypted; not both.",
            err=True,
        )
        raise typer.Exit(2)
    return keys.recipients(wanted)


def _sentences(found: Comparison) -> Iterator[str]:
    """Say what was found. Of what came since only a band: cron mail would count answers day by day."""
    if found.damaged:
        yield f"damaged in the backup: {found.damaged}"
    if found.missing:
        yield f"in the backup, and not here any more: {found.missing}"
    if found.other:
        yield f"here with other bytes than in the backup: {found.other}"
    if found.extra:
        yield f"came since, or while it was made: {band_of(found.extra)}"
    yield f"The backup is {'whole' if found.is_whole else 'NOT WHOLE'}."


@contextmanager
def _told() -> Iterator[None]:
    """Turn what can go wrong into a sentence and exit code 1, and a request to stop into an orderly end."""
    before = signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        yield
    except (NotDone, Behind, UnknownErasure, LogbookUnreadable) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    except (OSError, SQLAlchemyError) as error:
        typer.echo(f"That failed: {_reason(error)}", err=True)
        raise typer.Exit(1) from error
    finally:
        signal.signal(signal.SIGTERM, before)


def _reason(error: OSError | SQLAlchemyError) -> str:
    """Say what a system said; of a database only the kind, for its words may quote a row, or a password."""
    if isinstance(error, OperationalError):
        return "the database cannot be reached, is busy, or is full."
    return str(error) if isinstance(error, OSError) else type(error).__name__
