"""Restoring: a backup becomes the database, under a new epoch, without what was erased since."""

from pathlib import Path

from askwell.admin import marking, migrating
from askwell.backups import archive, stores
from askwell.backups.backing_up import scratch
from askwell.backups.failures import NotDone
from askwell.backups.keys import Identities
from askwell.backups.manifest import Manifest
from askwell.logbook import Logbook
from askwell.settings import Settings


def restore(settings: Settings, path: Path, identities: Identities) -> Manifest:
    """Put a backup where no data is, and return its manifest. Phones hear of it by the epoch and send what it lacks."""
    kind = stores.kind_of(settings.database)
    store = stores.module_of(kind)
    store.insist_on_empty(settings.database)
    logbook = Logbook(settings.logbook)
    with scratch(settings) as folder:
        manifest = archive.unpack(path, Path(folder), identities)
        insist_on_readable(manifest)
        if manifest.database != kind:
            raise NotDone(f"This backup is of {manifest.database}; ASKWELL_DATABASE_URL names another kind.")
        with store.put_back(Path(folder), settings.database) as database:
            migrating.migrate(database)
            with database.writing() as db:
                reached = marking.begin_epoch_in(db, logbook)
    logbook.keep(*reached)
    return manifest


def insist_on_readable(manifest: Manifest) -> None:
    """Raise NotDone for a backup that a later release has made."""
    if not migrating.knows(manifest.facts.tables):
        raise NotDone(f"This backup was made by a later release ({manifest.release}). Install that one first.")
