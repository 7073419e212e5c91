"""Backing up: a copy, its manifest, and both into one file, while the service goes on."""

from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from askwell import __version__
from askwell.admin import marking
from askwell.backups import archive, stores
from askwell.backups.failures import NotDone
from askwell.backups.keys import Recipients
from askwell.backups.manifest import Manifest
from askwell.database import Database
from askwell.logbook import Logbook
from askwell.settings import Settings


def back_up(settings: Settings, to: Path, recipients: Recipients | None, now: datetime) -> Path:
    """Write a backup of everything and return where it is. Then go one mark further: the copy is recognized by that."""
    path = _path(to, now, encrypted=recipients is not None)
    logbook = Logbook(settings.logbook)
    database = stores.open_running(settings.database)
    try:
        marking.insist_on_newest(database, logbook)
        with scratch(settings) as name:
            folder = Path(name)
            archive.pack(folder, _copy(database, folder, now), path, recipients)
        marking.raise_mark(database, logbook)
    finally:
        database.dispose()
    return path


def scratch(settings: Settings) -> TemporaryDirectory[str]:
    """Make a folder that only its owner reads, on the disk that holds the same data anyway; it goes with its block."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    return TemporaryDirectory(dir=settings.data_dir.resolve(), prefix="scratch-")


def _copy(database: Database, folder: Path, now: datetime) -> Manifest:
    kind = stores.kind_of(database.engine.url.render_as_string(hide_password=False))
    store = stores.module_of(kind)
    facts = store.copy_out(database, folder)
    files = [archive.describe(folder / store.FILE, store.FILE)]
    minute = now.replace(second=0, microsecond=0)
    return Manifest(release=__version__, made_at=minute, database=kind, facts=facts, files=files)


def _path(to: Path, now: datetime, *, encrypted: bool) -> Path:
    if to.is_dir():
        return to / f"askwell-{now:%Y%m%dT%H%M%S}Z.tar{'.age' if encrypted else ''}"
    if not to.parent.is_dir():
        raise NotDone(f"There is no folder {to.parent}.")
    return to
